package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.ModelDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What a page of records shows: everything that its address says, looked up.
 *
 * @param schema     the schema
 * @param model      the model
 * @param sight      which records are in sight
 * @param filters    which of them
 * @param via        to which record they are tied, or null
 * @param sort       by what they are ordered, or null for the id alone
 * @param descending whether greater ones come first
 * @param page       which page, from 1
 * @param counted    whether all records are counted
 */
record Listing(
        BoundSchema schema,
        ModelDefinition model,
        Sight sight,
        List<Filter> filters,
        @Nullable Via via,
        @Nullable FieldDefinition sort,
        boolean descending,
        int page,
        boolean counted) {

    static final int SIZE = 25;

    private static final String SORT = "sort";
    private static final String PAGE = "page";
    private static final String COUNT = "count";
    private static final int LAST_PAGE = 100_000;

    static Listing of(BoundSchema schema, ModelDefinition model, MultiValueMap<String, String> query) {
        String sort = query.getFirst(SORT);
        boolean descending = sort != null && sort.startsWith("-");
        FieldDefinition field =
                sort == null || sort.isEmpty() ? null : Catalog.field(model, descending ? sort.substring(1) : sort);
        if (field != null && !sortable(field)) {
            throw Refusal.bad(field + " cannot be ordered by");
        }
        return new Listing(
                schema,
                model,
                Sight.of(query),
                Filter.all(model, query),
                Via.of(name -> Catalog.model(schema, name), query),
                field,
                descending,
                page(query.getFirst(PAGE)),
                query.containsKey(COUNT));
    }

    private static int page(@Nullable String text) {
        if (text == null) {
            return 1;
        }
        if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > LAST_PAGE) {
            throw Refusal.bad("A page is a number from 1 to " + LAST_PAGE);
        }
        return Integer.parseInt(text);
    }

    static boolean sortable(FieldDefinition field) {
        return field.kind() != FieldKind.JSON && !Values.secret(field);
    }

    /** The models whose records are read: this one, and the join model they are tied by. */
    List<ModelDefinition> read() {
        return via == null ? List.of(model) : List.of(model, via.join());
    }

    /** The same with other records in sight. */
    Listing sight(Sight other) {
        return new Listing(schema, model, other, filters, via, sort, descending, 1, false);
    }

    /** The address of this page's parameters with another page number. */
    MultiValueMap<String, String> query(int otherPage) {
        MultiValueMap<String, String> query = query();
        if (otherPage > 1) {
            query.add(PAGE, String.valueOf(otherPage));
        }
        return query;
    }

    /** The same records from the first page on. */
    MultiValueMap<String, String> query() {
        return query(filters, sort, descending);
    }

    MultiValueMap<String, String> counting() {
        MultiValueMap<String, String> query = query(page);
        query.add(COUNT, "1");
        return query;
    }

    /** Without one of the filters. */
    MultiValueMap<String, String> without(Filter filter) {
        return query(filters.stream().filter(each -> !each.equals(filter)).toList(), sort, descending);
    }

    /** Ordered by the field; the other way round where it is ordered by it already. */
    MultiValueMap<String, String> orderedBy(FieldDefinition field) {
        return query(filters, field, field == sort && !descending);
    }

    private MultiValueMap<String, String> query(List<Filter> kept, @Nullable FieldDefinition by, boolean down) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        kept.forEach(filter -> filter.to(query));
        if (via != null) {
            via.to(query);
        }
        if (by != null) {
            query.add(SORT, (down ? "-" : "") + by.name());
        }
        sight.to(query);
        return query;
    }
}
