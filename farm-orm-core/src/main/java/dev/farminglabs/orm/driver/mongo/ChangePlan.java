package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.absent;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.all;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.array;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.given;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.text;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.driver.mongo.bson.FieldValues;
import dev.farminglabs.orm.driver.mongo.bson.WideDecimal;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What changes do, as updates of the server's.
 *
 * @param variants  the updates, each for the records that meet its condition; no record meets two at once
 * @param overflow  met by records a sum of which does not fit; null when that cannot be
 * @param carries   whether a record that has been changed may meet another variant's condition
 */
record ChangePlan(List<Variant> variants, @Nullable BsonDocument overflow, boolean carries) {

    /**
     * One update.
     *
     * @param condition of which records
     * @param update    the update
     */
    record Variant(BsonDocument condition, BsonDocument update) {}

    /** Whether a record that meets the condition is always changed by the first variant. */
    boolean certain() {
        return variants.size() == 1 && overflow == null;
    }

    /**
     * The plan.
     *
     * @param where what the changed records meet; its bounds show where a sum cannot overflow
     */
    static ChangePlan of(Names names, Arguments arguments, List<Change> changes, Predicate where) {
        BsonDocument set = new BsonDocument();
        BsonDocument unset = new BsonDocument();
        List<Addition.Way> ways = List.of(new Addition.Way(new BsonDocument(), new BsonDocument()));
        List<BsonDocument> overflows = new ArrayList<>();
        boolean carries = false;
        for (Change change : changes) {
            String key = names.key(change.field());
            if (change.kind() == Change.Kind.SET) {
                assign(change.field(), key, arguments.get(change.value()), set, unset);
                continue;
            }
            Addition addition = Addition.of(change.field(), key, arguments.require(change.value()));
            boolean guarded = !safe(addition, where, arguments);
            if (guarded) {
                overflows.add(addition.overflow());
            }
            ways = combined(ways, addition.ways(guarded));
            carries |= addition.carries();
        }
        List<Variant> variants = new ArrayList<>(ways.size());
        for (Addition.Way way : ways) {
            variants.add(new Variant(way.condition(), update(set, unset, way.increments())));
        }
        BsonDocument overflow = overflows.isEmpty() ? null : doc("$or", array(overflows));
        return new ChangePlan(variants, overflow, carries);
    }

    static void assign(
            FieldDefinition field, String key, @Nullable Object value, BsonDocument set, BsonDocument unset) {
        if (value == null) {
            unset.append(key, text(""));
        } else {
            set.append(key, FieldValues.write(field, value));
        }
    }

    private static List<Addition.Way> combined(List<Addition.Way> ways, List<Addition.Way> more) {
        List<Addition.Way> all = new ArrayList<>();
        for (Addition.Way one : ways) {
            for (Addition.Way other : more) {
                BsonDocument increments = new BsonDocument();
                increments.putAll(one.increments());
                increments.putAll(other.increments());
                all.add(new Addition.Way(all(one.condition(), other.condition()), increments));
            }
        }
        return all;
    }

    static BsonDocument update(BsonDocument set, BsonDocument unset, BsonDocument increments) {
        BsonDocument update = new BsonDocument();
        if (!set.isEmpty()) {
            update.append("$set", set);
        }
        if (!increments.isEmpty()) {
            update.append("$inc", increments);
        }
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        // an update has to say something: there is no field of that name
        return update.isEmpty() ? doc("$unset", doc("__", text(""))) : update;
    }

    /** Whether no sum can be too large: nobody counts that many writes, and a condition may say as much. */
    private static boolean safe(Addition addition, Predicate where, Arguments arguments) {
        FieldDefinition field = addition.field();
        if (field.is(FieldRole.VERSION) && field.kind() == FieldKind.BIGINT) {
            return true;
        }
        for (Predicate part : where instanceof Predicate.And and ? and.parts() : List.of(where)) {
            if (part instanceof Predicate.Compare compare
                    && compare.field() == field
                    && !compare.negated()
                    && bounds(compare.comparison(), addition.delta())
                    && addition.fits(number(arguments.require(compare.value())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean bounds(Comparison comparison, BigDecimal delta) {
        return switch (comparison) {
            case EQUAL -> true;
            case GREATER, GREATER_OR_EQUAL -> delta.signum() < 0;
            case LESS, LESS_OR_EQUAL -> delta.signum() >= 0;
            default -> false;
        };
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) value).longValue());
    }

    /**
     * Adds to one field in place. The server would make a field that is not there, and let a sum grow beyond its type; so the
     * command asks for records in which the field is there and the sum fits.
     *
     * @param field the field
     * @param key   its name in documents
     * @param delta what is added
     */
    record Addition(FieldDefinition field, String key, BigDecimal delta) {

        /**
         * One way to add, for the records that meet a condition.
         *
         * @param condition which records
         * @param increments what the server adds to what; empty for nothing
         */
        record Way(BsonDocument condition, BsonDocument increments) {}

        static Addition of(FieldDefinition field, String key, Object delta) {
            return new Addition(
                    field,
                    key,
                    delta instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) delta).longValue()));
        }

