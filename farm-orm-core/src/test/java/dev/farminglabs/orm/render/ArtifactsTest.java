package dev.farminglabs.orm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.definition.Naming;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are written when they differ, and what cannot be meant is refused. */
class ArtifactsTest {

    @TempDir
    Path directory;

    private Artifacts all() {
        return Artifacts.of(new Shop())
                .sql(SqlDialect.POSTGRESQL, directory.resolve("db/V1__shop.sql"))
                .liquibase(SqlDialect.H2, directory.resolve("shop.sql"))
                .mongo(directory.resolve("shop.js"))
                .mermaid(directory.resolve("shop.md"));
    }

    @Test
    void onlyWhatChangedIsWritten() throws IOException {
        Path page = directory.resolve("shop.md");
        Path script = directory.resolve("db/V1__shop.sql");
        assertThat(all().outdated()).hasSize(4);
        assertThat(page).doesNotExist();
        assertThat(all().write()).hasSize(4);
        assertThat(all().outdated()).isEmpty();
        assertThat(all().write()).isEmpty();

        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(script, longAgo);
        Files.writeString(page, "something else");
        assertThat(all().outdated()).containsExactly(page);
        assertThat(all().write()).containsExactly(page);
        assertThat(Files.getLastModifiedTime(script)).isEqualTo(longAgo);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("db", "shop.sql", "shop.js", "shop.md");
    }

    @Test
    void lineEndsOfWindowsAreNoChange() throws IOException {
        all().write();
        Path page = directory.resolve("shop.md");
        Files.writeString(page, Files.readString(page).replace("\n", "\r\n"));
        assertThat(all().outdated()).isEmpty();

        Files.writeString(page, Files.readString(page) + "more\r\n");
        assertThat(all().write()).containsExactly(page);
        assertThat(Files.readString(page))
                .contains("\r\n")
                .doesNotContain("more")
                .doesNotContainPattern("[^\r]\n");
    }

    @Test
    void severalSchemasAreOne() {
        String sql = text(Artifacts.of(new Shop(), Schema.of("other", new Other("others")))
                .sql(SqlDialect.SQLITE, directory.resolve("x.sql")));
        assertThat(sql).contains("-- Schema shop, other,", "create table \"customers\"", "create table \"others\"");
    }

    static final class Other extends Model<Other> {
        public final IdField<String> id = id();

        Other(String table) {
            super(table);
        }
    }

    @Test
    void twoModelsInOneTableAreRefused() {
        assertRefused(
                () -> Artifacts.of(new Shop(), Schema.of("other", new Other("customers"))),
                OrmErrorCode.INVALID_SCHEMA,
                "model customer of schema shop and model other of schema other are both in table customers");
    }

    /** So a schema of one domain refers to a model of another. */
    @Test
    void aModelThatTwoSchemasListIsOneTable() {
        Schema sales = Schema.of("sales", BUYER);
        Schema billing = Schema.of("billing", BUYER, BILL);
        List<Path> written = Artifacts.of(sales, billing)
                .sql(SqlDialect.POSTGRESQL, directory.resolve("x.sql"))
                .prisma(PrismaProvider.POSTGRESQL, directory.resolve("x.prisma"))
                .drizzle(SqlDialect.POSTGRESQL, directory.resolve("x.ts"))
                .mongo(directory.resolve("x.js"))
                .mermaid(directory.resolve("x.md"))
                .write();
        List<String> tables = List.of(
                "create table \"buyers\"",
                "@@map(\"buyers\")",
                "pgTable(\"buyers\"",
                "{\"create\":\"buyers\"}",
                "`buyers`");
        for (int at = 0; at < tables.size(); at++) {
            assertThat(String.valueOf(Target.read(written.get(at)))).containsOnlyOnce(tables.get(at));
        }
        assertThat(Artifacts.of(sales, billing)
                        .migration(SqlDialect.H2, directory.resolve("db"), "both")
                        .map(Target::read)
                        .orElseThrow())
                .containsOnlyOnce("create table if not exists \"buyers\"");
    }

