package dev.farminglabs.orm.tck;

import org.junit.jupiter.api.Nested;

/** MariaDB, held to the contract. */
class MariaDbContractTest {

    interface OnMariaDb extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new MariaDbFixture();
        }
    }

    @Nested
    class Create extends CreateContract implements OnMariaDb {}

    @Nested
    class Find extends FindContract implements OnMariaDb {}

    @Nested
    class Condition extends ConditionContract implements OnMariaDb {}

    @Nested
    class NullLogic extends NullLogicContract implements OnMariaDb {}

    @Nested
    class Text extends TextContract implements OnMariaDb {}

    @Nested
    class Number extends NumberContract implements OnMariaDb {}

    @Nested
    class Time extends TimeContract implements OnMariaDb {}

    @Nested
    class Json extends JsonContract implements OnMariaDb {}

    @Nested
    class Order extends OrderContract implements OnMariaDb {}

    @Nested
    class Paging extends PagingContract implements OnMariaDb {}

    @Nested
    class Relation extends RelationContract implements OnMariaDb {}

    @Nested
    class Projection extends ProjectionContract implements OnMariaDb {}

    @Nested
    class Upsert extends UpsertContract implements OnMariaDb {}

    @Nested
    class CreateIfAbsent extends CreateIfAbsentContract implements OnMariaDb {}

    @Nested
    class Counter extends CounterContract implements OnMariaDb {}

    @Nested
    class Unique extends UniqueContract implements OnMariaDb {}

    @Nested
    class Reference extends ReferenceContract implements OnMariaDb {}

    @Nested
    class Expiry extends ExpiryContract implements OnMariaDb {}

    @Nested
    class ExpiredKeys extends ExpiredKeysContract implements OnMariaDb {}

    @Nested
    class Emptiness extends EmptinessContract implements OnMariaDb {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnMariaDb {}

    @Nested
    class FreedKeys extends FreedKeysContract implements OnMariaDb {}

    @Nested
    class FreedKeysTogether extends FreedKeysTogetherContract implements OnMariaDb {}

    @Nested
    class Tenant extends TenantContract implements OnMariaDb {}

    @Nested
    class TenantPurge extends TenantPurgeContract implements OnMariaDb {}

    @Nested
    class Version extends VersionContract implements OnMariaDb {}

    @Nested
    class Transaction extends TransactionContract implements OnMariaDb {}

    @Nested
    class Batch extends BatchContract implements OnMariaDb {}

    @Nested
    class Aggregate extends AggregateContract implements OnMariaDb {}

    @Nested
    class Error extends ErrorContract implements OnMariaDb {}

    @Nested
    class Capability extends CapabilityContract implements OnMariaDb {}

    @Nested
    class Setup extends SetupContract implements OnMariaDb {}

    @Nested
    class HostileText extends HostileTextContract implements OnMariaDb {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnMariaDb {}

    @Nested
    class Limits extends LimitsContract implements OnMariaDb {}

    @Nested
    class Secrets extends CanaryContract implements OnMariaDb {}

    @Nested
    class Seed extends SeedContract implements OnMariaDb {}

    @Nested
    class Ceiling extends CeilingContract implements OnMariaDb {}

    @Nested
    class Variant extends VariantContract implements OnMariaDb {}
}
