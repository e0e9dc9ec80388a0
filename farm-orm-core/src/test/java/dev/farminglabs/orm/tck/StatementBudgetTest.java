package dev.farminglabs.orm.tck;

import org.junit.jupiter.api.Nested;

/** The budget of statements, counted on the SQL databases. */
class StatementBudgetTest {

    @Nested
    class OnPostgreSql extends StatementBudgetContract implements PostgreSqlContractTest.OnPostgreSql {}

    @Nested
    class OnMariaDb extends StatementBudgetContract implements MariaDbContractTest.OnMariaDb {
        @Override
        long readBack() {
            return 1;
        }
    }

    @Nested
    class OnH2 extends StatementBudgetContract implements H2ContractTest.OnH2 {
        @Override
        boolean undoesByItself() {
            return false;
        }
    }

    @Nested
    class OnSqlite extends StatementBudgetContract implements SqliteContractTest.OnSqlite {
        @Override
        long upsert() {
            return 2;
        }
    }
}
