package dev.farminglabs.orm.tck;

import org.junit.jupiter.api.Nested;

/** A Redis cluster over Jedis, held to the contract. */
class RedisJedisClusterContractTest {

    interface OnCluster extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new RedisFixture(RedisFixture.Library.JEDIS_CLUSTER);
        }
    }

    @Nested
    class Create extends CreateContract implements OnCluster {}

    @Nested
    class Find extends FindContract implements OnCluster {}

    @Nested
    class Condition extends ConditionContract implements OnCluster {}

    @Nested
    class NullLogic extends NullLogicContract implements OnCluster {}

    @Nested
    class Text extends TextContract implements OnCluster {}

    @Nested
    class Number extends NumberContract implements OnCluster {}

    @Nested
    class Time extends TimeContract implements OnCluster {}

    @Nested
    class Json extends JsonContract implements OnCluster {}

    @Nested
    class Order extends OrderContract implements OnCluster {}

    @Nested
    class Paging extends PagingContract implements OnCluster {}

    @Nested
    class Relation extends RelationContract implements OnCluster {}

    @Nested
    class Projection extends ProjectionContract implements OnCluster {}

    @Nested
    class Upsert extends UpsertContract implements OnCluster {}

    @Nested
    class CreateIfAbsent extends CreateIfAbsentContract implements OnCluster {}

    @Nested
    class Counter extends CounterContract implements OnCluster {}

    @Nested
    class Unique extends UniqueContract implements OnCluster {}

    @Nested
    class Reference extends ReferenceContract implements OnCluster {}

    @Nested
    class Expiry extends ExpiryContract implements OnCluster {}

    @Nested
    class ExpiredKeys extends ExpiredKeysContract implements OnCluster {}

    @Nested
    class Emptiness extends EmptinessContract implements OnCluster {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnCluster {}

    @Nested
    class FreedKeys extends FreedKeysContract implements OnCluster {}

    @Nested
    class FreedKeysTogether extends FreedKeysTogetherContract implements OnCluster {}

    @Nested
    class Tenant extends TenantContract implements OnCluster {}

    @Nested
    class TenantPurge extends TenantPurgeContract implements OnCluster {}

    @Nested
    class Version extends VersionContract implements OnCluster {}

    @Nested
    class Transaction extends TransactionContract implements OnCluster {}

    @Nested
    class Batch extends BatchContract implements OnCluster {}

    @Nested
    class Aggregate extends AggregateContract implements OnCluster {}

    @Nested
    class Error extends ErrorContract implements OnCluster {}

    @Nested
    class Capability extends CapabilityContract implements OnCluster {}

    @Nested
    class Setup extends SetupContract implements OnCluster {}

    @Nested
    class HostileText extends HostileTextContract implements OnCluster {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnCluster {}

    @Nested
    class Limits extends LimitsContract implements OnCluster {}

    @Nested
    class Secrets extends CanaryContract implements OnCluster {}

    @Nested
    class Seed extends SeedContract implements OnCluster {}

    @Nested
    class Ceiling extends CeilingContract implements OnCluster {}

    @Nested
    class Variant extends VariantContract implements OnCluster {}
}
