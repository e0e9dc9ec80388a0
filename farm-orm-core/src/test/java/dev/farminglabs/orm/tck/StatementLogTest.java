package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.OrmClientBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    private static List<String> logged(StoreFixture fixture, String name, Level level) {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.farminglabs.orm." + name);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(level);
        try (StorePlace place = fixture.open()) {
            useEveryVerb(place);
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
