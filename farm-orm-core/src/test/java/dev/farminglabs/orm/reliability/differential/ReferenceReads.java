package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the reading verbs mean. */
final class ReferenceReads {

    private final ReferenceModel model;

    ReferenceReads(ReferenceModel model) {
        this.model = model;
    }

    Expected run(Call call) {
        if (call instanceof Call.FindUnique unique) {
            ModelFacts facts = Facts.model(unique.model());
            return Expected.value(matching(facts, unique.sight(), Keys.where(unique.key())).stream()
                    .findFirst()
                    .map(row -> show(facts, row, unique.shape(), unique.sight()))
                    .orElse(null));
        }
        Call.Find find = (Call.Find) call;
        ModelFacts facts = Facts.model(find.model());
        List<Map<String, Object>> rows = matching(facts, find.sight(), find.where());
        return switch (find.verb()) {
            case findMany, stream -> list(facts, find, rows);
            case findFirst -> first(facts, find, rows);
            case findPage -> pages(facts, find, rows);
            case count -> Expected.value((long) part(rows, find.ask()).size());
            case exists -> Expected.value(!part(rows, find.ask()).isEmpty());
            case findValues -> values(facts, find, rows);
            case sum, avg, min, max -> Expected.value(computed(facts, find, rows));
            case countBy -> Expected.value(counted(find, rows));
        };
    }

    List<Map<String, Object>> matching(ModelFacts facts, Call.Sight sight, @Nullable Where where) {
        ReferenceConditions conditions = new ReferenceConditions(model, sight);
        return model.visible(facts.name(), sight).stream()
                .filter(row -> conditions.holds(facts, row, where))
                .toList();
    }

    // ------------------------------------------------------------------------------------------------ lists

    private Expected list(ModelFacts facts, Call.Find find, List<Map<String, Object>> rows) {
        boolean total = find.ask().paged() || find.verb() == Call.Verb.stream;
        List<Map<String, Object>> sorted = sorted(rows, find.ask().sorts(), total);
        List<Map<String, Object>> part = part(sorted, find.ask());
        List<Object> shown = part.stream()
                .map(row -> (Object) show(facts, row, find.shape(), find.sight()))
                .toList();
        return new Expected(shown, total ? null : ties(part, find.ask().sorts()), java.util.Set.of());
    }

    private Expected first(ModelFacts facts, Call.Find find, List<Map<String, Object>> rows) {
        if (Objects.equals(find.ask().take(), 0)) {
            return Expected.value(null);
        }
        return Expected.value(sorted(rows, find.ask().sorts(), true).stream()
                .skip(find.ask().skip())
                .findFirst()
                .map(row -> show(facts, row, find.shape(), find.sight()))
                .orElse(null));
    }

    private Expected pages(ModelFacts facts, Call.Find find, List<Map<String, Object>> rows) {
        List<Object> all = new ArrayList<>();
        for (Map<String, Object> row : sorted(rows, find.ask().sorts(), true)) {
            all.add(show(facts, row, find.shape(), find.sight()));
        }
        List<Object> pages = new ArrayList<>();
        for (int from = 0; from < all.size() || from == 0; from += find.size()) {
            pages.add(all.subList(from, Math.min(all.size(), from + find.size())));
        }
        return Expected.value(pages);
    }

    private Expected values(ModelFacts facts, Call.Find find, List<Map<String, Object>> rows) {
        String field = Objects.requireNonNull(find.field());
        List<Map<String, Object>> present =
                rows.stream().filter(row -> row.get(field) != null).toList();
        List<Map<String, Object>> part =
                part(sorted(present, find.ask().sorts(), find.ask().paged()), find.ask());
        List<Object> values = part.stream().map(row -> row.get(field)).toList();
        return new Expected(
                values, find.ask().paged() ? null : ties(part, find.ask().sorts()), java.util.Set.of());
    }

    private static List<Map<String, Object>> part(List<Map<String, Object>> rows, Call.Ask ask) {
        return rows.stream()
                .skip(ask.skip())
                .limit(ask.take() == null ? Long.MAX_VALUE : ask.take())
                .toList();
    }

    static List<Map<String, Object>> sorted(List<Map<String, Object>> rows, List<Call.Sort> sorts, boolean total) {
        Comparator<Map<String, Object>> order = order(sorts);
        if (total) {
            order = order.thenComparing(order(List.of(new Call.Sort("id", false, null))));
        }
        return rows.stream().sorted(order).toList();
    }

