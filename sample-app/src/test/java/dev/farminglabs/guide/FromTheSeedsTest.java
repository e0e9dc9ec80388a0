package dev.farminglabs.guide;

import static com.acme.platform.FastState.CACHE_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.acme.framework.FrameworkSchema;
import com.acme.framework.FrameworkStore;
import com.acme.modules.ModuleSchema;
import com.acme.modules.ModuleStore;
import com.acme.modules.ModuleStore.NewKvItem;
import com.acme.platform.ControlPlane;
import com.acme.platform.FastState;
import com.acme.platform.PlatformStore;
import com.acme.platform.PlatformStore.NewWorkspace;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Capabilities.NumericIds;
import dev.farminglabs.orm.driver.Capabilities.Support;
import dev.farminglabs.orm.driver.memory.MemoryDriver;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.render.Artifacts;
import dev.farminglabs.orm.render.PrismaProvider;
import dev.farminglabs.orm.render.SqlDialect;
import dev.farminglabs.orm.setup.Setup;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** The code of docs/from-the-seeds.md that is not in the stores of com.acme, which core runs on every store. */
class FromTheSeedsTest {

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true)
            .build();

    @AfterEach
    void close() {
        database.shutdown();
    }

    record PlatformOrms(OrmClient<ControlPlane> durable, OrmClient<FastState> fast) {}

    PlatformOrms createPlatformOrms(Object durable, Object fast) {
        return new PlatformOrms(FarmOrm.connect(new ControlPlane(), durable), FarmOrm.connect(new FastState(), fast));
    }

    PlatformOrms createPreparedPlatformOrms(Object durable, Object fast) {
        return new PlatformOrms(
                FarmOrm.bootstrap(new ControlPlane(), durable), FarmOrm.bootstrap(new FastState(), fast));
    }

    @Test
    void onePlatformOnAnyPairing() {
        pairing(database, new MemoryDriver());
        pairing(new MemoryDriver(), database);
    }

    private void pairing(Object dataSource, Object redis) {
        PlatformOrms orms = createPreparedPlatformOrms(dataSource, redis);
        PlatformStore platform = new PlatformStore(orms.durable(), orms.fast());
        platform.createWorkspaceWithOwner(new NewWorkspace("acme", "Acme", "ada@acme.dev", "Ada"));

        PlatformOrms again = createPlatformOrms(dataSource, redis);
        assertThat(new PlatformStore(again.durable(), again.fast()).loadWorkspaceDashboard("acme"))
                .isPresent();
    }

    OrmClient<FrameworkSchema> createFrameworkOrm(Object database) {
        return FarmOrm.connect(new FrameworkSchema(), database);
    }

    @Test
    void theRuntimeIsWhatTheApplicationHas() {
        assertThat(new FrameworkStore(createFrameworkOrm(new MemoryDriver())).findProjectBySlug("none"))
                .isEmpty();
    }

    void inspect(Object store) {
        FarmOrm.Inspection inspection = FarmOrm.inspect(store);
        if (!inspection.supported()) {
            throw new IllegalArgumentException(inspection.summary());
        }
    }

    @Test
    void whatIsNoStoreIsRefused() {
        inspect(database);
        assertThatIllegalArgumentException().isThrownBy(() -> inspect("a string"));
    }

    String advice(OrmClient<?> orm) {
        Capabilities caps = orm.capabilities();
        if (!caps.supportsTransactions()) {
            return "write in order, make it repeatable";
        }
        if (caps.numericIds() == NumericIds.GENERATED && caps.schemaNamespaces() && caps.upsert() == Support.NATIVE) {
            return "all in the store";
        }
        return caps.returning().update() + " " + caps.nativeRelations().filtered() + " " + caps.textMatching();
    }

    @Test
    void capabilitiesDecide() {
        assertThat(advice(FarmOrm.connect(new ControlPlane(), database))).isEqualTo("all in the store");
    }

    void atTheBoundary(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            OrmError error = OrmError.in(e).orElseThrow(() -> e);
            switch (error.code()) {
                case UNIQUE_CONSTRAINT_VIOLATION ->
                    throw new IllegalArgumentException("Already taken: " + error.fields(), e);
                case MISSING_TABLE, MISSING_SCHEMA -> throw new IllegalStateException("Run the setup.", e);
                case TRANSACTION_CONFLICT, DEADLOCK -> work.run();
                default -> throw e;
            }
        }
    }

    @Test
    void errorsAreTheSameEverywhere() {
        ModuleStore missing = new ModuleStore(FarmOrm.connect(new ModuleSchema(), database));
        NewKvItem item = new NewKvItem("settings", "colour", Map.of());
        assertThatIllegalStateException().isThrownBy(() -> atTheBoundary(() -> missing.putKvItem(item)));

        ModuleStore store = new ModuleStore(FarmOrm.bootstrap(new ModuleSchema(), database));
        store.addKvItem(item);
        assertThatIllegalStateException()
                .isThrownBy(() -> store.addKvItem(item))
                .withMessage("The framework key already exists.");
    }

    OrmClient<FastState> setUp(Object store) {
        Setup setup = Setup.of(new FastState(), store);
        setup.push(); // adds what is missing, and nothing else
        setup.validate(); // throws where the tables do not fit
        return FarmOrm.connect(new FastState(), store);
    }

    @Test
    void oneSetupForEveryStore() {
        assertThat(setUp(database).model(CACHE_ENTRY).count()).isZero();
        assertThat(setUp(new MemoryDriver()).model(CACHE_ENTRY).count()).isZero();
    }

    @Test
    void generatedFiles(@TempDir Path generated) {
        Artifacts artifacts = Artifacts.of(new ControlPlane())
                .prisma(PrismaProvider.POSTGRESQL, generated.resolve("prisma/schema.prisma"))
                .drizzle(SqlDialect.POSTGRESQL, generated.resolve("drizzle/schema.ts"))
                .sql(SqlDialect.POSTGRESQL, generated.resolve("sql/0001_control_plane.sql"));
        artifacts.write();

        assertThat(generated.resolve("prisma/schema.prisma")).exists();
        assertThat(artifacts.outdated()).isEmpty();
    }
}
