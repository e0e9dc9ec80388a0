package dev.farminglabs.orm.tck;

import org.junit.jupiter.api.Nested;

/** Redis over Lettuce, held to the contract. */
class RedisLettuceContractTest {

    interface OnLettuce extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new RedisFixture(RedisFixture.Library.LETTUCE);
        }
    }

    @Nested
    class Create extends CreateContract implements OnLettuce {}

    @Nested
    class Find extends FindContract implements OnLettuce {}

    @Nested
    class Condition extends ConditionContract implements OnLettuce {}

    @Nested
    class NullLogic extends NullLogicContract implements OnLettuce {}

    @Nested
    class Text extends TextContract implements OnLettuce {}

    @Nested
    class Number extends NumberContract implements OnLettuce {}

    @Nested
    class Time extends TimeContract implements OnLettuce {}

    @Nested
    class Json extends JsonContract implements OnLettuce {}

    @Nested
    class Order extends OrderContract implements OnLettuce {}

    @Nested
    class Paging extends PagingContract implements OnLettuce {}

    @Nested
    class Relation extends RelationContract implements OnLettuce {}

    @Nested
    class Projection extends ProjectionContract implements OnLettuce {}

    @Nested
    class Upsert extends UpsertContract implements OnLettuce {}

    @Nested
    class CreateIfAbsent extends CreateIfAbsentContract implements OnLettuce {}

    @Nested
    class Counter extends CounterContract implements OnLettuce {}

    @Nested
    class Unique extends UniqueContract implements OnLettuce {}

    @Nested
    class Reference extends ReferenceContract implements OnLettuce {}

    @Nested
    class Expiry extends ExpiryContract implements OnLettuce {}

    @Nested
    class ExpiredKeys extends ExpiredKeysContract implements OnLettuce {}

    @Nested
    class Emptiness extends EmptinessContract implements OnLettuce {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnLettuce {}

    @Nested
    class FreedKeys extends FreedKeysContract implements OnLettuce {}

    @Nested
    class FreedKeysTogether extends FreedKeysTogetherContract implements OnLettuce {}

    @Nested
    class Tenant extends TenantContract implements OnLettuce {}

    @Nested
    class TenantPurge extends TenantPurgeContract implements OnLettuce {}

    @Nested
    class Version extends VersionContract implements OnLettuce {}

    @Nested
    class Transaction extends TransactionContract implements OnLettuce {}

    @Nested
    class Batch extends BatchContract implements OnLettuce {}

    @Nested
    class Aggregate extends AggregateContract implements OnLettuce {}

    @Nested
    class Error extends ErrorContract implements OnLettuce {}

    @Nested
    class Capability extends CapabilityContract implements OnLettuce {}

    @Nested
    class Setup extends SetupContract implements OnLettuce {}

    @Nested
    class HostileText extends HostileTextContract implements OnLettuce {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnLettuce {}

    @Nested
    class Limits extends LimitsContract implements OnLettuce {}

    @Nested
    class Secrets extends CanaryContract implements OnLettuce {}

    @Nested
    class Seed extends SeedContract implements OnLettuce {}

    @Nested
    class Ceiling extends CeilingContract implements OnLettuce {}

    @Nested
    class Variant extends VariantContract implements OnLettuce {}
}
