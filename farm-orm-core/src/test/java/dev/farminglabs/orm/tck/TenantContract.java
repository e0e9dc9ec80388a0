package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Tenants.ACCOUNT;
import static dev.farminglabs.orm.tck.Tenants.INVOICE;
import static dev.farminglabs.orm.tck.Tenants.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client sees and writes one tenant's records, and without a tenant none. */
public abstract class TenantContract extends Contract<Tenants> {

    private OrmClient<Tenants> red;
    private OrmClient<Tenants> blue;

    record NewAccount(String name, Integer balance) {}

    record AccountOf(String orgId, String name) {}

    record Amount(Integer amount) {}

    record AccountView(String name, List<Amount> invoices) {}

    record OrgView(String name, List<Named> accounts) {}

    record Named(String name) {}

    protected TenantContract() {
        super(new Tenants());
    }

    @BeforeEach
    void twoTenants() {
        red = orm.forTenant("red");
        blue = orm.forTenant("blue");
        for (String org : List.of("red", "blue")) {
            orm.model(ORG).create(ORG.id.set(org), ORG.name.set(org));
            orm.forTenant(org).model(ACCOUNT).create(ACCOUNT.id.set(org + "1"), ACCOUNT.name.set("main"));
            orm.forTenant(org)
                    .model(INVOICE)
                    .create(INVOICE.accountId.set(org + "1"), INVOICE.amount.set(org.length()));
        }
    }

    @Test
    void withoutATenantEveryCallIsRefused() {
        List<ThrowingCallable> calls = List.of(
                () -> orm.model(ACCOUNT).findMany(),
                () -> orm.model(ACCOUNT).findFirst(),
                () -> orm.model(ACCOUNT).count(),
                () -> orm.model(ACCOUNT).exists(),
                () -> orm.model(ACCOUNT).sum(ACCOUNT.balance),
                () -> orm.model(ACCOUNT).countBy(ACCOUNT.name),
                () -> orm.model(ACCOUNT).findValues(ACCOUNT.name),
                () -> orm.model(ACCOUNT).where(ACCOUNT.id.eq("red1")).findUnique(),
                () -> orm.model(ACCOUNT).where(ACCOUNT.orgId.eq("red")).findMany(),
                () -> orm.model(ACCOUNT).create(ACCOUNT.orgId.set("red"), ACCOUNT.name.set("x")),
                () -> orm.model(ACCOUNT).createMany(List.of(new AccountOf("red", "x"))),
                () -> orm.model(ACCOUNT).where(ACCOUNT.id.eq("red1")).update(ACCOUNT.balance.set(1)),
                () -> orm.model(ACCOUNT).where(ACCOUNT.id.eq("red1")).delete(),
                () -> orm.model(ACCOUNT).where(ACCOUNT.nameInOrg.is("red", "x")).upsert(u -> u.create()),
                () -> orm.model(ACCOUNT).where(ACCOUNT.nameInOrg.is("red", "x")).createIfAbsent(),
                () -> orm.model(ACCOUNT).all().updateMany(ACCOUNT.balance.set(1)),
                () -> orm.model(ACCOUNT).all().deleteMany(),
                () -> orm.model(ACCOUNT).all().purge(),
                () -> orm.model(ORG).findMany(OrgView.class),
                () -> orm.model(ORG).where(ORG.accounts.isEmpty()).count());
        for (ThrowingCallable call : calls) {
            refused("forTenant", call);
        }
        assertThat(orm.acrossTenants().model(ACCOUNT).count()).isEqualTo(2);
        assertThat(orm.model(ORG).count()).as("not a tenant's").isEqualTo(2);
    }

    @Test
    void readsFilter() {
        assertThat(red.model(ACCOUNT).findValues(ACCOUNT.id)).containsExactly("red1");
        assertThat(red.model(ACCOUNT).where(ACCOUNT.id.eq("blue1")).findUnique())
                .isEmpty();
        assertThat(red.model(ACCOUNT).where(ACCOUNT.orgId.eq("blue")).count()).isZero();
        assertThat(red.model(ACCOUNT)
                        .where(ACCOUNT.name.ne("x").or(ACCOUNT.orgId.eq("blue")))
                        .count())
                .isEqualTo(1);
        assertThat(red.model(INVOICE).sum(INVOICE.amount)).isEqualByComparingTo("3");
        assertThat(blue.model(INVOICE).max(INVOICE.amount)).contains(4);
        assertThat(red.model(ACCOUNT).countBy(ACCOUNT.orgId)).isEqualTo(Map.of("red", 1L));
        assertThat(orm.acrossTenants().model(INVOICE).sum(INVOICE.amount)).isEqualByComparingTo("7");
    }

