package dev.farminglabs.orm.tck;

import org.junit.jupiter.api.Nested;

/** PostgreSQL, held to the contract. */
class PostgreSqlContractTest {

    interface OnPostgreSql extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new PostgreSqlFixture();
        }
    }

    @Nested
    class Create extends CreateContract implements OnPostgreSql {}

    @Nested
    class Find extends FindContract implements OnPostgreSql {}

    @Nested
    class Condition extends ConditionContract implements OnPostgreSql {}

    @Nested
    class NullLogic extends NullLogicContract implements OnPostgreSql {}

    @Nested
    class Text extends TextContract implements OnPostgreSql {}

    @Nested
    class Number extends NumberContract implements OnPostgreSql {}

    @Nested
    class Time extends TimeContract implements OnPostgreSql {}

    @Nested
    class Json extends JsonContract implements OnPostgreSql {}

    @Nested
    class Order extends OrderContract implements OnPostgreSql {}

    @Nested
    class Paging extends PagingContract implements OnPostgreSql {}

    @Nested
    class Relation extends RelationContract implements OnPostgreSql {}

    @Nested
    class Projection extends ProjectionContract implements OnPostgreSql {}

    @Nested
    class Upsert extends UpsertContract implements OnPostgreSql {}

    @Nested
    class CreateIfAbsent extends CreateIfAbsentContract implements OnPostgreSql {}

    @Nested
    class Counter extends CounterContract implements OnPostgreSql {}

    @Nested
    class Unique extends UniqueContract implements OnPostgreSql {}

    @Nested
    class Reference extends ReferenceContract implements OnPostgreSql {}

    @Nested
    class Expiry extends ExpiryContract implements OnPostgreSql {}

    @Nested
    class ExpiredKeys extends ExpiredKeysContract implements OnPostgreSql {}

    @Nested
    class Emptiness extends EmptinessContract implements OnPostgreSql {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnPostgreSql {}

    @Nested
    class FreedKeys extends FreedKeysContract implements OnPostgreSql {}

    @Nested
    class FreedKeysTogether extends FreedKeysTogetherContract implements OnPostgreSql {}

    @Nested
    class Tenant extends TenantContract implements OnPostgreSql {}

    @Nested
    class TenantPurge extends TenantPurgeContract implements OnPostgreSql {}

    @Nested
    class Version extends VersionContract implements OnPostgreSql {}

    @Nested
    class Transaction extends TransactionContract implements OnPostgreSql {}

    @Nested
    class Batch extends BatchContract implements OnPostgreSql {}

    @Nested
    class Aggregate extends AggregateContract implements OnPostgreSql {}

    @Nested
    class Error extends ErrorContract implements OnPostgreSql {}

    @Nested
    class Capability extends CapabilityContract implements OnPostgreSql {}

    @Nested
    class Setup extends SetupContract implements OnPostgreSql {}

    @Nested
    class HostileText extends HostileTextContract implements OnPostgreSql {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnPostgreSql {}

    @Nested
    class Limits extends LimitsContract implements OnPostgreSql {}

    @Nested
    class Secrets extends CanaryContract implements OnPostgreSql {}

    @Nested
    class Seed extends SeedContract implements OnPostgreSql {}

    @Nested
    class Ceiling extends CeilingContract implements OnPostgreSql {}

    @Nested
    class Variant extends VariantContract implements OnPostgreSql {}
}
