package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.OrmClientBuilder;
import dev.farminglabs.orm.Schema;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What a store is told can be read in the log; stored values only by those who ask for them. */
class StatementLogTest {

    /** In every value that is written or asked for, and in the keys of JSON. */
    private static final String MARK = "m4rk";

    private static final Map<String, Object> JSON = Map.of(MARK, Map.of("$gt", MARK));

    static Stream<Arguments> stores() {
        return Stream.of(
                Arguments.of(new H2Fixture(), "sql", List.of("merge into", "select", "delete from", "update")),
                Arguments.of(
                        new RedisFixture(RedisFixture.Library.LETTUCE), "redis", List.of("EVALSHA APPLY", "SCAN ")),
                Arguments.of(
                        new MongoFixture(),
                        "mongo",
                        List.of(
                                "find ",
                                "insert ",
                                "{order: ?, note: ?}",
                                "{$set: {order: ?",
                                "aggregate ",
                                "delete ")));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void holdsNoValueAtDebug(StoreFixture fixture, String name, List<String> parts) {
        String debug = String.join("\n", logged(fixture, name, Level.DEBUG));
        assertThat(debug).containsIgnoringCase("sample").doesNotContain(MARK);
        assertThat(parts).allSatisfy(part -> assertThat(debug).containsIgnoringCase(part));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void holdsThemAtTraceAndNothingAtInfo(StoreFixture fixture, String name, List<String> parts) {
        assertThat(logged(fixture, name, Level.TRACE))
                .anySatisfy(line -> assertThat(line).contains(MARK));
        assertThat(logged(fixture, name, Level.INFO)).isEmpty();
    }

    static Stream<StoreFixture> databases() {
        return Stream.of(new H2Fixture(), new PostgreSqlFixture(), new MariaDbFixture(), new SqliteFixture());
    }

    /** In every way a value gets into a statement: by itself, in lists, in patterns, in rows, and from a cursor. */
    @ParameterizedTest
    @MethodSource("databases")
    void leavesSecretsOutOfSqlAtTraceToo(StoreFixture fixture) {
        assertThat(logged(fixture, "sql", Level.TRACE, StatementLogTest::useSecrets))
                .anySatisfy(line -> assertThat(line).contains(Vault.OPEN))
                .anySatisfy(line -> assertThat(line).contains("(secret)"))
                .allSatisfy(line -> assertThat(line).doesNotContain(MARK));
    }

    private static void useSecrets(StorePlace place) {
        OrmClientBuilder<Vault> builder = FarmOrm.client(new Vault(), place.store());
        builder.setup().push();
        OrmClient<Vault> orm = builder.connect();
        orm.model(KEY).create(KEY.door.set(Vault.OPEN), KEY.code.set(MARK), KEY.hint.set(JSON));
        orm.model(KEY).createMany(List.of(new NewKey("b", MARK + 1, JSON), new NewKey("c", MARK + 2, JSON)));
        orm.model(KEY).where(KEY.code.eq(MARK)).findUnique();
        orm.model(KEY).where(KEY.code.in(MARK, MARK + 1)).findMany();
        orm.model(KEY).where(KEY.code.notIn(MARK, MARK + 1)).count();
        orm.model(KEY).where(KEY.code.contains(MARK), KEY.hint.eq(JSON)).exists();
        orm.model(KEY).where(KEY.code.eqIgnoreCase(MARK)).exists();
        Cursor next = orm.model(KEY)
                .orderBy(KEY.code.asc())
                .findPage(NewKey.class, Cursor.first(1))
                .next();
        orm.model(KEY).orderBy(KEY.code.asc()).findPage(NewKey.class, Cursor.after(next.token(), 1));
        orm.model(KEY).where(KEY.door.eq(Vault.OPEN)).update(KEY.code.set(MARK + 3));
        orm.model(KEY).where(KEY.code.gt(MARK)).updateMany(KEY.hint.set(JSON));
        for (String door : List.of("d", "d")) {
            orm.model(KEY)
                    .where(KEY.door.eq(door))
                    .upsert(key -> key.create(KEY.code.set(MARK + 4))
                            .update(KEY.code.set(MARK + 5))
                            .when(KEY.code.ne(MARK)));
        }
        orm.model(KEY).where(KEY.code.eq(MARK + 6)).createIfAbsent(KEY.door.set("e"));
        orm.model(KEY).where(KEY.code.startsWith(MARK)).deleteMany();
    }

    private static final Vault.Key KEY = Vault.KEY;

    /** What is written at once. */
    record NewKey(String door, String code, @Nullable Map<String, Object> hint) {}

    /** Values that no log shows, beside one that it does. */
    public static final class Vault extends Schema {
        static final String OPEN = "plain to see";
        public static final Key KEY = new Key();

        Vault() {
            super("vault", KEY);
        }

        public static final class Key extends Model<Key> {
            public final IdField<String> id = id();
            public final StringField door = string().unique();
            public final StringField code = string().unique().secret();
            public final JsonField<Map<String, Object>> hint = json().nullable().secret();
        }
    }

    private static List<String> logged(StoreFixture fixture, String name, Level level) {
        return logged(fixture, name, level, StatementLogTest::useEveryVerb);
    }

    private static List<String> logged(StoreFixture fixture, String name, Level level, Consumer<StorePlace> use) {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.farminglabs.orm." + name);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(level);
        try (StorePlace place = fixture.open()) {
            use.accept(place);
        } finally {
            logger.setLevel(null);
            logger.detachAppender(lines);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static void useEveryVerb(StorePlace place) {
        OrmClientBuilder<Samples> builder = FarmOrm.client(new Samples(), place.store());
        builder.setup().push();
        OrmClient<Samples> orm = builder.connect();
        orm.model(SAMPLE).create(SAMPLE.id.set(MARK + 1), SAMPLE.label.set(MARK));
        orm.model(SAMPLE).create(SAMPLE.label.set(MARK), SAMPLE.note.set(MARK), SAMPLE.data.set(JSON));
        orm.model(SAMPLE).where(SAMPLE.data.eq(JSON)).findMany();
        orm.model(SAMPLE).where(SAMPLE.id.eq(MARK + 1)).update(SAMPLE.label.set(MARK + 2));
        orm.model(SAMPLE)
                .where(SAMPLE.label.eq(MARK).and(SAMPLE.note.contains(MARK)))
                .orderBy(SAMPLE.label.asc())
                .findMany();
        orm.model(SAMPLE).where(SAMPLE.label.startsWith(MARK)).count();
        orm.model(SAMPLE).where(SAMPLE.label.eq(MARK)).updateMany(SAMPLE.note.set(MARK + 3));
        orm.model(SAMPLE).where(SAMPLE.label.eq(MARK)).deleteMany();
        orm.model(DOCUMENT)
                .where(DOCUMENT.title.eq(MARK))
                .upsert(document -> document.create(DOCUMENT.text.set(MARK)).update(DOCUMENT.text.set(MARK)));
    }
}
