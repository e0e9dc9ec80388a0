package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Ability;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.sql.Dialect;

/** What the databases can do. */
final class JdbcCapabilities {

    static Capabilities of(Dialect dialect) {
        return new Capabilities(
                dialect.store(),
                Capabilities.Transactions.INTERACTIVE,
                Capabilities.Support.NATIVE,
                Capabilities.Support.NATIVE,
                Capabilities.Support.EMULATED,
                Capabilities.Support.NATIVE,
                Capabilities.NumericIds.GENERATED,
                new Capabilities.Returning(dialect.returnsCreated(), dialect.returnsUpdated(), false),
                new Capabilities.NativeRelations(true, dialect.nests(), dialect.nests(), true, true, true),
                // an SQLite database is one file, which has no namespaces
                !dialect.store().equals("sqlite"),
                Capabilities.TextMatching.EXACT,
                Capabilities.TextOrder.CODE_POINT,
                true,
                Capabilities.Batching.SEQUENTIAL,
                true,
                true);
    }

    /** Refuses a namespace where there are none, instead of making a table in the wrong place. */
    static void checkNamespace(SchemaDefinition schema, Capabilities capabilities) {
        if (schema.namespace() != null && !capabilities.has(Ability.NAMESPACES)) {
            throw OrmFailure.of(
                            OrmErrorCode.UNSUPPORTED,
                            "The store " + capabilities.store()
                                    + " lacks NAMESPACES: connect without a namespace, a prefix keeps tables apart")
                    .at(capabilities.store())
                    .exception();
        }
    }

    private JdbcCapabilities() {}
}
