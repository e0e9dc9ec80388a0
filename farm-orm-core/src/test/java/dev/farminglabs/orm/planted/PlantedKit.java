package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.tck.AggregateContract;
import dev.farminglabs.orm.tck.BatchContract;
import dev.farminglabs.orm.tck.CapabilityContract;
import dev.farminglabs.orm.tck.CeilingContract;
import dev.farminglabs.orm.tck.ConcurrencyContract;
import dev.farminglabs.orm.tck.ConditionContract;
import dev.farminglabs.orm.tck.CounterContract;
import dev.farminglabs.orm.tck.CreateContract;
import dev.farminglabs.orm.tck.CreateIfAbsentContract;
import dev.farminglabs.orm.tck.EmptinessContract;
import dev.farminglabs.orm.tck.ErrorContract;
import dev.farminglabs.orm.tck.ExpiredKeysContract;
import dev.farminglabs.orm.tck.ExpiryContract;
import dev.farminglabs.orm.tck.FindContract;
import dev.farminglabs.orm.tck.FreedKeysContract;
import dev.farminglabs.orm.tck.FreedKeysTogetherContract;
import dev.farminglabs.orm.tck.HostileTextContract;
import dev.farminglabs.orm.tck.JsonContract;
import dev.farminglabs.orm.tck.LimitsContract;
import dev.farminglabs.orm.tck.NullLogicContract;
import dev.farminglabs.orm.tck.NumberContract;
import dev.farminglabs.orm.tck.OnStore;
import dev.farminglabs.orm.tck.OrderContract;
import dev.farminglabs.orm.tck.PagingContract;
import dev.farminglabs.orm.tck.ProjectionContract;
import dev.farminglabs.orm.tck.ReferenceContract;
import dev.farminglabs.orm.tck.RelationContract;
import dev.farminglabs.orm.tck.SeedContract;
import dev.farminglabs.orm.tck.SoftDeleteContract;
import dev.farminglabs.orm.tck.StoreFixture;
import dev.farminglabs.orm.tck.TenantContract;
import dev.farminglabs.orm.tck.TenantPurgeContract;
import dev.farminglabs.orm.tck.TextContract;
import dev.farminglabs.orm.tck.TimeContract;
import dev.farminglabs.orm.tck.TransactionContract;
import dev.farminglabs.orm.tck.UniqueContract;
import dev.farminglabs.orm.tck.UpsertContract;
import dev.farminglabs.orm.tck.VariantContract;
import dev.farminglabs.orm.tck.VersionContract;

/** The kit, held against the driver with the bug under test. Run by {@link PlantedBugsTest} and by nobody else. */
final class PlantedKit {

    interface OnPlanted extends OnStore {
        @Override
        default StoreFixture fixture() {
            return new PlantedFixture();
        }
    }

    static class Create extends CreateContract implements OnPlanted {}

    static class Find extends FindContract implements OnPlanted {}

    static class Condition extends ConditionContract implements OnPlanted {}

    static class NullLogic extends NullLogicContract implements OnPlanted {}

    static class Text extends TextContract implements OnPlanted {}

    static class Number extends NumberContract implements OnPlanted {}

    static class Time extends TimeContract implements OnPlanted {}

    static class Json extends JsonContract implements OnPlanted {}

    static class Order extends OrderContract implements OnPlanted {}

    static class Paging extends PagingContract implements OnPlanted {}

    static class Relation extends RelationContract implements OnPlanted {}

    static class Projection extends ProjectionContract implements OnPlanted {}

    static class Upsert extends UpsertContract implements OnPlanted {}

    static class CreateIfAbsent extends CreateIfAbsentContract implements OnPlanted {}

    static class Counter extends CounterContract implements OnPlanted {}

    static class Unique extends UniqueContract implements OnPlanted {}

    static class Reference extends ReferenceContract implements OnPlanted {}

    static class Expiry extends ExpiryContract implements OnPlanted {}

    static class ExpiredKeys extends ExpiredKeysContract implements OnPlanted {}

    static class FreedKeys extends FreedKeysContract implements OnPlanted {}

    static class FreedKeysTogether extends FreedKeysTogetherContract implements OnPlanted {}

    static class Emptiness extends EmptinessContract implements OnPlanted {}

    static class SoftDelete extends SoftDeleteContract implements OnPlanted {}

    static class Tenant extends TenantContract implements OnPlanted {}

    static class TenantPurge extends TenantPurgeContract implements OnPlanted {}

    static class Version extends VersionContract implements OnPlanted {}

    static class Transaction extends TransactionContract implements OnPlanted {}

    static class Batch extends BatchContract implements OnPlanted {}

    static class Aggregate extends AggregateContract implements OnPlanted {}

    static class Error extends ErrorContract implements OnPlanted {}

    static class Capability extends CapabilityContract implements OnPlanted {}

    static class HostileText extends HostileTextContract implements OnPlanted {}

    static class Concurrency extends ConcurrencyContract implements OnPlanted {}

    static class Seed extends SeedContract implements OnPlanted {}

    static class Ceiling extends CeilingContract implements OnPlanted {}

    static class Variant extends VariantContract implements OnPlanted {}

    static class Limits extends LimitsContract implements OnPlanted {}

    private PlantedKit() {}
}
