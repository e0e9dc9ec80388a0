package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.row.RowOrder;
import dev.farminglabs.orm.driver.row.Values;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Parents;
import dev.farminglabs.orm.operation.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads records: filtering, order and pages above the indexes. Used for one operation. */
final class Finds {

    private final Search search;
    private final Arguments arguments;
    private final Find find;
    private final List<FieldDefinition> selected;
    private final Set<FieldDefinition> wanted;

    Finds(Place place, Arguments arguments, Find find) {
        this.search = new Search(place, arguments);
        this.arguments = arguments;
        this.find = find;
        this.selected = find.selection().fields();
        this.wanted = new LinkedHashSet<>(selected);
        find.sorts().forEach(sort -> wanted.add(sort.field()));
    }

    List<@Nullable Object[]> rows() {
        Parents parents = find.parents();
        if (parents != null) {
            return targets(parents);
        }
        return page(search.rows(find.model(), find.where(), null, wanted))
                .map(row -> row.values(selected))
                .toList();
    }

    /** Parent by parent, so that order and page count for each. */
    private List<@Nullable Object[]> targets(Parents parents) {
        Set<Object> keys = new LinkedHashSet<>();
        arguments.list(parents.keys()).forEach(key -> keys.add(Values.normal(key)));
        Map<Object, Set<StoredRow>> byParent =
                parents.relation().joinLocal() == null ? direct(parents.relation(), keys) : joined(parents, keys);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Object key : keys) {
            page(byParent.getOrDefault(key, Set.of())).forEach(row -> rows.add(behind(key, row)));
        }
        return rows;
    }

    private Map<Object, Set<StoredRow>> direct(RelationDefinition relation, Set<Object> keys) {
        Map<Object, Set<StoredRow>> byKey = new LinkedHashMap<>();
        FieldDefinition target = relation.targetKey();
        for (StoredRow row : search.rows(find.model(), find.where(), new Search.Within(target, keys), wanted)) {
            byKey.computeIfAbsent(Objects.requireNonNull(row.get(target)), key -> new LinkedHashSet<>())
                    .add(row);
        }
        return byKey;
    }

    private Map<Object, Set<StoredRow>> joined(Parents parents, Set<Object> keys) {
        RelationDefinition relation = parents.relation();
        FieldDefinition join = Objects.requireNonNull(relation.joinLocal());
        FieldDefinition joinTarget = Objects.requireNonNull(relation.joinTarget());
        List<StoredRow> joining =
                search.rows(join.model(), parents.link(), new Search.Within(join, keys), List.of(join, joinTarget));
        Set<Object> targetKeys = Conditions.held(joining, joinTarget);
        if (targetKeys.isEmpty()) {
            return Map.of();
        }
        Map<Object, Set<StoredRow>> targets = direct(relation, targetKeys);
        Map<Object, Set<StoredRow>> byParent = new LinkedHashMap<>();
        for (StoredRow row : joining) {
            Object to = row.get(joinTarget);
            if (to != null) {
                byParent.computeIfAbsent(Objects.requireNonNull(row.get(join)), key -> new LinkedHashSet<>())
                        .addAll(targets.getOrDefault(to, Set.of()));
            }
        }
        return byParent;
    }

    /** The row with one more cell in front. */
    private @Nullable Object[] behind(Object front, StoredRow row) {
        @Nullable Object[] cells = new @Nullable Object[selected.size() + 1];
        cells[0] = front;
        for (int i = 0; i < selected.size(); i++) {
            cells[i + 1] = row.get(selected.get(i));
        }
        return cells;
    }

    private Stream<StoredRow> page(Collection<StoredRow> rows) {
        Stream<StoredRow> page = rows.stream();
        if (!find.sorts().isEmpty()) {
            page = page.sorted(RowOrder.by(find.sorts()));
        }
        Slot skip = find.skip();
        Slot take = find.take();
        if (skip != null) {
            page = page.skip(arguments.count(skip));
        }
        return take == null ? page : page.limit(arguments.count(take));
    }
}
