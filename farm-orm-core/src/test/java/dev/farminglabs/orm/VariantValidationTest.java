package dev.farminglabs.orm;

import static dev.farminglabs.orm.SchemaValidationTest.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A model that says it is a variant and cannot be one is told why. */
class VariantValidationTest {

    static final Base BASE = new Base();
    static final Own OWN = new Own();

    static final class Base extends Model<Base> {
        public final IdField<String> id = id();
        public final StringField orgId = string().tenant();
    }

    static final class Own extends Model<Own> {
        public final IdField<String> id = id();
        public final StringField orgId = string().tenant();
        public final VariantOf<Base> base = variantOf(() -> BASE);
    }

    static final class Open extends Model<Open> {
        public final IdField<String> id = id();
        public final DateTimeField until = datetime().expires();
        public final VariantOf<Base> base = variantOf(() -> BASE);
    }

    static final class Deeper extends Model<Deeper> {
        public final IdField<String> id = id();
        public final StringField orgId = string().tenant();
        public final VariantOf<Own> own = variantOf(() -> OWN);
    }

    static final class Numbered extends Model<Numbered> {
        public final IdField<Long> id = numericId();
        public final StringField orgId = string().tenant();
        public final VariantOf<Base> base = variantOf(() -> BASE);
    }

    static final class Twice extends Model<Twice> {
        public final IdField<String> id = id().references(() -> BASE.id);
        public final StringField orgId = string().tenant();
        public final VariantOf<Base> base = variantOf(() -> BASE);
        public final VariantOf<Own> own = variantOf(() -> OWN);
    }

    static final class Brief extends Model<Brief> {
        public final IdField<String> id = id();
        public final DateTimeField until = datetime().expires();
    }

    static final Brief BRIEF = new Brief();

    static final class OfBrief extends Model<OfBrief> {
        public final IdField<String> id = id();
        public final VariantOf<Brief> brief = variantOf(() -> BRIEF);
    }

    @Test
    void aGoodOne() {
        assertThat(Schema.of("shop", BASE, OWN).models()).hasSize(2);
    }

    @Test
    void theBaseDecidesOnLifeAndTenant() {
        assertThat(problems(BASE, new Open()))
                .containsExactly(
                        "model open is a variant of base and lives as long as that: declare softDelete() there, and no"
                                + " expires()",
                        "model open is a variant of base, and only one of them names the tenant: declare tenant() in"
                                + " both");
        assertThat(problems(BRIEF, new OfBrief()))
                .containsExactly("model ofBrief is a variant of brief, whose records expire, and would stay behind:"
                        + " a base cannot expire");
    }

    @Test
    void thereIsOneBaseOfOneKind() {
        assertThat(problems(BASE, OWN, new Deeper()))
                .containsExactly("model deeper is a variant of own, which is a variant itself: declare it a variant of"
                        + " the model that is not");
        assertThat(problems(BASE, new Numbered()))
                .contains("field numbered.id is BIGINT but references base.id, which is STRING");
        assertThat(problems(BASE, OWN, new Twice()))
                .contains(
                        "model twice is a variant of more than one model: declare variantOf(...) once",
                        "model twice is a variant, whose id is that of its base: leave references(...) and"
                                + " onDelete(...) out there");
    }

    @Test
    void theBaseIsInTheSchema() {
        assertThat(problems(OWN))
                .containsExactly(
                        "field own.id references base.id, which is not in this schema",
                        "relation own.base points at model base, which is not in this schema");
    }

    static final class Ledger extends Schema {
        static final Entry ENTRY = new Entry();

        Ledger() {
            super("ledger", ENTRY);
        }

        static final class Entry extends Model<Entry> {
            public final IdField<String> id = id();
        }
    }

    static final class Remark extends Model<Remark> {
        public final IdField<String> id = id();
        public final StringField entryId = string().references(() -> Ledger.ENTRY.id);
    }

    @Test
    void aReferenceIntoAnotherSchemaNamesIt() {
        assertThat(problems(new Remark()))
                .containsExactly("field remark.entryId references entry.id, which is not in this schema but in Ledger:"
                        + " list it here too where both are in one store");
        assertThat(Schema.of("remarks", new Remark(), Ledger.ENTRY).models()).hasSize(2);
    }
}
