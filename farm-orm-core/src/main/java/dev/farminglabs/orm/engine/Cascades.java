package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.DeleteRule;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities.Support;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What happens to records that point at deleted ones, on stores that do not see to it themselves. All or nothing where there
 * are transactions, and elsewhere not one step: what must stop the delete is looked for first, then references are taken away,
 * then records go, those that point before those they point at. A failure on the way leaves what is done, and the delete may
 * be made again. Thread-safe.
 */
final class Cascades {

    private final SchemaDefinition schema;
    private final Driver driver;
    private final DriverSession session;
    private final Supplier<Values> operations;

    Cascades(SchemaDefinition schema, Driver driver, DriverSession session, Supplier<Values> operations) {
        this.schema = schema;
        this.driver = driver;
        this.session = session;
        this.operations = operations;
    }

    /** Records of one model that are to go, with what others point at. */
    private static final class Doomed {
        private final ModelDefinition model;
        private final List<FieldDefinition> fields;
        private final List<@Nullable Object[]> rows;

        Doomed(ModelDefinition model, List<FieldDefinition> fields, List<@Nullable Object[]> rows) {
            this.model = model;
            this.fields = fields;
            this.rows = rows;
        }

        List<Object> values(FieldDefinition field) {
            Set<Object> values = new LinkedHashSet<>();
            for (@Nullable Object[] row : rows) {
                Object value = row[fields.indexOf(field)];
                if (value != null) {
                    values.add(value);
                }
            }
            return List.copyOf(values);
        }

        List<Object> ids() {
            return values(model.id());
        }
    }

    /** Whether deleting records of the model is for this class to do. */
    boolean concern(ModelDefinition model) {
        return !pointingAt(model).isEmpty() && driver.capabilities().references() == Support.EMULATED;
    }

    private List<ReferenceDefinition> pointingAt(ModelDefinition model) {
        List<ReferenceDefinition> found = new ArrayList<>();
        for (ModelDefinition other : schema.models()) {
            for (FieldDefinition field : other.fields()) {
                ReferenceDefinition reference = field.reference();
                if (reference != null && reference.target().model() == model) {
                    found.add(reference);
                }
            }
        }
        return found;
    }

    /** Carries out a {@link Write.Delete} with all that comes with it. */
    Written delete(WriteCall call) {
        return driver.capabilities().supportsTransactions() ? session.transaction(() -> cascade(call)) : cascade(call);
    }

    private Written cascade(WriteCall call) {
        Write.Delete delete = (Write.Delete) call.write();
        Doomed first = doomed(delete.model(), delete.where(), call.arguments());
        if (first.rows.isEmpty()) {
            return Written.NOTHING;
        }
        List<Doomed> all = withCascades(first);
        all.forEach(doomed -> refuseRestricted(doomed, all));
        all.forEach(doomed -> setNull(doomed, all));
        for (int i = all.size() - 1; i > 0; i--) {
            remove(all.get(i));
        }
        return removeFirst(delete, call.arguments(), first.ids());
    }

    /** Layer by layer; a record met twice is followed once, so rings end. */
    private List<Doomed> withCascades(Doomed first) {
        List<Doomed> all = new ArrayList<>(List.of(first));
        for (int i = 0; i < all.size(); i++) {
            Doomed doomed = all.get(i);
            for (ReferenceDefinition reference : pointingAt(doomed.model)) {
                if (reference.onDelete() == DeleteRule.CASCADE) {
                    Doomed more = pointing(reference, doomed, all);
                    if (!more.rows.isEmpty()) {
                        all.add(more);
                    }
                }
            }
        }
        return all;
    }

    private void refuseRestricted(Doomed doomed, List<Doomed> all) {
        for (ReferenceDefinition reference : pointingAt(doomed.model)) {
            if (reference.onDelete() == DeleteRule.RESTRICT
                    && !pointing(reference, doomed, all).rows.isEmpty()) {
                FieldDefinition field = reference.field();
                throw OrmFailure.of(
                                OrmErrorCode.FOREIGN_KEY_VIOLATION,
                                "The record is still pointed at by " + field + ", which references "
                                        + reference.target())
                        .about(field.model().name(), List.of(field.name()))
                        .at(driver.store())
                        .exception();
            }
        }
    }

    private void setNull(Doomed doomed, List<Doomed> all) {
        for (ReferenceDefinition reference : pointingAt(doomed.model)) {
            if (reference.onDelete() == DeleteRule.SET_NULL) {
                Values values = operations.get();
                Predicate where = pointing(reference, doomed, all, values);
                Change change = new Change(reference.field(), Change.Kind.SET, values.add(null));
                ModelDefinition model = reference.field().model();
                session.write(new Write.Update(model, where, List.of(change), List.of()), values.arguments());
            }
        }
    }

    /** The records that point at doomed ones and are not doomed themselves yet. */
    private Doomed pointing(ReferenceDefinition reference, Doomed doomed, List<Doomed> all) {
        Values values = operations.get();
        Predicate where = pointing(reference, doomed, all, values);
        return doomed(reference.field().model(), where, values.arguments());
    }

    private static Predicate pointing(ReferenceDefinition reference, Doomed doomed, List<Doomed> all, Values values) {
        FieldDefinition field = reference.field();
        Predicate points = new Predicate.In(field, values.add(doomed.values(reference.target())), false);
        List<Object> known = all.stream()
                .filter(one -> one.model == field.model())
                .flatMap(one -> one.ids().stream())
                .toList();
        return known.isEmpty()
                ? points
                : Predicate.and(points, new Predicate.In(field.model().id(), values.add(known), true));
    }

    private Doomed doomed(ModelDefinition model, Predicate where, Arguments arguments) {
        Set<FieldDefinition> fields = new LinkedHashSet<>();
        fields.add(model.id());
        pointingAt(model).forEach(reference -> fields.add(reference.target()));
        List<FieldDefinition> selected = List.copyOf(fields);
        Find find = new Find(model, where, List.of(), null, null, new Selection(model, selected, List.of()), null);
        return new Doomed(model, selected, session.find(find, arguments));
    }

    private void remove(Doomed doomed) {
        Values values = operations.get();
        Predicate where = new Predicate.In(doomed.model.id(), values.add(doomed.ids()), false);
        session.write(new Write.Delete(doomed.model, where), values.arguments());
    }

    /**
     * Those of the records found first that still meet the condition, and no others: nothing was done for them. What the
     * condition asks of related records is not asked again, because some of those have just been removed.
     */
    private Written removeFirst(Write.Delete delete, Arguments arguments, List<Object> ids) {
        Predicate known = new Predicate.In(delete.model().id(), new Slot(arguments.size()), false);
        Predicate where = Predicate.and(ofItself(delete.where()), known);
        return session.write(new Write.Delete(delete.model(), where), arguments.and(ids));
    }

    private static Predicate ofItself(Predicate where) {
        List<Predicate> parts = where instanceof Predicate.And and ? and.parts() : List.of(where);
        return Predicate.and(parts.stream().filter(part -> !reachesOthers(part)).toList());
    }

    private static boolean reachesOthers(Predicate where) {
        if (where instanceof Predicate.And and) {
            return and.parts().stream().anyMatch(Cascades::reachesOthers);
        }
        return where instanceof Predicate.Related
                || (where instanceof Predicate.Or or && or.parts().stream().anyMatch(Cascades::reachesOthers));
    }
}
