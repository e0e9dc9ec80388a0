package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.Branch;
import dev.farminglabs.orm.ComparableField;
import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.CursorPage;
import dev.farminglabs.orm.Field;
import dev.farminglabs.orm.FieldKinds;
import dev.farminglabs.orm.Matching;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Projection;
import dev.farminglabs.orm.Query;
import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reading calls on a store. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class StoreReads {

    static Map<String, Object> row(ModelFacts facts, Row row) {
        Map<String, Object> plain = new LinkedHashMap<>();
        row.toMap().forEach((name, value) -> plain.put(name, Plain.value(facts.field(name), value)));
        if (facts.idsMade()) {
            plain.remove("id");
        }
        return plain;
    }

    static @Nullable Object unique(Matching matching, OrmClient<Bazaar> orm, Call.FindUnique call) {
        ModelFacts facts = Facts.model(call.model());
        Optional<?> found = call.shape().view() == null
                ? matching.findUnique()
                : matching.findUnique(projection(orm, call.model(), call.shape()));
        return found.map(one -> plain(facts, one, call.shape())).orElse(null);
    }

    static @Nullable Object find(Query query, OrmClient<Bazaar> orm, Call.Find call) {
        Query asked = asked(query, call);
        Field field = call.field() == null ? null : TypedWords.field(call.model(), call.field());
        return switch (call.verb()) {
            case findMany -> many(asked, orm, call);
            case findFirst -> first(asked, orm, call);
            case findPage -> pages(asked, orm, call);
            case stream -> streamed(asked, orm, call);
            case count -> asked.count();
            case exists -> asked.exists();
            case findValues -> values(asked.findValues(field));
            case sum -> asked.sum((FieldKinds.NumberField) field);
            case avg -> asked.avg((FieldKinds.NumberField) field).orElse(null);
            case min -> asked.min((ComparableField) field).orElse(null);
            case max -> asked.max((ComparableField) field).orElse(null);
            case countBy -> counted(asked.countBy(field));
        };
    }

    private static Query asked(Query query, Call.Find call) {
        Query asked = query;
        if (!call.ask().sorts().isEmpty()) {
            asked = asked.orderBy(TypedWords.orders(call.model(), call.ask().sorts()));
        }
        if (call.ask().skip() > 0) {
            asked = asked.skip(call.ask().skip());
        }
        return call.ask().take() == null ? asked : asked.take(call.ask().take());
    }

    private static Projection projection(OrmClient<Bazaar> orm, String model, Call.Shape shape) {
        Projection projection = orm.model((Model) TypedWords.model(model)).projection((Class) shape.view());
        for (Call.Narrow narrow : shape.narrowed()) {
            String target = Facts.model(model).relation(narrow.relation()).target();
            UnaryOperator<Branch> narrowing = branch -> narrowed(branch, target, narrow);
            projection = projection.with(TypedWords.relation(model, narrow.relation()), narrowing);
        }
        return projection;
    }

    private static Branch narrowed(Branch branch, String target, Call.Narrow narrow) {
        Branch narrowed = narrow.where() == null ? branch : branch.where(TypedWords.where(target, narrow.where()));
        if (!narrow.ask().sorts().isEmpty()) {
            narrowed = narrowed.orderBy(TypedWords.orders(target, narrow.ask().sorts()));
        }
        if (narrow.ask().skip() > 0) {
            narrowed = narrowed.skip(narrow.ask().skip());
        }
        return narrow.ask().take() == null
                ? narrowed
                : narrowed.take(narrow.ask().take());
    }

    private static Object plain(ModelFacts facts, Object found, Call.Shape shape) {
        return found instanceof Row row ? row(facts, row) : Shapes.plain(facts, (Record) found, shape.narrowed());
    }

    private static List<Object> plain(List<?> found, Call.Find call) {
        ModelFacts facts = Facts.model(call.model());
        List<Object> plain = new ArrayList<>();
        found.forEach(one -> plain.add(plain(facts, one, call.shape())));
        return plain;
    }

    private static Object many(Query query, OrmClient<Bazaar> orm, Call.Find call) {
        return plain(
                call.shape().view() == null
                        ? query.findMany()
                        : query.findMany(projection(orm, call.model(), call.shape())),
                call);
    }

    private static @Nullable Object first(Query query, OrmClient<Bazaar> orm, Call.Find call) {
        Optional<?> found = call.shape().view() == null
                ? query.findFirst()
                : query.findFirst(projection(orm, call.model(), call.shape()));
        return found.map(one -> plain(Facts.model(call.model()), one, call.shape()))
                .orElse(null);
    }

    private static Object streamed(Query query, OrmClient<Bazaar> orm, Call.Find call) {
        try (Stream<?> found = query.stream(projection(orm, call.model(), call.shape()))) {
            return plain(found.toList(), call);
        }
    }

    private static Object pages(Query query, OrmClient<Bazaar> orm, Call.Find call) {
        List<Object> pages = new ArrayList<>();
        Cursor cursor = Cursor.first(call.size());
        while (cursor != null) {
            CursorPage<?> page = query.findPage(projection(orm, call.model(), call.shape()), cursor);
            pages.add(plain(page.items(), call));
            cursor = page.next();
        }
        return pages;
    }

    private static Object values(List<?> values) {
        List<Object> plain = new ArrayList<>();
        values.forEach(plain::add);
        return plain;
    }

    private static Object counted(Map<?, ?> counts) {
        Map<String, Object> plain = new TreeMap<>();
        counts.forEach((key, count) -> plain.merge(String.valueOf(key), count, (a, b) -> (Long) a + (Long) b));
        return plain;
    }

    private StoreReads() {}
}
