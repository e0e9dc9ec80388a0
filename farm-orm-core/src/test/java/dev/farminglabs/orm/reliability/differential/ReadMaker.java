package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.reliability.differential.Call.Ask;
import dev.farminglabs.orm.reliability.differential.Call.Shape;
import dev.farminglabs.orm.reliability.differential.Call.Sight;
import dev.farminglabs.orm.reliability.differential.Call.Sort;
import dev.farminglabs.orm.reliability.differential.Call.Verb;
import dev.farminglabs.orm.reliability.differential.Facts.Field;
import dev.farminglabs.orm.reliability.differential.Facts.Kind;
import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random reads. */
final class ReadMaker {

    private final ValueMaker values;
    private final ConditionMaker conditions;
    private final WriteMaker writes;

    ReadMaker(ValueMaker values, ConditionMaker conditions, WriteMaker writes) {
        this.values = values;
        this.conditions = conditions;
        this.writes = writes;
    }

    Call any(Sight sight, ModelFacts model) {
        if (values.chance(15)) {
            return new Call.FindUnique(sight, model.name(), writes.key(sight, model), shape(model, true));
        }
        Verb verb = values.chance(40) ? Verb.findMany : values.one(List.of(Verb.values()));
        return switch (verb) {
            case findMany, findFirst, count, exists -> find(sight, model, verb, null, ask(model));
            case stream -> find(sight, model, verb, null, ask(model));
            case findPage -> find(sight, model, verb, null, new Ask(sorts(model), 0, null));
            case findValues -> find(sight, model, verb, field(model, null), ask(model));
            case sum, avg -> aggregate(sight, model, verb, Kind.INTEGER);
            case min, max -> aggregate(sight, model, verb, Kind.TEXT);
            case countBy -> aggregate(sight, model, verb, null);
        };
    }

    private Call find(Sight sight, ModelFacts model, Verb verb, @Nullable String field, Ask ask) {
        Shape shape = shape(model, verb != Verb.findPage && verb != Verb.stream);
        return new Call.Find(
                sight, model.name(), conditions.perhaps(model), ask, verb, field, shape, 1 + values.below(3));
    }

    private Call aggregate(Sight sight, ModelFacts model, Verb verb, @Nullable Kind kind) {
        return find(sight, model, verb, field(model, kind), Ask.ALL);
    }

    /** A field that sums where INTEGER is asked for, one with an order for TEXT, else any that can be counted by. */
    private String field(ModelFacts model, @Nullable Kind kind) {
        List<String> fit = model.fields().stream()
                .filter(field -> !(model.idsMade() && field.role() == Facts.Role.ID))
                .filter(field -> kind == null
                        ? field.kind() != Kind.JSON
                        : kind == Kind.INTEGER
                                ? field.kind().numeric()
                                : field.kind().comparable())
                .map(Field::name)
                .toList();
        return values.one(fit);
    }

    private Ask ask(ModelFacts model) {
        return switch (values.below(model.idsMade() ? 3 : 4)) {
            case 3 -> Ask.ALL;
            case 0 -> new Ask(sorts(model), 0, null);
            default ->
                new Ask(
                        sorts(model),
                        values.chance(50) ? 0 : values.below(3),
                        values.chance(30) ? null : values.below(4));
        };
    }

    /** In a model whose ids are made, the other key makes the order total. */
    private List<Sort> sorts(ModelFacts model) {
        List<Sort> sorts = new ArrayList<>();
        for (int i = values.below(3); i > 0; i--) {
            Field field = values.one(model.fields());
            boolean fresh = sorts.stream().noneMatch(one -> one.field().equals(field.name()));
            if (fresh && field.kind() != Kind.JSON && !(model.idsMade() && field.role() == Facts.Role.ID)) {
                sorts.add(sort(field.name()));
            }
        }
        for (String name : model.idsMade() ? List.of("scope", "name") : List.<String>of()) {
            if (sorts.stream().noneMatch(one -> one.field().equals(name))) {
                sorts.add(sort(name));
            }
        }
        return sorts;
    }

    private Sort sort(String field) {
        return new Sort(field, values.chance(50), values.chance(70) ? null : (Boolean) values.chance(50));
    }

    private Shape shape(ModelFacts model, boolean orRow) {
        if (orRow && values.chance(40)) {
            return Shape.ROW;
        }
        Class<? extends Record> view = values.one(Views.OF.get(model.name()));
        List<Call.Narrow> narrowed = new ArrayList<>();
        for (Shapes.Part part : Shapes.parts(model, view)) {
            if (part.nested() != null && model.relation(part.name()).many() && values.chance(40)) {
                ModelFacts target = Facts.model(model.relation(part.name()).target());
                narrowed.add(new Call.Narrow(part.name(), conditions.perhaps(target), branchAsk(target)));
            }
        }
        return new Shape(view, narrowed);
    }

    /** Always a total order or none. */
    private Ask branchAsk(ModelFacts target) {
        Ask ask = ask(target);
        if (ask.paged()
                || ask.sorts().isEmpty()
                || ask.sorts().stream().anyMatch(one -> one.field().equals("id"))) {
            return ask;
        }
        List<Sort> sorts = new ArrayList<>(ask.sorts());
        sorts.add(new Sort("id", false, null));
        return new Ask(sorts, 0, null);
    }
}
