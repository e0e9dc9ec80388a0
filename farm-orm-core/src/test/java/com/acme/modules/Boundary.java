package com.acme.modules;

import static com.acme.platform.FastState.CACHE_ENTRY;

import com.acme.platform.ControlPlane;
import com.acme.platform.FastState;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Capabilities.NumericIds;
import dev.farminglabs.orm.driver.Capabilities.Support;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.render.Artifacts;
import dev.farminglabs.orm.render.PrismaProvider;
import dev.farminglabs.orm.render.SqlDialect;
import dev.farminglabs.orm.setup.Setup;
import java.nio.file.Path;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** The rest of the seed documents: runtime, inspection, capabilities, errors, setup, generators. */
class Boundary {

    // create-platform-orms.ts
    record PlatformOrms(OrmClient<ControlPlane> durable, OrmClient<FastState> fast) {}

    PlatformOrms createPlatformOrms(Object durable, Object fast) {
        return new PlatformOrms(FarmOrm.connect(new ControlPlane(), durable), FarmOrm.connect(new FastState(), fast));
    }

    // inspect-client.ts
    void inspect(Object store) {
        FarmOrm.Inspection inspection = FarmOrm.inspect(store);
        if (!inspection.supported()) {
            throw new IllegalArgumentException(inspection.summary());
        }
    }

    // capabilities.ts
    String capabilities(OrmClient<?> orm) {
        Capabilities caps = orm.capabilities();
        if (caps.numericIds() == NumericIds.GENERATED && caps.schemaNamespaces() && caps.upsert() == Support.NATIVE) {
            return "all in the store";
        }
        if (!caps.supportsTransactions()) {
            return "write in order, make it repeatable";
        }
        return caps.returning().update() + " " + caps.nativeRelations().filtered() + " " + caps.textMatching();
    }

    // errors: at the framework's boundary
    void errors(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            OrmError error = OrmError.in(e).orElseThrow(() -> e);
            switch (error.code()) {
                case UNIQUE_CONSTRAINT_VIOLATION ->
                    throw new IllegalArgumentException("already taken: " + error.fields());
                case MISSING_TABLE, MISSING_SCHEMA -> throw new IllegalStateException("run the setup", e);
                case TRANSACTION_CONFLICT, DEADLOCK -> work.run();
                default -> throw e;
            }
        }
    }

    // errors: wherever one comes up, however deep
    boolean alreadyThere(RuntimeException any) {
        return OrmError.in(any)
                .filter(e -> e.code() == OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION)
                .isPresent();
    }

    // setup.ts
    OrmClient<FastState> setup(Object store) {
        Setup setup = Setup.of(new FastState(), store);
        setup.plan().forEach(step -> System.out.println(step.statement()));
        setup.push();
        setup.validate();
        return FarmOrm.bootstrap(new FastState(), store);
    }

    // farm-orm.config.ts
    void generate() {
        Artifacts.of(new ControlPlane())
                .sql(SqlDialect.POSTGRESQL, Path.of("src/main/resources/db/migration/V1__control_plane.sql"))
                .prisma(PrismaProvider.POSTGRESQL, Path.of("generated/prisma/schema.prisma"))
                .drizzle(SqlDialect.POSTGRESQL, Path.of("generated/drizzle/schema.ts"))
                .mermaid(Path.of("docs/control-plane.md"))
                .write();
        String ddl = Artifacts.sql(new ControlPlane(), SqlDialect.MYSQL);
        List<Path> stale = Artifacts.of(new ControlPlane())
                .sql(SqlDialect.POSTGRESQL, Path.of("x.sql"))
                .outdated();
        System.out.println(ddl + stale);
    }

    // what only a portable contract can offer
    boolean firstDelivery(OrmClient<FastState> fast, String messageId) {
        return fast.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is("inbox", messageId))
                .createIfAbsent(CACHE_ENTRY.value.set(java.util.Map.of()));
    }
}
