package dev.farminglabs.orm.driver;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Field;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SentStatementsTest {

    static final class Key extends Model<Key> {
        public final IdField<String> id = id();
        public final StringField owner = string();
        public final StringField text = string().secret();
    }

    static final class Pass extends Model<Pass> {
        public final IdField<String> id = id().secret();
        public final StringField parentId = string().nullable().references(() -> PASS.id);
    }

    /** A use of a pass: both keys hold its id, one with a reference and one with a relation alone. */
    static final class Use extends Model<Use> {
        public final IdField<String> id = id();
        public final StringField passId = string().references(() -> PASS.id);
        public final StringField laterId = string();
        public final BelongsTo<Pass> later = belongsTo(() -> PASS, laterId);
    }

    private static final Key KEY = new Key();
    private static final Pass PASS = new Pass();
    private static final Use USE = new Use();
    private static final Schema KEYS = Schema.of("keys", KEY, PASS, USE);

    private final OrmClient<Schema> orm;

    SentStatementsTest() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:mem:" + getClass().getSimpleName() + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
        orm = FarmOrm.bootstrap(KEYS, database);
    }

    @Test
    void whoListensHearsItsOwnThreadAsLongAsItListens() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        assertThat(SentStatements.heard()).isFalse();
        SentStatements.listen(heard::add, () -> {
            List<String> inner = new ArrayList<>();
            SentStatements.listen(inner::add, () -> orm.model(KEY).count());
            assertThat(inner).singleElement().asString().containsIgnoringCase("select count");
            return orm.model(KEY).findMany();
        });
        Thread other = new Thread(() -> orm.model(KEY).findMany());
        SentStatements.listen(heard::add, () -> {
            other.start();
            return heard;
        });
        other.join();
        orm.model(KEY).count();
        assertThat(heard).hasSize(1).allSatisfy(text -> assertThat(text).containsIgnoringCase("owner"));
        assertThat(SentStatements.heard()).isFalse();
    }

    @Test
    void aSecretIsInNoLog() {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.farminglabs.orm.sql");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.TRACE);
        try {
            orm.model(KEY).create(KEY.owner.set("ada"), KEY.text.set("opens everything"));
            orm.model(KEY).where(KEY.text.in("opens everything", "nothing")).findMany();
            orm.model(PASS).create(PASS.id.set("opens everything too"));
            orm.model(USE).create(USE.passId.set("opens everything too"), USE.laterId.set("opens everything too"));
            orm.model(USE).where(USE.passId.eq("opens everything too")).findMany();
        } finally {
            logger.setLevel(null);
            logger.detachAppender(lines);
        }
        assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList())
                .anySatisfy(line -> assertThat(line).contains("ada", "(secret)"))
                .noneSatisfy(line -> assertThat(line).contains("opens everything"));
    }

    @Test
    void aModelTellsItsFieldsInOrder() {
        assertThat(KEY.fields()).containsExactly(KEY.id, KEY.owner, KEY.text);
        assertThat(KEY.fields().stream().map(Field::fieldNames)).contains(List.of("owner"));
    }
}
