package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Estates.ACCOUNT;
import static dev.farminglabs.orm.tck.Estates.INVOICE;
import static dev.farminglabs.orm.tck.Estates.LETTER;
import static dev.farminglabs.orm.tck.Estates.MEMO;
import static dev.farminglabs.orm.tck.Estates.ORG;
import static dev.farminglabs.orm.tck.Estates.PAPER;
import static dev.farminglabs.orm.tck.Estates.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.From;
import dev.farminglabs.orm.OrmClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tenant that is removed leaves nothing behind, in no table, collection, index or key. */
public abstract class TenantPurgeContract extends Contract<Estates> {

    sealed interface Sheet permits Post {}

    @From("letter")
    record Post(String orgId, String title, String sender) implements Sheet {}

    record NewLetter(String title, String sender) {}

    protected TenantPurgeContract() {
        super(new Estates());
    }

    private void fill(String org) {
        orm.model(ORG).create(ORG.id.set(org), ORG.name.set(org));
        OrmClient<Estates> own = orm.forTenant(org);
        for (String name : List.of("a", "b")) {
            String account = own.model(ACCOUNT).create(ACCOUNT.name.set(name)).get(ACCOUNT.id);
            own.model(INVOICE).create(INVOICE.accountId.set(account), INVOICE.amount.set(1));
            own.model(TICKET)
                    .create(
                            TICKET.code.set(org + name),
                            TICKET.accountId.set(account),
                            TICKET.expiresAt.set(
                                    clock.instant().plusSeconds(org.equals("red") && name.equals("a") ? 10 : 1000)));
            String memo = own.model(MEMO).create(MEMO.text.set(name)).get(MEMO.id);
            own.model(MEMO).create(MEMO.text.set("re " + name), MEMO.aboutId.set(memo));
            own.model(LETTER).create(new NewLetter(name, org + name));
        }
        own.model(TICKET).create(TICKET.accountId.setOrNull(null));
        own.model(MEMO).where(MEMO.text.eq("a")).deleteMany();
    }

    private long stored() {
        long counted = orm.model(ORG).count();
        var all = orm.acrossTenants();
        counted += all.model(ACCOUNT).count() + all.model(INVOICE).count();
        counted += all.model(TICKET).count() + all.model(MEMO).withDeleted().count();
        counted += all.model(PAPER).count() + all.model(LETTER).count();
        return place().stored().orElse(counted);
    }

    @Test
    void nothingIsLeftOfOneAndNothingIsMissingOfTheOther() {
        long empty = stored();
        fill("blue");
        long blue = stored();
        fill("red");
        clock.advance(Duration.ofSeconds(20)); // one of its tickets is past its time
        assertThat(orm.model(ORG).where(ORG.id.eq("red")).purge()).isEqualTo(1);
        assertThat(stored()).isEqualTo(blue);
        OrmClient<Estates> left = orm.forTenant("blue");
        assertThat(left.model(ACCOUNT).where(ACCOUNT.nameInOrg.is("blue", "a")).exists())
                .isTrue();
        assertThat(left.model(TICKET).count()).isEqualTo(3);
        assertThat(left.model(MEMO).withDeleted().count()).isEqualTo(4);
        assertThat(orm.model(ORG).where(ORG.id.eq("blue")).delete()).isTrue();
        assertThat(stored()).isEqualTo(empty);
    }

    @Test
    void itsKeysAreFreeAgain() {
        fill("red");
        orm.model(ORG).where(ORG.id.eq("red")).purge();
        fill("red");
        assertThat(orm.forTenant("red").model(LETTER).count()).isEqualTo(2);
    }

    @Test
    void bothHalvesOfAVariantAreTheTenants() {
        fill("red");
        fill("blue");
        assertThat(orm.forTenant("red")
                        .model(PAPER)
                        .orderBy(PAPER.title.asc())
                        .findMany(orm.model(PAPER).variants(Sheet.class)))
                .isEqualTo(List.of(new Post("red", "a", "reda"), new Post("red", "b", "redb")));
        orm.acrossTenants()
                .model(LETTER)
                .create(LETTER.paper.set(PAPER.orgId.set("blue"), PAPER.title.set("c")), LETTER.sender.set("across"));
        assertThat(orm.forTenant("blue").model(LETTER).findValues(LETTER.sender))
                .containsExactlyInAnyOrder("bluea", "blueb", "across");
        refused("forTenant", () -> orm.model(LETTER).create(new NewLetter("x", "x")));
        refused("forTenant", () -> orm.model(PAPER).findMany(orm.model(PAPER).variants(Sheet.class)));
        refused("orgId", () -> orm.acrossTenants().model(LETTER).all().updateMany(LETTER.orgId.set("red")));
    }
}
