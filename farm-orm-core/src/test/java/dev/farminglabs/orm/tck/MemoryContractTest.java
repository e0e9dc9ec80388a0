package dev.farminglabs.orm.tck;

import org.junit.jupiter.api.Nested;

/** The memory driver, held to the contract. */
class MemoryContractTest {

    interface OnMemory extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new MemoryFixture();
        }
    }

    @Nested
    class Create extends CreateContract implements OnMemory {}

    @Nested
    class Find extends FindContract implements OnMemory {}

    @Nested
    class Condition extends ConditionContract implements OnMemory {}

    @Nested
    class NullLogic extends NullLogicContract implements OnMemory {}

    @Nested
    class Text extends TextContract implements OnMemory {}

    @Nested
    class Number extends NumberContract implements OnMemory {}

    @Nested
    class Time extends TimeContract implements OnMemory {}

    @Nested
    class Json extends JsonContract implements OnMemory {}

    @Nested
    class Order extends OrderContract implements OnMemory {}

    @Nested
    class Paging extends PagingContract implements OnMemory {}

    @Nested
    class Relation extends RelationContract implements OnMemory {}

    @Nested
    class Projection extends ProjectionContract implements OnMemory {}

    @Nested
    class Upsert extends UpsertContract implements OnMemory {}

    @Nested
    class CreateIfAbsent extends CreateIfAbsentContract implements OnMemory {}

    @Nested
    class Counter extends CounterContract implements OnMemory {}

    @Nested
    class Unique extends UniqueContract implements OnMemory {}

    @Nested
    class Reference extends ReferenceContract implements OnMemory {}

    @Nested
    class Expiry extends ExpiryContract implements OnMemory {}

    @Nested
    class ExpiredKeys extends ExpiredKeysContract implements OnMemory {}

    @Nested
    class Emptiness extends EmptinessContract implements OnMemory {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnMemory {}

    @Nested
    class FreedKeys extends FreedKeysContract implements OnMemory {}

    @Nested
    class FreedKeysTogether extends FreedKeysTogetherContract implements OnMemory {}

    @Nested
    class Tenant extends TenantContract implements OnMemory {}

    @Nested
    class TenantPurge extends TenantPurgeContract implements OnMemory {}

    @Nested
    class Version extends VersionContract implements OnMemory {}

    @Nested
    class Transaction extends TransactionContract implements OnMemory {}

    @Nested
    class Batch extends BatchContract implements OnMemory {}

    @Nested
    class Aggregate extends AggregateContract implements OnMemory {}

    @Nested
    class Error extends ErrorContract implements OnMemory {}

    @Nested
    class Capability extends CapabilityContract implements OnMemory {}

    @Nested
    class Setup extends SetupContract implements OnMemory {}

    @Nested
    class HostileText extends HostileTextContract implements OnMemory {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnMemory {}

    @Nested
    class Limits extends LimitsContract implements OnMemory {}

    @Nested
    class Secrets extends CanaryContract implements OnMemory {}

    @Nested
    class Seed extends SeedContract implements OnMemory {}

    @Nested
    class Ceiling extends CeilingContract implements OnMemory {}

    @Nested
    class Variant extends VariantContract implements OnMemory {}
}
