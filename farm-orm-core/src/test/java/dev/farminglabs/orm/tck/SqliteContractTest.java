package dev.farminglabs.orm.tck;

import org.junit.jupiter.api.Nested;

/** SQLite, held to the contract. */
class SqliteContractTest {

    interface OnSqlite extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new SqliteFixture();
        }
    }

    @Nested
    class Create extends CreateContract implements OnSqlite {}

    @Nested
    class Find extends FindContract implements OnSqlite {}

    @Nested
    class Condition extends ConditionContract implements OnSqlite {}

    @Nested
    class NullLogic extends NullLogicContract implements OnSqlite {}

    @Nested
    class Text extends TextContract implements OnSqlite {}

    @Nested
    class Number extends NumberContract implements OnSqlite {}

    @Nested
    class Time extends TimeContract implements OnSqlite {}

    @Nested
    class Json extends JsonContract implements OnSqlite {}

    @Nested
    class Order extends OrderContract implements OnSqlite {}

    @Nested
    class Paging extends PagingContract implements OnSqlite {}

    @Nested
    class Relation extends RelationContract implements OnSqlite {}

    @Nested
    class Projection extends ProjectionContract implements OnSqlite {}

    @Nested
    class Upsert extends UpsertContract implements OnSqlite {}

    @Nested
    class CreateIfAbsent extends CreateIfAbsentContract implements OnSqlite {}

    @Nested
    class Counter extends CounterContract implements OnSqlite {}

    @Nested
    class Unique extends UniqueContract implements OnSqlite {}

    @Nested
    class Reference extends ReferenceContract implements OnSqlite {}

    @Nested
    class Expiry extends ExpiryContract implements OnSqlite {}

    @Nested
    class ExpiredKeys extends ExpiredKeysContract implements OnSqlite {}

    @Nested
    class Emptiness extends EmptinessContract implements OnSqlite {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnSqlite {}

    @Nested
    class FreedKeys extends FreedKeysContract implements OnSqlite {}

    @Nested
    class FreedKeysTogether extends FreedKeysTogetherContract implements OnSqlite {}

    @Nested
    class Tenant extends TenantContract implements OnSqlite {}

    @Nested
    class TenantPurge extends TenantPurgeContract implements OnSqlite {}

    @Nested
    class Version extends VersionContract implements OnSqlite {}

    @Nested
    class Transaction extends TransactionContract implements OnSqlite {}

    @Nested
    class Batch extends BatchContract implements OnSqlite {}

    @Nested
    class Aggregate extends AggregateContract implements OnSqlite {}

    @Nested
    class Error extends ErrorContract implements OnSqlite {}

    @Nested
    class Capability extends CapabilityContract implements OnSqlite {}

    @Nested
    class Setup extends SetupContract implements OnSqlite {}

    @Nested
    class HostileText extends HostileTextContract implements OnSqlite {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnSqlite {}

    @Nested
    class Limits extends LimitsContract implements OnSqlite {}

    @Nested
    class Secrets extends CanaryContract implements OnSqlite {}

    @Nested
    class Seed extends SeedContract implements OnSqlite {}

    @Nested
    class Ceiling extends CeilingContract implements OnSqlite {}

    @Nested
    class Variant extends VariantContract implements OnSqlite {}
}
