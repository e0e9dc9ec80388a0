package dev.farminglabs.orm.tck;

import org.junit.jupiter.api.Nested;

/** MySQL, held to the contract; {@link MySqlContractTest} runs it where a server is. */
class MySqlContract {

    interface OnMySql extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new MySqlFixture();
        }
    }

    @Nested
    class Create extends CreateContract implements OnMySql {}

    @Nested
    class Find extends FindContract implements OnMySql {}

    @Nested
    class Condition extends ConditionContract implements OnMySql {}

    @Nested
    class NullLogic extends NullLogicContract implements OnMySql {}

    @Nested
    class Text extends TextContract implements OnMySql {}

    @Nested
    class Number extends NumberContract implements OnMySql {}

    @Nested
    class Time extends TimeContract implements OnMySql {}

    @Nested
    class Json extends JsonContract implements OnMySql {}

    @Nested
    class Order extends OrderContract implements OnMySql {}

    @Nested
    class Paging extends PagingContract implements OnMySql {}

    @Nested
    class Relation extends RelationContract implements OnMySql {}

    @Nested
    class Projection extends ProjectionContract implements OnMySql {}

    @Nested
    class Upsert extends UpsertContract implements OnMySql {}

    @Nested
    class CreateIfAbsent extends CreateIfAbsentContract implements OnMySql {}

    @Nested
    class Counter extends CounterContract implements OnMySql {}

    @Nested
    class Unique extends UniqueContract implements OnMySql {}

    @Nested
    class Reference extends ReferenceContract implements OnMySql {}

    @Nested
    class Expiry extends ExpiryContract implements OnMySql {}

    @Nested
    class ExpiredKeys extends ExpiredKeysContract implements OnMySql {}

    @Nested
    class Emptiness extends EmptinessContract implements OnMySql {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnMySql {}

    @Nested
    class FreedKeys extends FreedKeysContract implements OnMySql {}

    @Nested
    class FreedKeysTogether extends FreedKeysTogetherContract implements OnMySql {}

    @Nested
    class Tenant extends TenantContract implements OnMySql {}

    @Nested
    class TenantPurge extends TenantPurgeContract implements OnMySql {}

    @Nested
    class Version extends VersionContract implements OnMySql {}

    @Nested
    class Transaction extends TransactionContract implements OnMySql {}

    @Nested
    class Batch extends BatchContract implements OnMySql {}

    @Nested
    class Aggregate extends AggregateContract implements OnMySql {}

    @Nested
    class Error extends ErrorContract implements OnMySql {}

    @Nested
    class Capability extends CapabilityContract implements OnMySql {}

    @Nested
    class Setup extends SetupContract implements OnMySql {}

    @Nested
    class HostileText extends HostileTextContract implements OnMySql {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnMySql {}

    @Nested
    class Limits extends LimitsContract implements OnMySql {}

    @Nested
    class Secrets extends CanaryContract implements OnMySql {}

    @Nested
    class Seed extends SeedContract implements OnMySql {}

    @Nested
    class Ceiling extends CeilingContract implements OnMySql {}

    @Nested
    class Variant extends VariantContract implements OnMySql {}

    @Nested
    class Budget extends StatementBudgetContract implements OnMySql {
        @Override
        long readBack() {
            return 1;
        }
    }
}