    @Test
    void aModelUnderTwoNamesIsTwoTablesAndNoModelOfOtherTools() {
        Artifacts apart = Artifacts.of(
                Schema.of("sales", BUYER).definition(PhysicalNaming.DEFAULT),
                Schema.of("billing", BUYER).definition(new PhysicalNaming(Naming.SNAKE_CASE, "b_", null)));
        Path file = directory.resolve("x");
        assertThat(text(apart.sql(SqlDialect.SQLITE, file)))
                .contains("create table \"buyers\"", "create table \"b_buyers\"");
        assertRefused(
                apart.prisma(PrismaProvider.SQLITE, directory.resolve("y"))::write,
                OrmErrorCode.INVALID_SCHEMA,
                "Model buyer has other names in schema sales than in schema billing");
    }

    static final Buyer BUYER = new Buyer();
    static final Bill BILL = new Bill();

    static final class Buyer extends Model<Buyer> {
        public final IdField<String> id = id();

        Buyer() {
            super("buyers");
        }
    }

    static final class Bill extends Model<Bill> {
        public final IdField<String> id = id();
        public final StringField buyerId = string().references(() -> BUYER.id);

        Bill() {
            super("bills");
        }
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        Path file = directory.resolve("x.sql");
        Artifacts once = Artifacts.of(new Shop()).sql(SqlDialect.H2, file);
        assertRefused(() -> once.mermaid(file), OrmErrorCode.INVALID_QUERY, "is named twice");
        assertRefused(() -> once.mermaid(directory), OrmErrorCode.INVALID_QUERY, "is a directory");
        assertRefused(() -> Artifacts.of(new Shop()).write(), OrmErrorCode.INVALID_QUERY, "nothing to write");
        assertRefused(() -> Artifacts.of(new Schema[0]), OrmErrorCode.INVALID_QUERY, "no schema");
        assertRefused(
                () -> SqlDialect.of("postgres"),
                OrmErrorCode.INVALID_QUERY,
                "There is no SQL dialect called postgres. Did you mean postgresql?");
        assertRefused(() -> PrismaProvider.of("h2"), OrmErrorCode.INVALID_QUERY, "Known are postgresql, mysql, sqlite");
        assertRefused(
                () -> once.target("prism", "sqlite", directory.resolve("x")),
                OrmErrorCode.INVALID_QUERY,
                "There is no artifact called prism. Did you mean prisma?");
        assertRefused(
                () -> once.drizzle(SqlDialect.H2, directory.resolve("x")),
                OrmErrorCode.UNSUPPORTED,
                "Drizzle does not know h2");
        assertThat(SqlDialect.of("MariaDB")).isEqualTo(SqlDialect.MARIADB);
        assertThat(PrismaProvider.of("MariaDB")).isEqualTo(PrismaProvider.MYSQL);
    }

    @Test
    void artifactsAreFoundByName() {
        Artifacts artifacts = Artifacts.of(new Shop());
        for (String tool : List.of("sql", "liquibase", "prisma", "prisma-block", "drizzle", "mongo", "mermaid")) {
            artifacts = artifacts.target(tool, "sqlite", directory.resolve(tool));
        }
        assertThat(artifacts.write()).hasSize(7);
        assertThat(artifacts.outdated()).isEmpty();
    }

    @Test
    void nothingIsWrittenWhenOneCannotBe() {
        Artifacts artifacts = all().mermaid(directory.resolve("shop.md/impossible.md"));
        assertThat(artifacts.outdated()).hasSize(5);
        Path file = directory.resolve("never.sql");
        assertThatThrownBy(() -> Artifacts.of(Schema.of("long", new Other("x".repeat(100))))
                        .mermaid(directory.resolve("never.md"))
                        .sql(SqlDialect.POSTGRESQL, file)
                        .write())
                .isInstanceOf(OrmError.class);
        assertThat(directory.resolve("never.md")).doesNotExist();
    }

    static void assertRefused(ThrowingCallable call, OrmErrorCode code, String part) {
        assertThatThrownBy(call)
                .hasMessageContaining(part)
                .isInstanceOfSatisfying(
                        OrmError.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    private static String text(Artifacts artifacts) {
        Path file = artifacts.write().get(0);
        return String.valueOf(Target.read(file));
    }
}
