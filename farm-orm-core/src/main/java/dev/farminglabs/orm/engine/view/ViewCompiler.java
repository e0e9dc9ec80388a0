package dev.farminglabs.orm.engine.view;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.Suggestion;
import dev.farminglabs.orm.engine.value.FieldCodecs;
import dev.farminglabs.orm.engine.view.ViewNode.Container;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a record class against a model, and makes the select shape of it. One use. */
public final class ViewCompiler {

    private final FieldCodecs codecs;
    private final List<String> problems = new ArrayList<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private ViewCompiler(FieldCodecs codecs) {
        this.codecs = codecs;
    }

    /**
     * The checked shape.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_PROJECTION} and every
     *     reason why the record cannot be read from the model
     */
    public static ViewNode compile(SchemaDefinition schema, FieldCodecs codecs, ModelDefinition model, Class<?> type) {
        ViewCompiler compiler = new ViewCompiler(codecs);
        ViewNode node = compiler.node(model, type, "");
        if (!compiler.problems.isEmpty() || node == null) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_PROJECTION,
                            type.getName() + " cannot be read from model " + model + " (table " + schema.table(model)
                                    + "):\n  - " + String.join("\n  - ", compiler.problems))
                    .about(model.name(), List.of())
                    .exception();
        }
        return node;
    }

    private @Nullable ViewNode node(ModelDefinition model, Class<?> type, String path) {
        boolean sealed = type.isInterface() && type.isSealed();
        if (!type.isRecord() && !sealed) {
            problems.add((path.isEmpty() ? "" : "component " + path + ": ") + type.getSimpleName()
                    + " is not a record: declare it as one");
            return null;
        }
        if (open.contains(type)) {
            problems.add("component " + path + ": " + type.getSimpleName()
                    + " contains itself, and a select shape must end: use another record for the inner level");
            return null;
        }
        open.push(type);
        HalvesCompiler halves =
                new HalvesCompiler(codecs, problems, (ofModel, component) -> part(ofModel, component, path));
        RelationDefinition base = model.variantOf();
        ViewNode node = sealed
                ? halves.alternatives(model, type)
                : base != null && HalvesCompiler.concern(model, type)
                        ? halves.variant(model, type, base)
                        : plain(model, type, path);
        open.pop();
        return node;
    }

    private ViewNode plain(ModelDefinition model, Class<?> type, String path) {
        List<ViewNode.Part> parts = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            ViewNode.Part part = part(model, component, path);
            if (part != null) {
                parts.add(part);
            }
        }
        return new ViewNode(model, RecordShape.builder(type), List.copyOf(parts));
    }

    private ViewNode.@Nullable Part part(ModelDefinition model, RecordComponent component, String path) {
        String name = RecordShape.source(component);
        String where =
                "component " + component.getName() + " (" + RecordShape.display(component.getGenericType()) + "): ";
        FieldDefinition field = model.field(name);
        RelationDefinition relation = model.relation(name);
        boolean nullable = RecordShape.nullable(component);
        boolean strict = RecordShape.saysNullness(component.getDeclaringRecord());
        if (field != null) {
            return field(field, component, where, nullable, strict);
        }
        if (relation != null) {
            return relation(relation, component, where, nullable || !strict, path);
        }
        Set<String> known = new HashSet<>();
        model.fields().forEach(one -> known.add(one.name()));
        model.relations().forEach(one -> known.add(one.name()));
        problems.add(
                where + "model " + model + " has no field or relation " + name + Suggestion.didYouMean(name, known));
        return null;
    }

    private ViewNode.Part field(
            FieldDefinition field, RecordComponent component, String where, boolean nullable, boolean strict) {
        Type type = component.getGenericType();
        boolean optional = RecordShape.raw(type) == Optional.class;
        Type value = optional ? RecordShape.argument(type) : type;
        if (!RecordShape.boxed(value).equals(field.javaType())) {
            problems.add(where + field + " is " + RecordShape.display(field.javaType()));
        } else if (field.nullable()
                && !optional
                && (strict ? !nullable : component.getType().isPrimitive())) {
            problems.add(where + field + " may be null: declare it @Nullable or Optional");
        } else if (field.nullable() && component.getType().isPrimitive()) {
            problems.add(where + field + " may be null: declare it @Nullable " + RecordShape.display(field.javaType())
                    + " or Optional");
        }
        Container container = optional ? Container.OPTIONAL : nullable ? Container.NULLABLE : Container.PLAIN;
        return new ViewNode.FieldPart(field, codecs.of(field), container);
    }

    private ViewNode.@Nullable Part relation(
            RelationDefinition relation, RecordComponent component, String where, boolean nullable, String path) {
        Type type = component.getGenericType();
        Container container = container(RecordShape.raw(type), nullable);
        boolean many = container == Container.LIST || container == Container.SET;
        if (relation.kind().toMany() && !many) {
            Type element = container == Container.OPTIONAL ? RecordShape.argument(type) : type;
            problems.add(where + relation + " is to-many: declare List<" + RecordShape.display(element) + ">");
            return null;
        }
        if (!relation.kind().toMany() && many) {
            problems.add(where + relation + " is to-one: declare " + RecordShape.display(RecordShape.argument(type)));
            return null;
        }
        if (container == Container.PLAIN && mayBeAbsent(relation)) {
            problems.add(where + relation + " may be absent: declare it @Nullable or Optional");
        }
        boolean wrapped = many || container == Container.OPTIONAL;
        Class<?> element = RecordShape.raw(wrapped ? RecordShape.argument(type) : type);
        ViewNode node = node(
                relation.target(), element, path.isEmpty() ? component.getName() : path + "." + component.getName());
        return node == null ? null : new ViewNode.RelationPart(relation, node, container);
    }

    private static Container container(Class<?> raw, boolean nullable) {
        if (raw == List.class) {
            return Container.LIST;
        }
        if (raw == Set.class) {
            return Container.SET;
        }
        if (raw == Optional.class) {
            return Container.OPTIONAL;
        }
        return nullable ? Container.NULLABLE : Container.PLAIN;
    }

    /** Also a record that is there may be out of sight. */
    private static boolean mayBeAbsent(RelationDefinition relation) {
        ModelDefinition target = relation.target();
        return relation.optional()
                || target.with(FieldRole.SOFT_DELETE) != null
                || target.with(FieldRole.EXPIRY) != null
                || (target.with(FieldRole.TENANT) != null && relation.model().with(FieldRole.TENANT) == null);
    }
}
