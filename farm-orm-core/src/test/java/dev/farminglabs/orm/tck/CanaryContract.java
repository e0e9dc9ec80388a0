package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static dev.farminglabs.orm.tck.Tenants.ACCOUNT;
import static dev.farminglabs.orm.tck.Tenants.ORG;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figures;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Stored values, tenants and conditions turn up in no message, no log line and no {@code toString}. */
public abstract class CanaryContract extends Contract<Samples> {

    record Label(String label) {}

    record Named(String scope, String name) {}

    protected CanaryContract() {
        super(new Samples());
    }

    @Test
    void noSecretIsSaid() throws Exception {
        Figures.about(Claim.SILENCE).target("0 leaks").on(fixture()).measure(() -> {
            assertSilence();
            return "0 leaks";
        });
    }

    private void assertSilence() {
        OrmClient<Tenants> tenants = open(new Tenants(), "canary_");
        try (Canary canary = new Canary()) {
            for (String secret : canary.secrets()) {
                use(canary, secret);
                refusals(secret).forEach(call -> canary.hear(catchThrowable(call)));
                tenant(canary, tenants, secret);
            }
            canary.hear(place().store() instanceof javax.sql.DataSource ? "" : place().store());
            canary.hear(List.of(orm, builder(new Samples()), capabilities()));
            canary.assertSilent();
        }
    }

    private void use(Canary canary, String secret) {
        orm.model(SAMPLE)
                .create(SAMPLE.label.set(secret), SAMPLE.note.set(secret), SAMPLE.data.set(Map.of(secret, secret)));
        if (capabilities().givenIds()) {
            orm.model(DOCUMENT).create(DOCUMENT.id.set(secret), DOCUMENT.title.set(secret));
        } else {
            orm.model(DOCUMENT).create(DOCUMENT.title.set(secret));
        }
        canary.hear(orm.model(COUNTER)
                .where(COUNTER.key.is(secret, secret))
                .upsert(u -> u.create(COUNTER.alias.set(secret)).update(COUNTER.count.increment(1))));
        canary.hear(orm.model(SAMPLE).where(SAMPLE.label.eq(secret)));
        canary.hear(List.of(SAMPLE.label.contains(secret), SAMPLE.label.in(secret), SAMPLE.note.set(secret)));
        canary.hear(COUNTER.key.is(secret, secret));
        canary.hear(orm.model(SAMPLE)
                .where(SAMPLE.note.startsWith(secret), SAMPLE.data.eq(Map.of(secret, secret)))
                .count());
    }

    private List<ThrowingCallable> refusals(String secret) {
        return List.of(
                () -> orm.model(DOCUMENT).create(DOCUMENT.title.set(secret)),
                () -> orm.model(DOCUMENT).create(DOCUMENT.id.set(secret), DOCUMENT.title.set("other")),
                () -> orm.model(COUNTER).create(COUNTER.scope.set(secret), COUNTER.name.set(secret)),
                () -> orm.model(COUNTER).createMany(List.of(new Named(secret, secret))),
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is("other", secret))
                        .upsert(u -> u.create(COUNTER.alias.set(secret))),
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is(secret, "x"))
                        .upsert(u -> u.create(COUNTER.name.set(secret))),
                () -> orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.brief.set(secret)),
                () -> orm.model(SAMPLE).create(SAMPLE.label.set(secret + "\0")),
                () -> orm.model(SAMPLE)
                        .where(SAMPLE.data.eq(Map.of(secret, new Object())))
                        .count(),
                () -> orm.model(SAMPLE).findPage(Label.class, Cursor.after(secret, 2)),
                () -> orm.model(SAMPLE).where(SAMPLE.label.eq(secret)).findUnique(),
                () -> orm.batch(batch -> batch.model(DOCUMENT).create(DOCUMENT.title.set(secret))));
    }

    private static void tenant(Canary canary, OrmClient<Tenants> tenants, String secret) {
        tenants.model(ORG).create(ORG.id.set(secret), ORG.name.set(secret));
        OrmClient<Tenants> bound = tenants.forTenant(secret);
        bound.model(ACCOUNT).create(ACCOUNT.name.set(secret));
        canary.hear(bound);
        canary.hear(catchThrowable(() -> bound.model(ACCOUNT).create(ACCOUNT.name.set(secret))));
        canary.hear(catchThrowable(
                () -> bound.model(ACCOUNT).create(ACCOUNT.orgId.set("x" + secret), ACCOUNT.name.set("n"))));
        canary.hear(catchThrowable(
                () -> bound.model(ACCOUNT).where(ACCOUNT.orgId.eq("x" + secret)).count()));
    }
}
