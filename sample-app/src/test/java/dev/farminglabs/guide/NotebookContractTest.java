package dev.farminglabs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.tck.ConditionContract;
import dev.farminglabs.orm.tck.CreateContract;
import dev.farminglabs.orm.tck.OnStore;
import dev.farminglabs.orm.tck.RelationContract;
import dev.farminglabs.orm.tck.StoreFixture;
import dev.farminglabs.orm.tck.StorePlace;
import dev.farminglabs.orm.tck.TransactionContract;
import dev.farminglabs.orm.tck.UpsertContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** A driver of a third party, held to the contract with what the tests jar has. */
class NotebookContractTest {

    static final class NotebookFixture implements StoreFixture {
        @Override
        public String name() {
            return "Notebook 1.0"; // product and version
        }

        @Override
        public @Nullable String server() {
            return null; // in this process; otherwise where the server is from
        }

        @Override
        public boolean structured() {
            return false; // nothing to make before records can come
        }

        @Override
        public StorePlace open() {
            NotebookDriver driver = new NotebookDriver(); // empty, and nobody else's
            return new StorePlace() {
                @Override
                public Object store() {
                    return driver;
                }

                @Override
                public void assertQuiet() {
                    assertThat(driver.quiet()).as("nothing is open or locked").isTrue();
                }

                @Override
                public void close() {}
            };
        }
    }

    interface OnNotebook extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new NotebookFixture();
        }
    }

    @Nested
    class Create extends CreateContract implements OnNotebook {}

    @Nested
    class Condition extends ConditionContract implements OnNotebook {}

    @Nested
    class Relation extends RelationContract implements OnNotebook {}

    @Nested
    class Upsert extends UpsertContract implements OnNotebook {}

    @Nested
    class Transaction extends TransactionContract implements OnNotebook {}
}