    @Test
    void relationsFilter() {
        orm.acrossTenants()
                .model(INVOICE)
                .create(INVOICE.orgId.set("blue"), INVOICE.accountId.set("red1"), INVOICE.amount.set(100));
        assertThat(red.model(ACCOUNT).findMany(AccountView.class))
                .containsExactly(new AccountView("main", List.of(new Amount(3))));
        assertThat(red.model(ORG).orderBy(ORG.name.asc()).findMany(OrgView.class))
                .containsExactly(new OrgView("blue", List.of()), new OrgView("red", List.of(new Named("main"))));
        assertThat(red.model(ACCOUNT)
                        .where(ACCOUNT.invoices.some(INVOICE.amount.eq(100)))
                        .count())
                .isZero();
        assertThat(red.model(ACCOUNT)
                        .where(ACCOUNT.invoices.every(INVOICE.amount.lt(100)))
                        .count())
                .isEqualTo(1);
        assertThat(red.model(ORG).where(ORG.accounts.isEmpty()).findValues(ORG.name))
                .containsExactly("blue");
        assertThat(orm.acrossTenants().model(ORG).where(ORG.accounts.isEmpty()).count())
                .isZero();
    }

    @Test
    void writesAreStamped() {
        assertThat(red.model(ACCOUNT).create(ACCOUNT.name.set("second")).get(ACCOUNT.orgId))
                .isEqualTo("red");
        red.model(ACCOUNT).createMany(List.of(new NewAccount("third", 1), new NewAccount("fourth", 2)));
        red.model(ACCOUNT).where(ACCOUNT.id.eq("given")).upsert(u -> u.create(ACCOUNT.name.set("fifth")));
        red.model(ACCOUNT).where(ACCOUNT.nameInOrg.is("red", "sixth")).createIfAbsent();
        assertThat(red.model(ACCOUNT).count()).isEqualTo(6);
        assertThat(blue.model(ACCOUNT).count()).isEqualTo(1);
        assertThat(red.model(ACCOUNT)
                        .create(ACCOUNT.orgId.set("red"), ACCOUNT.name.set("same"))
                        .get(ACCOUNT.orgId))
                .isEqualTo("red");
    }

    @Test
    void aContradictionIsRefused() {
        refused("orgId", () -> red.model(ACCOUNT).create(ACCOUNT.orgId.set("blue"), ACCOUNT.name.set("x")));
        refused("orgId", () -> red.model(ACCOUNT).createMany(List.of(new AccountOf("blue", "x"))));
        refused(
                "orgId",
                () -> red.model(ACCOUNT)
                        .where(ACCOUNT.nameInOrg.is("blue", "x"))
                        .upsert(u -> u.create()));
        refused(
                "orgId",
                () -> red.model(ACCOUNT)
                        .where(ACCOUNT.nameInOrg.is("blue", "x"))
                        .createIfAbsent());
        refused("orgId", () -> red.model(ACCOUNT).all().updateMany(ACCOUNT.orgId.set("blue")));
        assertThat(orm.acrossTenants().model(ACCOUNT).count()).isEqualTo(2);
    }

    @Test
    void writesReachOneTenantOnly() {
        assertThat(red.model(ACCOUNT).where(ACCOUNT.id.eq("blue1")).update(ACCOUNT.balance.set(9)))
                .isFalse();
        assertThat(red.model(ACCOUNT).where(ACCOUNT.id.eq("blue1")).delete()).isFalse();
        assertThat(red.model(ACCOUNT).all().updateMany(ACCOUNT.balance.set(9))).isEqualTo(1);
        assertThat(blue.model(ACCOUNT).findValues(ACCOUNT.balance)).containsExactly(0);
        assertThat(red.model(ACCOUNT).all().deleteMany()).isEqualTo(1);
        assertThat(blue.model(ACCOUNT).count()).isEqualTo(1);
        assertThat(blue.model(INVOICE).all().purge()).isEqualTo(1);
    }

    @Test
    void anUpsertNeverTouchesAnotherTenantsRecord() {
        failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> red.model(ACCOUNT)
                        .where(ACCOUNT.id.eq("blue1"))
                        .upsert(u -> u.create(ACCOUNT.name.set("x")).update(ACCOUNT.balance.set(9))));
        assertThat(blue.model(ACCOUNT).findValues(ACCOUNT.balance)).containsExactly(0);
    }

    @Test
    void acrossTenantsSaysWhose() {
        var error = failure(
                OrmErrorCode.NOT_NULL_VIOLATION,
                () -> orm.acrossTenants().model(ACCOUNT).create(ACCOUNT.name.set("x")));
        assertThat(error.fields()).containsExactly("orgId");
        assertThat(orm.acrossTenants().model(ACCOUNT).all().updateMany(ACCOUNT.balance.set(1)))
                .isEqualTo(2);
    }

    @Test
    void keysArePerTenantWhereTheTenantIsPartOfThem() {
        blue.model(ACCOUNT).create(ACCOUNT.name.set("second"));
        red.model(ACCOUNT).create(ACCOUNT.name.set("second"));
        failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> red.model(ACCOUNT).create(ACCOUNT.name.set("second")));
    }
}
