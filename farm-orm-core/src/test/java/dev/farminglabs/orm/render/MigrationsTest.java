package dev.farminglabs.orm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.Stores;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.JdbcPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;

/** What has changed since the last migration is in the next; what may lose data is a comment. */
class MigrationsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

    enum Size {
        SMALL,
        BIG
    }

    enum MoreSizes {
        SMALL,
        BIG,
        HUGE
    }

    static final class Before extends Model<Before> {
        public final IdField<String> id = id();
        public final StringField name = string().length(30);
        public final StringField gone = string().nullable();
        public final EnumField<Size> size = enumeration(Size.class);

        Before() {
            super("things");
        }
    }

    static final After AFTER = new After();

    static final class After extends Model<After> {
        public final IdField<String> id = id();
        public final StringField name = string().length(20).unique();
        public final EnumField<MoreSizes> size = enumeration(MoreSizes.class);
        public final StringField label = string();
        public final StringField colour = string().defaultTo("it's red").describe("What it looks like");

        After() {
            super("things");
        }
    }

    static final class Piece extends Model<Piece> {
        public final IdField<String> id = id();
        public final StringField thingId = string().references(() -> AFTER.id).onDelete(OnDelete.CASCADE);

        Piece() {
            super("pieces");
        }
    }

    private static final Schema OLD = Schema.of("things", new Before());
    private static final Schema NEW = Schema.of("things", AFTER, new Piece());

    @TempDir
    Path base;

    private Path directory;

    @BeforeEach
    void inADirectoryOfItsOwn() {
        directory = base;
    }

    private Optional<Path> migrate(SqlDialect dialect, Schema schema) {
        return Artifacts.of(schema).migration(dialect, directory, "Some Change!");
    }

    @TestFactory
    Stream<DynamicTest> oneAfterTheOther() {
        return AcceptedTable.row("migration", "Flyway")
                .tried()
                .map(dialect -> DynamicTest.dynamicTest(dialect.store(), () -> {
                    directory = Files.createDirectory(base.resolve(dialect.store()));
                    oneAfterTheOther(dialect);
                }));
    }

    private void oneAfterTheOther(SqlDialect dialect) throws IOException {
        try (JdbcPlace place = AcceptedTable.open(dialect)) {
            assertThat(Artifacts.of(OLD).migrated(dialect, directory)).isFalse();
            assertThat(migrate(dialect, OLD)).contains(directory.resolve("V1__some_change.sql"));
            assertThat(migrate(dialect, OLD)).isEmpty();
            assertThat(Artifacts.of(OLD).migrated(dialect, directory)).isTrue();
            run(place);
            assertThat(Setup.of(OLD, place.store()).plan()).isEmpty();

            Path second = directory.resolve("V2__some_change.sql");
            assertThat(migrate(dialect, NEW)).contains(second);
            assertThat(migrate(dialect, NEW)).isEmpty();
            run(place);
            assertThat(Setup.of(NEW, place.store()).plan()).isEmpty();
            assertThat(Files.readString(second))
                    .contains(
                            "-- Risk: required and without a default, so it fails when the table has records\nalter table")
                    .contains("-- Risk: fails when two records hold the same values\ncreate unique index")
                    .contains("-- column gone of table things is no longer in the schema\n"
                            + "-- Risk: all its values are lost\n"
                            + "-- alter table " + dialect.identifier().quoted("things") + " drop column "
                            + dialect.identifier().quoted("gone") + ";\n")
                    .contains("-- column name of table things changes. It was made by\n")
                    .contains("-- check things_size_check of table things changes")
                    .contains(
                            dialect.ddl().alterable()
                                    ? "-- Risk: between the two statements nothing is kept"
                                    : "-- Risk: values that do not fit are lost");
            enable(second, place, "drop column");
            assertThat(Setup.of(NEW.definition(PhysicalNaming.DEFAULT), Stores.open(place.store()))
                            .drift())
                    .extracting(Difference::where)
                    .doesNotContain("things.gone");
        }
    }

    static final class Marked extends Model<Marked> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final DateTimeField deletedAt = softDelete();

        Marked() {
            super("people");
        }
    }

    static final class Freed extends Model<Freed> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final DateTimeField deletedAt = softDelete();
        public final BooleanField live = live();

        Freed() {
            super("people");
        }
    }

    /** What is marked lets go of its keys, and what is there keeps them. */
    @TestFactory
    Stream<DynamicTest> whoSaysLiveLater() {
        return AcceptedTable.row("migration", "Flyway")
                .tried()
                .map(dialect -> DynamicTest.dynamicTest(dialect.store(), () -> {
                    directory = Files.createDirectory(base.resolve(dialect.store()));
                    whoSaysLiveLater(dialect);
                }));
    }

    private void whoSaysLiveLater(SqlDialect dialect) throws IOException {
        Marked marked = new Marked();
        Freed freed = new Freed();
        Schema before = Schema.of("people", marked);
        Schema after = Schema.of("people", freed);
        try (JdbcPlace place = AcceptedTable.open(dialect)) {
            migrate(dialect, before);
            run(place);
            OrmClient<Schema> old = FarmOrm.client(before, place.store()).connect();
            for (String name : List.of("ann", "bob")) {
                old.model(marked).create(marked.name.set(name));
            }
            old.model(marked).where(marked.name.eq("ann")).delete();

            Path second = migrate(dialect, after).orElseThrow();
            assertThat(Files.readString(second))
                    .contains("-- Risk: without it they keep their unique keys\n-- update ", " is not null;\n")
                    .doesNotContain("column name of table people changes");
            run(place);
            assertThat(Setup.of(after, place.store()).drift())
                    .extracting(Difference::toString)
                    .containsExactly("people.people_name_key: expected no unique index over [name] alone,"
                            + " found one, by which records that are marked as deleted hold their keys");
            enable(second, place, "update ");
            enable(second, place, "drop index");
            assertThat(Setup.of(after, place.store()).drift()).isEmpty();

            OrmClient<Schema> people = FarmOrm.client(after, place.store()).connect();
            people.model(freed).create(freed.name.set("ann"));
            assertThat(people.model(freed).orderBy(freed.name.asc()).findValues(freed.name))
                    .containsExactly("ann", "bob");
            assertThat(people.model(freed)
                            .withDeleted()
                            .where(freed.live.isNull())
                            .findValues(freed.name))
                    .containsExactly("ann");
            assertThatThrownBy(() -> people.model(freed).create(freed.name.set("bob")))
                    .isInstanceOf(DuplicateKeyException.class);
        }
    }

    @Test
    void whereNothingWasMarkedBeforeNothingIsToBeDone() throws IOException {
        migrate(SqlDialect.H2, Schema.of("people", new Named()));
        assertThat(Files.readString(
                        migrate(SqlDialect.H2, Schema.of("people", new Freed())).orElseThrow()))
                .contains("\"live\"")
                .doesNotContain("update ");
    }

    static final class Named extends Model<Named> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();

        Named() {
            super("people");
        }
    }

    /** Does what a person does who takes the dashes away. */
    private static void enable(Path file, JdbcPlace place, String part) throws IOException {
        Files.readString(file)
                .lines()
                .filter(line -> line.startsWith("-- ") && line.contains(part))
                .forEach(line -> place.execute(line.substring(3)));
    }

    private void run(JdbcPlace place) {
        Flyway.configure()
                .dataSource((DataSource) place.store())
                .locations("filesystem:" + directory)
                .load()
                .migrate();
    }

    @Test
    void aTableThatIsGoneIsForAPersonToDrop() throws IOException {
        migrate(SqlDialect.SQLITE, NEW);
        Path second = migrate(SqlDialect.SQLITE, Schema.of("things", AFTER)).orElseThrow();
        assertThat(Files.readString(second).lines().skip(2))
                .containsExactly(
                        "-- What follows is for a person to decide: take the dashes away from what is to be done.",
                        "",
                        "-- table pieces is no longer in the schema",
                        "-- Risk: all its records are lost",
                        "-- drop table \"pieces\";");
    }

    @Test
    void theConventionOfTheDirectoryIsKept() throws IOException {
        Files.writeString(directory.resolve("V20260101000000__first.sql"), "");
        Artifacts.of(OLD).baseline(SqlDialect.H2, directory);
        assertThat(migrate(SqlDialect.H2, OLD)).isEmpty();
        assertThat(new Migrations(ShopText.sources(NEW), SqlDialect.H2, directory).next("x", CLOCK))
                .contains(directory.resolve("V20260304050607__x.sql"));
        Files.writeString(directory.resolve("V1__first.sql"), "");
        assertRefused("some migrations have numbers and others times");
    }

    @Test
    void gapsAndNamesThatFlywayPassesOverAreRefused() throws IOException {
        migrate(SqlDialect.H2, OLD);
        Files.writeString(directory.resolve("V3__third.sql"), "");
        assertRefused("version 2 is missing");
        Files.writeString(directory.resolve("V02__second.sql"), "");
        Files.writeString(directory.resolve("V2__second.sql"), "");
        assertRefused("version 2 is there twice");
        Files.writeString(directory.resolve("v4_fourth.sql"), "");
        assertRefused("v4_fourth.sql is not called V<number>__<description>.sql");
    }

    @Test
    void whatHasChangedMustBeKnown() throws IOException {
        Files.writeString(directory.resolve("V1__by_hand.sql"), "");
        assertRefused("no snapshot");
        Artifacts.of(OLD).baseline(SqlDialect.POSTGRESQL, directory);
        assertRefused("are for postgresql, not for h2");
        Files.writeString(directory.resolve("farm-orm-snapshot.json"), "{");
        assertRefused("is not a snapshot");
    }

    /** MySQL has no key over text without a length, so the key waits for the column. */
    @Test
    void aKeyOverAColumnThatChangesIsForAPersonToo() throws IOException {
        String key = "create unique index `thing_key_key`";
        for (SqlDialect dialect : List.of(SqlDialect.MYSQL, SqlDialect.MARIADB)) {
            directory = Files.createDirectory(base.resolve(dialect.store()));
            migrate(dialect, Schema.of("things", new Keyed(false)));
            Path second = migrate(dialect, Schema.of("things", new Keyed(true))).orElseThrow();
            assertThat(Files.readString(second))
                    .contains("-- unique key thing_key_key of table thing needs a column that changes\n"
                            + "-- Risk: fails when two records hold the same values\n-- " + key);
        }
        directory = Files.createDirectory(base.resolve("postgresql"));
        migrate(SqlDialect.POSTGRESQL, Schema.of("things", new Keyed(false)));
        assertThat(Files.readString(migrate(SqlDialect.POSTGRESQL, Schema.of("things", new Keyed(true)))
                        .orElseThrow()))
                .contains("\n" + key.replace('`', '"'));
    }

    /** Two texts share what an entry of an index holds. */
    @Test
    void aKeyThatLeavesATextLessRoomIsForAPersonToo() throws IOException {
        migrate(SqlDialect.MARIADB, Schema.of("people", new Named()));
        assertThat(Files.readString(migrate(SqlDialect.MARIADB, Schema.of("people", new Placed()))
                        .orElseThrow()))
                .contains("-- column name of table people changes", "add column `name` varchar(381)")
                .contains("-- unique key people_name_street_key of table people needs a column that changes\n");
    }

    static final class Placed extends Model<Placed> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final StringField street = string();

        public final Unique2<String, String> place = unique(name, street);

        Placed() {
            super("people");
        }
    }

    static final class Keyed extends Model<Keyed> {
        public final IdField<String> id = id();
        public final StringField key;

        Keyed(boolean unique) {
            super("thing");
            key = unique ? string().length(20).unique() : string();
        }
    }

    /** Who takes back a migration has to take back what is recorded of it. */
    @Test
    void aMigrationThatWasTakenBackIsMissed() throws IOException {
        migrate(SqlDialect.H2, OLD);
        Files.delete(migrate(SqlDialect.H2, NEW).orElseThrow());
        assertRefused("after version 2, which is not there");
        Artifacts.of(OLD).baseline(SqlDialect.H2, directory);
        assertThat(migrate(SqlDialect.H2, NEW)).contains(directory.resolve("V2__some_change.sql"));
    }

    /** Flyway looks there too. */
    @Test
    void migrationsFurtherDownCount() throws IOException {
        migrate(SqlDialect.H2, OLD);
        Files.createDirectory(directory.resolve("more"));
        Files.writeString(directory.resolve("more/V1__again.sql"), "");
        assertRefused("version 1 is there twice");
    }

    private void assertRefused(String part) {
        ArtifactsTest.assertRefused(() -> migrate(SqlDialect.H2, NEW), OrmErrorCode.INVALID_QUERY, part);
    }
}
