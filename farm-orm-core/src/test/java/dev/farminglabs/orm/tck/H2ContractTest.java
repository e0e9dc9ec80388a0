package dev.farminglabs.orm.tck;

import org.junit.jupiter.api.Nested;

/** H2, held to the contract. */
class H2ContractTest {

    interface OnH2 extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class Create extends CreateContract implements OnH2 {}

    @Nested
    class Find extends FindContract implements OnH2 {}

    @Nested
    class Condition extends ConditionContract implements OnH2 {}

    @Nested
    class NullLogic extends NullLogicContract implements OnH2 {}

    @Nested
    class Text extends TextContract implements OnH2 {}

    @Nested
    class Number extends NumberContract implements OnH2 {}

    @Nested
    class Time extends TimeContract implements OnH2 {}

    @Nested
    class Json extends JsonContract implements OnH2 {}

    @Nested
    class Order extends OrderContract implements OnH2 {}

    @Nested
    class Paging extends PagingContract implements OnH2 {}

    @Nested
    class Relation extends RelationContract implements OnH2 {}

    @Nested
    class Projection extends ProjectionContract implements OnH2 {}

    @Nested
    class Upsert extends UpsertContract implements OnH2 {}

    @Nested
    class CreateIfAbsent extends CreateIfAbsentContract implements OnH2 {}

    @Nested
    class Counter extends CounterContract implements OnH2 {}

    @Nested
    class Unique extends UniqueContract implements OnH2 {}

    @Nested
    class Reference extends ReferenceContract implements OnH2 {}

    @Nested
    class Expiry extends ExpiryContract implements OnH2 {}

    @Nested
    class ExpiredKeys extends ExpiredKeysContract implements OnH2 {}

    @Nested
    class Emptiness extends EmptinessContract implements OnH2 {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnH2 {}

    @Nested
    class FreedKeys extends FreedKeysContract implements OnH2 {}

    @Nested
    class FreedKeysTogether extends FreedKeysTogetherContract implements OnH2 {}

    @Nested
    class Tenant extends TenantContract implements OnH2 {}

    @Nested
    class TenantPurge extends TenantPurgeContract implements OnH2 {}

    @Nested
    class Version extends VersionContract implements OnH2 {}

    @Nested
    class Transaction extends TransactionContract implements OnH2 {}

    @Nested
    class Batch extends BatchContract implements OnH2 {}

    @Nested
    class Aggregate extends AggregateContract implements OnH2 {}

    @Nested
    class Error extends ErrorContract implements OnH2 {}

    @Nested
    class Capability extends CapabilityContract implements OnH2 {}

    @Nested
    class Setup extends SetupContract implements OnH2 {}

    @Nested
    class HostileText extends HostileTextContract implements OnH2 {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnH2 {}

    @Nested
    class Limits extends LimitsContract implements OnH2 {}

    @Nested
    class Secrets extends CanaryContract implements OnH2 {}

    @Nested
    class Seed extends SeedContract implements OnH2 {}

    @Nested
    class Ceiling extends CeilingContract implements OnH2 {}

    @Nested
    class Variant extends VariantContract implements OnH2 {}
}
