package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a record may hold, what keys and references demand, and what goes with a deleted record. */
final class ReferenceRules {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final ReferenceModel model;

    ReferenceRules(ReferenceModel model) {
        this.model = model;
    }

    static void refuse(Set<OrmErrorCode> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refused(EnumSet.copyOf(wrong));
        }
    }

    /** Several things may be wrong at once, and any of them may be found first. */
    static void refuseOr(Set<OrmErrorCode> wrong, Runnable check) {
        try {
            check.run();
        } catch (Refused e) {
            wrong.addAll(e.codes());
        }
        refuse(wrong);
    }

    private static void refuseOpen(boolean open) {
        if (open) {
            throw new Refused(Set.of());
        }
    }

    // ------------------------------------------------------------------------------------------------ values

    @Nullable
    Object storable(Facts.Field field, @Nullable Object value, Set<OrmErrorCode> wrong) {
        Object stored = Plain.stored(field, value);
        if (value instanceof String text && !portable(text)) {
            wrong.add(OrmErrorCode.INVALID_QUERY);
        } else if (stored != null && !fits(field, stored)) {
            wrong.add(OrmErrorCode.VALUE_TOO_LARGE);
        }
        return stored;
    }

    private static boolean portable(String text) {
        return text.indexOf('\0') < 0 && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    private static boolean fits(Facts.Field field, Object value) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length()) <= field.length();
        }
        if (value instanceof BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return number.signum() == 0
                    || (stripped.scale() <= field.scale()
                            && stripped.precision() - stripped.scale() <= field.precision() - field.scale());
        }
        return !(value instanceof Instant time) || (!time.isBefore(EARLIEST) && !time.isAfter(LATEST));
    }

    /** What is wrong with changes whatever they are made to. */
    void refuseValues(ModelFacts facts, List<Call.Assign> changes) {
        Set<OrmErrorCode> wrong = EnumSet.noneOf(OrmErrorCode.class);
        changes.forEach(change -> storable(facts.field(change.field()), change.value(), wrong));
        for (Call.Assign change : changes) {
            if (change.put() == Call.Put.decrement && least(change.value())) {
                wrong.add(OrmErrorCode.VALUE_TOO_LARGE);
            }
        }
        refuse(wrong);
    }

    private static boolean least(@Nullable Object value) {
        return Objects.equals(value, Integer.MIN_VALUE) || Objects.equals(value, Long.MIN_VALUE);
    }

    void apply(Facts.Field field, Map<String, Object> row, Call.Assign change, Set<OrmErrorCode> wrong) {
        Object before = row.get(field.name());
        switch (change.put()) {
            case set -> row.put(field.name(), Plain.stored(field, change.value()));
            case setNow -> row.put(field.name(), model.now());
            case increment, decrement -> {
                if (before != null) {
                    Object by = Objects.requireNonNull(change.value());
                    row.put(field.name(), sum(field, before, by, change.put() == Call.Put.decrement, wrong));
                }
            }
        }
    }

    private static Object sum(Facts.Field field, Object before, Object by, boolean subtract, Set<OrmErrorCode> wrong) {
        BigDecimal more = new BigDecimal(by.toString());
        BigDecimal sum = new BigDecimal(before.toString()).add(subtract ? more.negate() : more);
        boolean fits = field.kind() == Facts.Kind.DECIMAL
                ? fits(field, sum)
                : sum.toBigInteger().bitLength() < (field.kind() == Facts.Kind.INTEGER ? 32 : 64);
        if (!fits) {
            wrong.add(OrmErrorCode.VALUE_TOO_LARGE);
            return before;
        }
        BigInteger whole = sum.toBigInteger();
        return switch (field.kind()) {
            case INTEGER -> whole.intValueExact();
            case BIGINT -> whole.longValueExact();
            default -> Plain.stripped(sum);
        };
    }

    // ------------------------------------------------------------------------------------------------ constraints

    /** Of records as they now are; {@code before} has what changed ones were. */
    void check(ModelFacts facts, List<Map<String, Object>> rows, Map<Map<String, Object>, Map<String, Object>> before) {
        Set<OrmErrorCode> wrong = EnumSet.noneOf(OrmErrorCode.class);
        for (List<String> key : facts.keys()) {
            Set<List<Object>> seen = new HashSet<>();
            for (Map<String, Object> row : model.rows(facts.name())) {
                List<Object> values = new ArrayList<>();
                key.forEach(field -> values.add(row.get(field)));
                if (!values.contains(null) && !seen.add(values)) {
                    wrong.add(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
                }
            }
        }
        if (model.enforcesReferences()) {
            rows.forEach(row -> pointsSomewhere(facts, row, wrong));
            before.values().forEach(row -> stillThere(facts, row, wrong));
        }
        refuse(wrong);
    }

    private void pointsSomewhere(ModelFacts facts, Map<String, Object> row, Set<OrmErrorCode> wrong) {
        for (Facts.Field field : facts.fields()) {
            Facts.Reference reference = field.reference();
            Object value = row.get(field.name());
            if (reference != null && value != null && !held(reference, value)) {
                wrong.add(OrmErrorCode.FOREIGN_KEY_VIOLATION);
            }
        }
    }

    private void stillThere(ModelFacts facts, Map<String, Object> before, Set<OrmErrorCode> wrong) {
        for (Facts.Pointer pointer : Facts.pointingAt(facts.name())) {
            Object value = before.get(pointer.reference().field());
            if (value != null
                    && !held(pointer.reference(), value)
                    && !pointing(pointer, before).isEmpty()) {
                wrong.add(OrmErrorCode.FOREIGN_KEY_VIOLATION);
            }
        }
    }

    private boolean held(Facts.Reference reference, Object value) {
        return model.rows(reference.model()).stream().anyMatch(row -> value.equals(row.get(reference.field())));
    }

    private List<Map<String, Object>> pointing(Facts.Pointer pointer, Map<String, Object> target) {
        Object value = target.get(pointer.reference().field());
        return model.rows(pointer.from().name()).stream()
                .filter(row ->
                        value != null && value.equals(row.get(pointer.field().name())))
                .toList();
    }

    /** Removes records and those that go with them; what is left must not point at them. */
    void delete(ModelFacts facts, List<Map<String, Object>> rows) {
        Map<Map<String, Object>, String> doomed = new IdentityHashMap<>();
        List<Map<String, Object>> open = new ArrayList<>(rows);
        rows.forEach(row -> doomed.put(row, facts.name()));
        while (!open.isEmpty()) {
            Map<String, Object> row = open.remove(0);
            for (Facts.Pointer pointer : Facts.pointingAt(doomed.get(row))) {
                for (Map<String, Object> more : pointing(pointer, row)) {
                    if (pointer.reference().onDelete() == Facts.OnDelete.CASCADE && !doomed.containsKey(more)) {
                        doomed.put(more, pointer.from().name());
                        open.add(more);
                    }
                }
            }
        }
        doomed.forEach((row, name) -> letGo(row, name, doomed.keySet()));
        Set<Map<String, Object>> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(doomed.keySet());
        Facts.MODELS.keySet().forEach(name -> model.rows(name).removeIf(gone::contains));
    }

    private void letGo(Map<String, Object> row, String name, Set<Map<String, Object>> doomed) {
        for (Facts.Pointer pointer : Facts.pointingAt(name)) {
            for (Map<String, Object> left : pointing(pointer, row)) {
                boolean restricts = pointer.reference().onDelete() == Facts.OnDelete.RESTRICT;
                if (doomed.contains(left)) {
                    refuseOpen(restricts && model.enforcesReferences());
                    continue;
                }
                if (restricts) {
                    throw new Refused(OrmErrorCode.FOREIGN_KEY_VIOLATION);
                }
                left.put(pointer.field().name(), null);
            }
        }
    }
}
