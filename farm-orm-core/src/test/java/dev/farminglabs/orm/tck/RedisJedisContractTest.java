package dev.farminglabs.orm.tck;

import org.junit.jupiter.api.Nested;

/** Redis over Jedis, held to the contract. */
class RedisJedisContractTest {

    interface OnJedis extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new RedisFixture(RedisFixture.Library.JEDIS);
        }
    }

    @Nested
    class Create extends CreateContract implements OnJedis {}

    @Nested
    class Find extends FindContract implements OnJedis {}

    @Nested
    class Condition extends ConditionContract implements OnJedis {}

    @Nested
    class NullLogic extends NullLogicContract implements OnJedis {}

    @Nested
    class Text extends TextContract implements OnJedis {}

    @Nested
    class Number extends NumberContract implements OnJedis {}

    @Nested
    class Time extends TimeContract implements OnJedis {}

    @Nested
    class Json extends JsonContract implements OnJedis {}

    @Nested
    class Order extends OrderContract implements OnJedis {}

    @Nested
    class Paging extends PagingContract implements OnJedis {}

    @Nested
    class Relation extends RelationContract implements OnJedis {}

    @Nested
    class Projection extends ProjectionContract implements OnJedis {}

    @Nested
    class Upsert extends UpsertContract implements OnJedis {}

    @Nested
    class CreateIfAbsent extends CreateIfAbsentContract implements OnJedis {}

    @Nested
    class Counter extends CounterContract implements OnJedis {}

    @Nested
    class Unique extends UniqueContract implements OnJedis {}

    @Nested
    class Reference extends ReferenceContract implements OnJedis {}

    @Nested
    class Expiry extends ExpiryContract implements OnJedis {}

    @Nested
    class ExpiredKeys extends ExpiredKeysContract implements OnJedis {}

    @Nested
    class Emptiness extends EmptinessContract implements OnJedis {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnJedis {}

    @Nested
    class FreedKeys extends FreedKeysContract implements OnJedis {}

    @Nested
    class FreedKeysTogether extends FreedKeysTogetherContract implements OnJedis {}

    @Nested
    class Tenant extends TenantContract implements OnJedis {}

    @Nested
    class TenantPurge extends TenantPurgeContract implements OnJedis {}

    @Nested
    class Version extends VersionContract implements OnJedis {}

    @Nested
    class Transaction extends TransactionContract implements OnJedis {}

    @Nested
    class Batch extends BatchContract implements OnJedis {}

    @Nested
    class Aggregate extends AggregateContract implements OnJedis {}

    @Nested
    class Error extends ErrorContract implements OnJedis {}

    @Nested
    class Capability extends CapabilityContract implements OnJedis {}

    @Nested
    class Setup extends SetupContract implements OnJedis {}

    @Nested
    class HostileText extends HostileTextContract implements OnJedis {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnJedis {}

    @Nested
    class Limits extends LimitsContract implements OnJedis {}

    @Nested
    class Secrets extends CanaryContract implements OnJedis {}

    @Nested
    class Seed extends SeedContract implements OnJedis {}

    @Nested
    class Ceiling extends CeilingContract implements OnJedis {}

    @Nested
    class Variant extends VariantContract implements OnJedis {}
}
