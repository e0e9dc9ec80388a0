package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** MongoDB, held to the contract. */
class MongoContractTest {

    /** What only a real server does: the stand-in has to fail it, so that a hole that closes is noticed. */
    private static void onlyReal(ThrowingCallable test) {
        Throwable failure = catchThrowable(test);
        assertThat(failure == null).as("fails on the stand-in, and only there").isEqualTo(MongoFixture.real());
    }

    interface OnMongo extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new MongoFixture();
        }
    }

    @Nested
    class Create extends CreateContract implements OnMongo {}

    @Nested
    class Find extends FindContract implements OnMongo {}

    @Nested
    class Condition extends ConditionContract implements OnMongo {}

    @Nested
    class NullLogic extends NullLogicContract implements OnMongo {}

    @Nested
    class Text extends TextContract implements OnMongo {
        /** A hole of the stand-in, which orders by UTF-16 unit. */
        @Override
        @Test
        void textIsOrderedByCodePointAsDeclared() {
            onlyReal(super::textIsOrderedByCodePointAsDeclared);
        }
    }

    @Nested
    class Number extends NumberContract implements OnMongo {}

    @Nested
    class Time extends TimeContract implements OnMongo {}

    @Nested
    class Json extends JsonContract implements OnMongo {}

    @Nested
    class Order extends OrderContract implements OnMongo {}

    @Nested
    class Paging extends PagingContract implements OnMongo {}

    @Nested
    class Relation extends RelationContract implements OnMongo {}

    @Nested
    class Projection extends ProjectionContract implements OnMongo {}

    @Nested
    class Upsert extends UpsertContract implements OnMongo {}

    @Nested
    class CreateIfAbsent extends CreateIfAbsentContract implements OnMongo {}

    @Nested
    class Counter extends CounterContract implements OnMongo {}

    @Nested
    class Unique extends UniqueContract implements OnMongo {
        /** A hole of the stand-in, which knows no partial indexes. */
        @Override
        @Test
        void compoundKeysAreAboutAllTheirFields() {
            onlyReal(super::compoundKeysAreAboutAllTheirFields);
        }

        /** A hole of the stand-in, which knows no partial indexes. */
        @Override
        @Test
        void uniqueIfPresentLeavesOutNull() {
            onlyReal(super::uniqueIfPresentLeavesOutNull);
        }
    }

    @Nested
    class Reference extends ReferenceContract implements OnMongo {}

    @Nested
    class Expiry extends ExpiryContract implements OnMongo {}

    @Nested
    class ExpiredKeys extends ExpiredKeysContract implements OnMongo {}

    @Nested
    class Emptiness extends EmptinessContract implements OnMongo {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnMongo {}

    @Nested
    class FreedKeys extends FreedKeysContract implements OnMongo {
        /** A hole of the stand-in, which knows no partial indexes. */
        @Override
        @Test
        void anyNumberOfMarkedRecordsMayHaveHadTheSame() {
            onlyReal(super::anyNumberOfMarkedRecordsMayHaveHadTheSame);
        }
    }

    @Nested
    class FreedKeysTogether extends FreedKeysTogetherContract implements OnMongo {
        /** A hole of the stand-in, which knows no partial indexes. */
        @Override
        @Test
        void ofManyThatWantAFreedKeyOneGetsIt() throws Exception {
            onlyReal(super::ofManyThatWantAFreedKeyOneGetsIt);
        }

        /** A hole of the stand-in, which knows no partial indexes. */
        @Override
        @Test
        void whatIsCreatedAndDeletedAtTheSameTimeIsThereOnceOrNotAtAll() throws Exception {
            onlyReal(super::whatIsCreatedAndDeletedAtTheSameTimeIsThereOnceOrNotAtAll);
        }
    }

    @Nested
    class Tenant extends TenantContract implements OnMongo {}

    @Nested
    class TenantPurge extends TenantPurgeContract implements OnMongo {}

    @Nested
    class Version extends VersionContract implements OnMongo {}

    @Nested
    class Transaction extends TransactionContract implements OnMongo {}

    @Nested
    class Batch extends BatchContract implements OnMongo {}

    @Nested
    class Aggregate extends AggregateContract implements OnMongo {}

    @Nested
    class Error extends ErrorContract implements OnMongo {}

    @Nested
    class Capability extends CapabilityContract implements OnMongo {}

    @Nested
    class Setup extends SetupContract implements OnMongo {}

    @Nested
    class HostileText extends HostileTextContract implements OnMongo {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnMongo {}

    @Nested
    class Limits extends LimitsContract implements OnMongo {}

    @Nested
    class Secrets extends CanaryContract implements OnMongo {}

    @Nested
    class Seed extends SeedContract implements OnMongo {}

    @Nested
    class Ceiling extends CeilingContract implements OnMongo {}

    @Nested
    class Variant extends VariantContract implements OnMongo {}
}
