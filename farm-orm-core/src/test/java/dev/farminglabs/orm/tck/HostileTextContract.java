package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static dev.farminglabs.orm.tck.Tenants.ACCOUNT;
import static dev.farminglabs.orm.tck.Tenants.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.CursorPage;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.Upsert.Outcome;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/** Hostile text in every position comes back as it is, or is refused by type. */
public abstract class HostileTextContract extends Contract<Samples> {

    record Label(String label) {}

    /** A model in a table, with a column, of any name. */
    static final class Named extends Model<Named> {
        public final IdField<String> id = id();
        public final StringField value;
        public final StringField key;

        Named(String table, String column) {
            super(table);
            value = string().column(column);
            key = string().unique();
        }
    }

    /** Counts the tests that pass. */
    @RegisterExtension
    final TestWatcher figures = new TestWatcher() {
        @Override
        public void testSuccessful(ExtensionContext context) {
            count(true);
        }

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            count(false);
        }

        private void count(boolean passed) {
            Figures.about(Claim.HOSTILE_TEXT).on(fixture()).counted(0, "tests", passed);
        }
    };

    protected HostileTextContract() {
        super(new Samples());
    }

    static Stream<String> texts() {
        return Hostile.TEXTS.stream();
    }

    static Stream<String> refusedTexts() {
        return Hostile.REFUSED.stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asValueAndInConditions(String text) {
        orm.model(SAMPLE).create(SAMPLE.label.set("<" + text + ">"), SAMPLE.note.set(text));
        orm.model(SAMPLE).create(SAMPLE.label.set("other"), SAMPLE.note.set("other"));
        assertThat(orm.model(SAMPLE).where(SAMPLE.note.eq(text)).findValues(SAMPLE.note))
                .containsExactly(text);
        assertThat(orm.model(SAMPLE).where(SAMPLE.note.in(text, "x")).findValues(SAMPLE.note))
                .containsExactly(text);
        assertThat(orm.model(SAMPLE).where(SAMPLE.note.ne(text)).findValues(SAMPLE.note))
                .containsExactly("other");
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.label.contains("<" + text + ">"))
                        .findValues(SAMPLE.note))
                .containsExactly(text);
        assertThat(orm.model(SAMPLE).where(SAMPLE.label.startsWith("<" + text)).findValues(SAMPLE.note))
                .containsExactly(text);
        assertThat(orm.model(SAMPLE).where(SAMPLE.label.endsWith(text + ">")).findValues(SAMPLE.note))
                .containsExactly(text);
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.label.containsIgnoreCase("<" + text + ">"))
                        .count())
                .isEqualTo(1);
        assertThat(orm.model(SAMPLE).where(SAMPLE.label.eq("other")).updateMany(SAMPLE.note.set(text)))
                .isEqualTo(1);
        assertThat(orm.model(SAMPLE).countBy(SAMPLE.note)).isEqualTo(Map.of(text, 2L));
        assertThat(orm.model(SAMPLE).max(SAMPLE.note)).contains(text);
        assertThat(orm.model(SAMPLE).createMany(List.of(new Label(text)))).isEqualTo(1);
        assertThat(orm.model(SAMPLE).where(SAMPLE.label.eq(text)).deleteMany()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asJsonKeyAndValue(String text) {
        Map<String, Object> data = Map.of(text, List.of(text, Map.of("k" + text, text)));
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.data.set(data), SAMPLE.any.set(text));
        assertThat(orm.model(SAMPLE).findFirst().orElseThrow().get(SAMPLE.data)).isEqualTo(data);
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.data.eq(data), SAMPLE.any.eq(text))
                        .count())
                .isEqualTo(1);
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.data.eq(Map.of(text, "other")))
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asIdAndUniquePart(String text) {
        String id = text;
        if (capabilities().givenIds()) {
            orm.model(DOCUMENT).create(DOCUMENT.id.set(text), DOCUMENT.title.set(text));
        } else {
            id = orm.model(DOCUMENT).create(DOCUMENT.title.set(text)).get(DOCUMENT.id);
        }
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.id.eq(id)).findUnique()).isPresent();
        OrmError error = failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(DOCUMENT).create(DOCUMENT.title.set(text)));
        assertThat(error.violates(DOCUMENT.title)).isTrue();
        assertThat(message(error)).isEqualTo(message(anotherDuplicate()));
        for (String other : List.of("", "x")) {
            assertThat(orm.model(COUNTER)
                            .where(COUNTER.key.is(text, other))
                            .upsert(u -> u.create().update(COUNTER.count.increment(1))))
                    .isEqualTo(Outcome.CREATED);
        }
        assertThat(orm.model(COUNTER)
                        .where(COUNTER.key.is(text, "x"))
                        .upsert(u -> u.create().update(COUNTER.count.increment(1))))
                .isEqualTo(Outcome.UPDATED);
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.id.eq(id)).delete()).isTrue();
    }

    /** Messages hold no value, so any two are the same. */
    private OrmError anotherDuplicate() {
        orm.model(DOCUMENT).create(DOCUMENT.title.set("plain"));
        return failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(DOCUMENT).create(DOCUMENT.title.set("plain")));
    }

    @Test
    void asCursor() {
        Hostile.TEXTS.forEach(text -> orm.model(SAMPLE).create(SAMPLE.label.set(text)));
        List<String> seen = new ArrayList<>();
        Cursor cursor = Cursor.first(1);
        while (cursor != null && seen.size() <= Hostile.TEXTS.size()) {
            CursorPage<Label> page =
                    orm.model(SAMPLE).orderBy(SAMPLE.label.desc()).findPage(Label.class, cursor);
            page.items().forEach(item -> seen.add(item.label()));
            cursor = page.next();
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(Hostile.TEXTS);
        assertThat(seen)
                .isEqualTo(orm.model(SAMPLE).orderBy(SAMPLE.label.desc()).findValues(SAMPLE.label));
        for (String token : Hostile.TEXTS) {
            refused("cursor", () -> orm.model(SAMPLE).findPage(Label.class, Cursor.after(token, 2)));
        }
    }

    @Test
    void asTenant() {
        OrmClient<Tenants> tenants = open(new Tenants(), "hostile_");
        for (String text : Hostile.TEXTS) {
            tenants.model(ORG).create(ORG.id.set(text), ORG.name.set(text));
            tenants.forTenant(text).model(ACCOUNT).create(ACCOUNT.name.set(text));
        }
        for (String text : Hostile.TEXTS) {
            assertThat(tenants.forTenant(text).model(ACCOUNT).findValues(ACCOUNT.name))
                    .containsExactly(text);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asPhysicalNames(String text) {
        String name = text.length() > 20 ? text.substring(0, 20) : text;
        ThrowingCallable use = () -> {
            Named model = new Named(name, name);
            OrmClient<Schema> client = open(Schema.of("named", model), "p");
            client.model(model).create(model.id.set("1"), model.value.set("v"), model.key.set("k"));
            assertThat(client.model(model)
                            .where(model.key.eq("k"), model.value.eq("v"))
                            .orderBy(model.value.asc())
                            .findValues(model.value))
                    .containsExactly("v");
            assertThat(client.model(model)
                            .where(model.key.eq("k"))
                            .upsert(u -> u.create(model.value.set("w")).update(model.value.set("w"))))
                    .isEqualTo(Outcome.UPDATED);
            OrmError error = failure(
                    OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                    () -> client.model(model).create(model.value.set("v"), model.key.set("k")));
            assertThat(error.violates(model.key)).isTrue();
        };
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(use);
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(DataAccessException.class);
            assertThat(OrmError.in(thrown).orElseThrow().code())
                    .isIn(OrmErrorCode.INVALID_SCHEMA, OrmErrorCode.UNSUPPORTED);
        }
        assertThat(orm.model(SAMPLE).count())
                .as("the tables of others are there")
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asPrefix(String text) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(() -> {
            Named model = new Named("n", "value");
            OrmClient<Schema> client = open(Schema.of("named", model), "p" + text);
            client.model(model).create(model.value.set("v"), model.key.set("k"));
            assertThat(client.model(model).findValues(model.value)).containsExactly("v");
        });
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(DataAccessException.class);
            assertThat(OrmError.in(thrown).orElseThrow().code())
                    .isIn(OrmErrorCode.INVALID_SCHEMA, OrmErrorCode.UNSUPPORTED);
        }
    }

    @ParameterizedTest
    @MethodSource("refusedTexts")
    void whatIsNoTextIsRefusedEverywhere(String text) {
        List<ThrowingCallable> calls = List.of(
                () -> orm.model(SAMPLE).create(SAMPLE.label.set(text)),
                () -> orm.model(SAMPLE).create(new Label(text)),
                () -> orm.model(SAMPLE).createMany(List.of(new Label(text))),
                () -> orm.model(SAMPLE).create(SAMPLE.id.set(text), SAMPLE.label.set("a")),
                () -> orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.data.set(Map.of("k", text))),
                () -> orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.data.set(Map.of(text, 1))),
                () -> orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.tags.set(List.of(text))),
                () -> orm.model(SAMPLE).where(SAMPLE.label.eq(text)).count(),
                () -> orm.model(SAMPLE).where(SAMPLE.label.in("a", text)).count(),
                () -> orm.model(SAMPLE).where(SAMPLE.label.contains(text)).count(),
                () -> orm.model(SAMPLE).where(SAMPLE.data.eq(Map.of("k", text))).count(),
                () -> orm.model(SAMPLE).all().updateMany(SAMPLE.note.set(text)),
                () -> orm.model(COUNTER).where(COUNTER.key.is("s", text)).upsert(u -> u.create()),
                () -> orm.model(COUNTER).where(COUNTER.key.is(text, "n")).createIfAbsent());
        for (ThrowingCallable call : calls) {
            OrmError error = failure(OrmErrorCode.INVALID_QUERY, call);
            assertThat(message(error)).doesNotContain(text);
            assertThat(error.store()).as("before any store sees it").isEmpty();
        }
        OrmClient<Tenants> tenants = open(new Tenants(), "refused_");
        failure(
                OrmErrorCode.INVALID_QUERY,
                () -> tenants.forTenant(text).model(ACCOUNT).count());
        assertThat(orm.model(SAMPLE).count()).isZero();
    }
}
