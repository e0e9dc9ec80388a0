package dev.farminglabs.orm.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.error.OrmErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prisma's schema says what the models say, and leaves alone what people wrote. */
class PrismaFileTest {

    private static final String BY_HAND = "// mine\nmodel Mine {\n  id Int @id\n}";

    @TempDir
    Path directory;

    private Artifacts block() {
        return Artifacts.of(new Shop()).prisma(PrismaProvider.POSTGRESQL, file(), PrismaMode.BLOCK);
    }

    private Path file() {
        return directory.resolve("schema.prisma");
    }

    @Test
    void aNewFileIsWholeFromTheFirstRun() throws IOException {
        block().write();
        assertThat(Files.readString(file())).contains("datasource db {", "// <farm-orm>", "model Customer {");
        assertThat(block().outdated()).isEmpty();
    }

    @Test
    void whatPeopleWroteStays() throws IOException {
        Files.writeString(file(), BY_HAND);
        block().write();
        String first = Files.readString(file());
        assertThat(first).startsWith(BY_HAND + "\n\n// <farm-orm>").endsWith("// </farm-orm>\n");
        assertThat(block().outdated()).isEmpty();

        Files.writeString(file(), first.replace("model Order {", "model Changed {") + "\n// after\n");
        assertThat(block().write()).containsExactly(file());
        assertThat(Files.readString(file())).isEqualTo(first + "\n// after\n");
    }

    @Test
    void aRegionThatIsNotWholeIsRefused() throws IOException {
        Files.writeString(file(), "// </farm-orm>\n");
        ArtifactsTest.assertRefused(() -> block().outdated(), OrmErrorCode.INVALID_QUERY, "is not to be told");
    }

    @Test
    void modelsAreWhatTheSchemaSays() {
        String text = new PrismaFile(ShopText.sources(new Shop()), PrismaProvider.POSTGRESQL).whole();
        assertThat(text)
                .contains("  id String @id(map: \"customers_pkey\") @default(uuid(7))\n")
                .contains(
                        "  nickName String? @unique(map: \"customers_nick_name_key\") @map(\"nick_name\") @db.VarChar(40)\n")
                .contains("  updatedAt DateTime @default(now()) @updatedAt @map(\"updated_at\") @db.Timestamptz(3)\n")
                .contains("  buyer Customer @relation(\"Order_buyerId\", fields: [buyerId], references: [id],"
                        + " onDelete: Restrict, onUpdate: NoAction, map: ")
                .contains("  seller Customer? @relation(\"Order_sellerId\",")
                .contains("  bought Order[] @relation(\"Order_buyerId\")\n")
                .contains("  paid Order[] @relation(\"Order_payerId\")\n")
                .contains("  orderBySellerId Order[] @relation(\"Order_sellerId\")\n")
                .contains("  passport Passport[] @relation(\"Passport_customerEmail\")\n")
                .contains("  @@unique([customerEmail, live], map: \"passport_customer_email_live_key\")\n")
                .contains("  @@unique([orderId, number], map: \"line_order_id_the \\\"number\\\" of it's line_key\")")
                .contains("  /// One of: open, in work, it's \"done\"\n  state String @default(\"open\")\n")
                .contains("  number Int @map(\"the \\\"number\\\" of it's line\")\n")
                .contains("  @@map(\"order's \\\"table\\\"\")\n");
    }

    @Test
    void enumerationsAreTypesWhereTheDatabaseHasNone() {
        String text = new PrismaFile(ShopText.sources(new Shop()), PrismaProvider.SQLITE).whole();
        assertThat(text)
                .contains("  state State @default(OPEN)\n")
                .contains("enum State {\n  OPEN @map(\"open\")\n  IN_WORK @map(\"in work\")\n"
                        + "  DONE @map(\"it's \\\"done\\\"\")\n}\n");
    }

    @Test
    void namespacesAreWrittenOrRefused() {
        assertThat(new PrismaFile(ShopText.inNamespace("app"), PrismaProvider.POSTGRESQL).whole())
                .contains("schemas  = [\"app\"]", "@@schema(\"app\")", "@@map(\"acme_customers\")");
        ArtifactsTest.assertRefused(
                () -> new PrismaFile(ShopText.inNamespace("app"), PrismaProvider.SQLITE),
                OrmErrorCode.UNSUPPORTED,
                "Namespace app");
    }
}