        /** The greatest value the field can hold, or the least one for a negative delta. */
        private BigDecimal limit() {
            boolean up = delta.signum() >= 0;
            return switch (field.kind()) {
                case INTEGER -> BigDecimal.valueOf(up ? Integer.MAX_VALUE : Integer.MIN_VALUE);
                case BIGINT -> BigDecimal.valueOf(up ? Long.MAX_VALUE : Long.MIN_VALUE);
                default -> {
                    BigDecimal greatest = new WideDecimal.DecimalRange(field).greatest();
                    yield up ? greatest : greatest.negate();
                }
            };
        }

        /** Whether the sum fits where the field is not beyond that value, on the side the delta leads to. */
        boolean fits(BigDecimal bound) {
            BigDecimal sum = bound.add(delta);
            return delta.signum() >= 0 ? sum.compareTo(limit()) <= 0 : sum.compareTo(limit()) >= 0;
        }

        /** The condition of records whose sum fits. */
        BsonDocument guard() {
            return doc(key, doc(delta.signum() >= 0 ? "$lte" : "$gte", stored(limit().subtract(delta))));
        }

        /** The condition of records whose sum does not fit. */
        BsonDocument overflow() {
            return doc(key, doc(delta.signum() >= 0 ? "$gt" : "$lt", stored(limit().subtract(delta))));
        }

        private BsonValue stored(BigDecimal value) {
            return field.kind() == FieldKind.DECIMAL
                    ? FieldValues.write(field, value)
                    : new BsonInt64(value.longValueExact());
        }

        /** The ways to add, the likeliest first. Each record is met by one of them, if its sum fits. */
        List<Way> ways(boolean guarded) {
            BsonDocument there = field.nullable() ? given(key) : new BsonDocument();
            List<Way> ways = new ArrayList<>();
            for (Way way : WideDecimal.is(field) ? wide() : List.of(new Way(new BsonDocument(), doc(key, added())))) {
                BsonDocument condition = all(guarded ? guard() : there, way.condition);
                ways.add(new Way(condition, way.increments));
            }
            if (field.nullable()) {
                ways.add(new Way(absent(key), new BsonDocument()));
            }
            return ways;
        }

        private BsonValue added() {
            return switch (field.kind()) {
                case INTEGER -> FieldValues.write(field, delta.intValueExact());
                case BIGINT -> FieldValues.write(field, delta.longValueExact());
                default -> FieldValues.write(field, delta);
            };
        }

        /** Whether there is a carry from the rest to the whole. */
        boolean carries() {
            return WideDecimal.is(field) && WideDecimal.of(field).rest(delta).signum() != 0;
        }

        private List<Way> wide() {
            WideDecimal form = WideDecimal.of(field);
            BigDecimal whole = form.whole(delta);
            BigDecimal rest = form.rest(delta);
            if (rest.signum() == 0) {
                return List.of(new Way(new BsonDocument(), parts(whole, null)));
            }
            String inner = key + "." + WideDecimal.REST;
            BsonValue turn = WideDecimal.number(form.unit().subtract(rest));
            return List.of(
                    new Way(doc(inner, doc("$lt", turn)), parts(whole, rest)),
                    new Way(
                            doc(inner, doc("$gte", turn)),
                            parts(whole.add(BigDecimal.ONE), rest.subtract(form.unit()))));
        }

        private BsonDocument parts(BigDecimal whole, @Nullable BigDecimal rest) {
            BsonDocument parts = doc(key + "." + WideDecimal.WHOLE, WideDecimal.number(whole));
            return rest == null ? parts : parts.append(key + "." + WideDecimal.REST, WideDecimal.number(rest));
        }
    }
}
