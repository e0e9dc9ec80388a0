package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.framework.FrameworkSchema;
import com.acme.modules.ModuleSchema;
import com.acme.platform.ControlPlane;
import com.acme.platform.FastState;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figures;
import dev.farminglabs.orm.setup.Setup;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Making a store ready: a plan, a push that may be repeated, no drift afterwards, and a check. */
public abstract class SetupContract extends Contract<Samples> {

    /** The first version of a model. */
    static final class Before extends Model<Before> {
        public final IdField<String> id = id();
        public final StringField name = string();

        Before() {
            super("things");
            // a store that keys records by whether they have an index cannot give a model its first one later
            index(name);
        }
    }

    /** The second: more fields, a key and an index. */
    static final class After extends Model<After> {
        public final IdField<String> id = id();
        public final StringField name = string();
        public final StringField note = string().nullable().uniqueIfPresent();
        public final NumberField<Integer> rank = integer().defaultTo(7);
        public final BooleanField open = bool().defaultTo(true);

        After() {
            super("things");
            index(name);
            index(rank, name);
        }
    }

    protected SetupContract() {
        super(new Samples());
    }

    static Stream<Arguments> schemas() {
        return Stream.<Supplier<Schema>>of(
                        Samples::new,
                        Company::new,
                        Lives::new,
                        Tenants::new,
                        ControlPlane::new,
                        FastState::new,
                        FrameworkSchema::new,
                        ModuleSchema::new)
                .map(Supplier::get)
                .map(schema -> Arguments.of(schema.name(), schema));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void aPushLeavesNothingToDo(String name, Schema schema) {
        Setup setup = builder(schema).prefix("setup_" + name + "_").setup();
        List<SetupStep> planned = setup.plan();
        if (fixture().structured()) {
            assertThat(planned.stream().filter(SetupStep.CreateTable.class::isInstance))
                    .hasSize(schema.models().size());
            assertThat(planned).allSatisfy(step -> assertThat(step.statement()).isNotBlank());
            assertThat(planned).allSatisfy(step -> assertThat(step.what()).isNotBlank());
        }
        assertThat(setup.push()).isEqualTo(planned);
        assertThat(setup.plan()).isEmpty();
        assertThat(setup.push()).isEmpty();
        assertThat(setup.drift()).isEmpty();
        setup.validate();
    }

    @Test
    void whatIsMissingIsDriftThatBreaks() {
        if (fixture().structured()) {
            Setup setup = builder(new ControlPlane()).prefix("never_").setup();
            assertThat(setup.drift()).isNotEmpty().anyMatch(Difference::breaking);
            OrmError error = failure(OrmErrorCode.INVALID_SCHEMA, setup::validate);
            assertThat(message(error))
                    .startsWith("Schema controlPlane does not fit what is in "
                            + capabilities().store())
                    .contains("never_users");
            assertThat(setup.plan()).as("looking changes nothing").isNotEmpty();
        } else {
            builder(new ControlPlane()).prefix("never_").setup().validate();
        }
    }

    @Test
    void aPushAddsToWhatIsThere() {
        Before before = new Before();
        After after = new After();
        Schema first = Schema.of("first", before);
        Schema second = Schema.of("second", after);
        OrmClient<Schema> old = open(first, "grow_");
        old.model(before).create(before.id.set("1"), before.name.set("one"));
        Setup setup = builder(second).prefix("grow_").setup();
        if (fixture().columns()) {
            assertThat(setup.plan().stream().filter(SetupStep.AddColumn.class::isInstance))
                    .hasSize(3);
            assertThat(setup.plan()).noneMatch(SetupStep.CreateTable.class::isInstance);
            failure(
                    OrmErrorCode.MISSING_COLUMN,
                    () -> builder(second).prefix("grow_").connect().model(after).findMany());
            setup.push();
            assertThat(setup.plan()).isEmpty();
            assertThat(setup.drift()).isEmpty();
            OrmClient<Schema> grown = builder(second).prefix("grow_").connect();
            var row = grown.model(after).where(after.id.eq("1")).findUnique().orElseThrow();
            assertThat(row.get(after.rank)).isEqualTo(7);
            assertThat(row.get(after.open)).isTrue();
            assertThat(row.getOrNull(after.note)).isNull();
            old.model(before).create(before.id.set("2"), before.name.set("two"));
            assertThat(grown.model(after).findValues(after.rank)).containsExactly(7, 7);
            assertThat(builder(first).prefix("grow_").setup().plan())
                    .as("more than the schema says is no reason to do anything")
                    .isEmpty();
        } else {
            setup.push(); // an index perhaps
            assertThat(setup.plan()).isEmpty();
            assertThat(setup.drift()).isEmpty();
            // the memory driver keeps a table to the columns it was made with
            if (!(fixture() instanceof MemoryFixture)) {
                OrmClient<Schema> grown = builder(second).prefix("grow_").connect();
                grown.model(after).create(after.id.set("2"), after.name.set("two"));
                assertThat(grown.model(after).where(after.rank.eq(7)).count()).isPositive();
                assertThat(grown.model(after).where(after.name.eq("one")).count())
                        .as("records that were there before are found by their indexes")
                        .isOne();
                grown.model(after).all().deleteMany();
            }
        }
    }

    @Test
    void manyMayPushAtOnce() throws Exception {
        Figures.about(Claim.PUSHES)
                .target("at most 1 added something")
                .on(fixture())
                .measure(() -> {
                    Setup setup = builder(new Company()).prefix("race_").setup();
                    Callable<Integer> push = () -> builder(new Company())
                            .prefix("race_")
                            .setup()
                            .push()
                            .size();
                    List<Integer> added = Together.run(8, push);
                    long some = added.stream().filter(size -> size > 0).count();
                    assertThat(some).isLessThanOrEqualTo(1);
                    assertThat(setup.plan()).isEmpty();
                    assertThat(setup.drift()).isEmpty();
                    return some + " added something";
                });
    }

    @Test
    void bootstrapPushesAndConnects() {
        OrmClient<FrameworkSchema> client = FarmOrm.bootstrap(new FrameworkSchema(), place().store());
        assertThat(client.model(FrameworkSchema.PROJECT).count()).isZero();
        FarmOrm.pushSchema(new FrameworkSchema(), place().store());
        Setup.of(new FrameworkSchema(), place().store()).validate();
    }
}