    private static Comparator<Map<String, Object>> order(List<Call.Sort> sorts) {
        return (one, other) -> {
            for (Call.Sort sort : sorts) {
                int result = compare(sort, one.get(sort.field()), other.get(sort.field()));
                if (result != 0) {
                    return result;
                }
            }
            return 0;
        };
    }

    /** Nulls come first ascending and last descending, unless something else is said. */
    private static int compare(Call.Sort sort, @Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            boolean first = sort.nullsFirst() == null ? !sort.descending() : sort.nullsFirst();
            return one == other ? 0 : (one == null) == first ? -1 : 1;
        }
        int result = ReferenceConditions.compare(one, other);
        return sort.descending() ? -result : result;
    }

    private static List<Integer> ties(List<Map<String, Object>> rows, List<Call.Sort> sorts) {
        List<Integer> ties = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0 && order(sorts).compare(rows.get(i - 1), rows.get(i)) != 0) {
                ties.add(size);
                size = 0;
            }
            size++;
        }
        ties.add(size);
        return ties;
    }

    // ------------------------------------------------------------------------------------------------ shapes

    static Map<String, Object> fields(ModelFacts facts, Map<String, Object> row) {
        Map<String, Object> fields = new LinkedHashMap<>(row);
        if (facts.idsMade()) {
            fields.remove("id");
        }
        return fields;
    }

    Map<String, Object> show(ModelFacts facts, Map<String, Object> row, Call.Shape shape, Call.Sight sight) {
        return shape.view() == null ? fields(facts, row) : show(facts, row, shape.view(), shape.narrowed(), sight);
    }

    private Map<String, Object> show(
            ModelFacts facts,
            Map<String, Object> row,
            Class<? extends Record> view,
            List<Call.Narrow> narrowed,
            Call.Sight sight) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Shapes.Part part : Shapes.parts(facts, view)) {
            if (part.nested() == null) {
                shown.put(part.component(), row.get(part.name()));
                continue;
            }
            Facts.Relation relation = facts.relation(part.name());
            List<Object> items = branch(relation, row, part.nested(), narrowed, sight);
            shown.put(
                    part.component(),
                    !relation.many()
                            ? items.isEmpty() ? null : items.get(0)
                            : Shapes.ordered(part, narrowed) ? items : Shapes.bag(items));
        }
        return shown;
    }

    private List<Object> branch(
            Facts.Relation relation,
            Map<String, Object> row,
            Class<? extends Record> view,
            List<Call.Narrow> narrowed,
            Call.Sight sight) {
        ModelFacts target = Facts.model(relation.target());
        ReferenceConditions conditions = new ReferenceConditions(model, sight);
        List<Map<String, Object>> rows = conditions.related(relation, row);
        for (Call.Narrow narrow : narrowed) {
            if (narrow.relation().equals(relation.name())) {
                rows = rows.stream()
                        .filter(one -> conditions.holds(target, one, narrow.where()))
                        .toList();
                rows = part(sorted(rows, narrow.ask().sorts(), narrow.ask().paged()), narrow.ask());
            }
        }
        return rows.stream()
                .map(one -> (Object) show(target, one, view, List.of(), sight))
                .toList();
    }

    // ------------------------------------------------------------------------------------------------ aggregates

    private static @Nullable Object computed(ModelFacts facts, Call.Find find, List<Map<String, Object>> rows) {
        String field = Objects.requireNonNull(find.field());
        List<Object> values = rows.stream()
                .map(row -> row.get(field))
                .filter(Objects::nonNull)
                .toList();
        if (find.verb() == Call.Verb.min || find.verb() == Call.Verb.max) {
            Comparator<Object> order = ReferenceConditions::compare;
            return values.stream()
                    .min(find.verb() == Call.Verb.min ? order : order.reversed())
                    .orElse(null);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Object value : values) {
            sum = sum.add(new BigDecimal(value.toString()));
        }
        if (find.verb() == Call.Verb.sum) {
            return Plain.stripped(sum);
        }
        return values.isEmpty()
                ? null
                : Plain.stripped(
                        sum.divide(BigDecimal.valueOf(values.size()), new MathContext(38, RoundingMode.HALF_UP)));
    }

    private static Map<Object, Object> counted(Call.Find find, List<Map<String, Object>> rows) {
        Map<Object, Object> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(String.valueOf(row.get(find.field())), 1L, (a, b) -> (Long) a + (Long) b));
        return new java.util.TreeMap<>(counts);
    }
}
