package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.RelationKind;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records an operation sees: those of its tenant, not past their time, not marked as deleted. Adds that to conditions,
 * wherever in them another model is met. Used for one operation.
 */
final class Visibility implements Predicate.Visitor<Predicate> {

    private final Scope scope;
    private final Values values;

    Visibility(Scope scope, Values values) {
        this.scope = scope;
        this.values = values;
    }

    /** Whether some records of the model may be out of sight. */
    static boolean limited(ModelDefinition model) {
        return model.with(FieldRole.EXPIRY) != null
                || model.with(FieldRole.SOFT_DELETE) != null
                || model.with(FieldRole.TENANT) != null
                || markedWithBase(model);
    }

    private static boolean markedWithBase(ModelDefinition model) {
        RelationDefinition base = model.variantOf();
        return base != null && base.target().with(FieldRole.SOFT_DELETE) != null;
    }

    /** The condition, of records in sight only. */
    Predicate of(ModelDefinition model, Predicate where) {
        RelationDefinition base = model.variantOf();
        if (base == null || scope.withDeleted() || !markedWithBase(model)) {
            return ofItself(model, where);
        }
        Predicate seen = new Predicate.Related(base, Predicate.every(), of(base.target(), Predicate.every()), false);
        return Predicate.and(ofItself(model, where), seen);
    }

    /** The condition, of related records in sight only; a variant that is met on its base is as much in sight as that. */
    Predicate along(RelationDefinition relation, Predicate where) {
        ModelDefinition target = relation.target();
        boolean fromBase = target.variantOf() != null
                && target.variantOf().target() == relation.model()
                && relation.targetKey().is(FieldRole.ID);
        Predicate seen = fromBase ? ofItself(target, where) : of(target, where);
        // several that are marked may hold the key by which one is found
        return relation.kind() == RelationKind.HAS_ONE && scope.withDeleted()
                ? Predicate.and(seen, live(target))
                : seen;
    }

    private Predicate ofItself(ModelDefinition model, Predicate where) {
        Predicate seen = inside(where);
        if (!limited(model)) {
            return seen;
        }
        List<Predicate> parts = new ArrayList<>(List.of(seen));
        parts.add(belonging(model));
        FieldDefinition expiry = model.with(FieldRole.EXPIRY);
        if (expiry != null) {
            parts.add(alive(expiry));
        }
        return Predicate.and(parts);
    }

    /** The condition with the related records in it limited to those in sight, and the record itself not. */
    Predicate inside(Predicate where) {
        return where.accept(this);
    }

    /** Of the right tenant and not marked as deleted, whatever its time. */
    Predicate belonging(ModelDefinition model) {
        List<Predicate> parts = new ArrayList<>();
        FieldDefinition tenant = model.with(FieldRole.TENANT);
        if (tenant != null && !scope.acrossTenants()) {
            parts.add(new Predicate.Compare(tenant, Comparison.EQUAL, values.bind(tenant, tenantOf(model)), false));
        }
        FieldDefinition deleted = model.with(FieldRole.SOFT_DELETE);
        if (deleted != null && !scope.withDeleted()) {
            parts.add(new Predicate.IsNull(deleted, false));
            parts.add(live(model));
        }
        return Predicate.and(parts);
    }

    /** Of another tenant or marked as deleted: what {@link #belonging} leaves out. */
    Predicate hidden(ModelDefinition model) {
        List<Predicate> parts = new ArrayList<>();
        FieldDefinition tenant = model.with(FieldRole.TENANT);
        if (tenant != null && !scope.acrossTenants()) {
            parts.add(new Predicate.Compare(tenant, Comparison.EQUAL, values.bind(tenant, tenantOf(model)), true));
        }
        FieldDefinition deleted = model.with(FieldRole.SOFT_DELETE);
        if (deleted != null && !scope.withDeleted()) {
            parts.add(new Predicate.IsNull(deleted, true));
        }
        return Predicate.or(parts);
    }

    /** By this a store finds a record that is there by its unique key. */
    private Predicate live(ModelDefinition model) {
        FieldDefinition live = model.with(FieldRole.LIVE);
        return live == null
                ? Predicate.every()
                : new Predicate.Compare(live, Comparison.EQUAL, values.add(true), false);
    }

    Object tenantOf(ModelDefinition model) {
        Object tenant = scope.tenant();
        if (tenant == null) {
            throw Refusal.query(
                    model,
                    "Records of " + model + " belong to tenants, and this client is confined to none:"
                            + " use forTenant(id), or acrossTenants() where that is meant");
        }
        return tenant;
    }

    /** Past its time; null where records of the model have none. */
    @Nullable
    Predicate expired(ModelDefinition model) {
        FieldDefinition expiry = model.with(FieldRole.EXPIRY);
        return expiry == null ? null : new Predicate.Compare(expiry, Comparison.LESS_OR_EQUAL, values.bindNow(), false);
    }

    private Predicate alive(FieldDefinition expiry) {
        Predicate later = new Predicate.Compare(expiry, Comparison.GREATER, values.bindNow(), false);
        return expiry.nullable() ? Predicate.or(List.of(new Predicate.IsNull(expiry, false), later)) : later;
    }

    @Override
    public Predicate compare(Predicate.Compare compare) {
        return compare;
    }

    @Override
    public Predicate in(Predicate.In in) {
        return in;
    }

    @Override
    public Predicate isNull(Predicate.IsNull isNull) {
        return isNull;
    }

    @Override
    public Predicate and(Predicate.And and) {
        return holdsRelated(and.parts())
                ? Predicate.and(and.parts().stream().map(this::inside).toList())
                : and;
    }

    @Override
    public Predicate or(Predicate.Or or) {
        return holdsRelated(or.parts())
                ? Predicate.or(or.parts().stream().map(this::inside).toList())
                : or;
    }

    private static boolean holdsRelated(List<Predicate> parts) {
        for (Predicate part : parts) {
            if (!(part instanceof Predicate.Compare
                    || part instanceof Predicate.In
                    || part instanceof Predicate.IsNull)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Predicate related(Predicate.Related related) {
        FieldDefinition join = related.relation().joinLocal();
        Predicate link = join == null ? related.link() : of(join.model(), related.link());
        return new Predicate.Related(
                related.relation(), link, along(related.relation(), related.where()), related.negated());
    }

    /** For a many-to-many relation, which join records link; otherwise no limit. */
    Predicate link(RelationDefinition relation) {
        FieldDefinition join = relation.joinLocal();
        return join == null ? Predicate.every() : of(join.model(), Predicate.every());
    }
}
