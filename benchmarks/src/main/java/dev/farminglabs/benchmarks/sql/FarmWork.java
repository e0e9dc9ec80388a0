package dev.farminglabs.benchmarks.sql;

import static dev.farminglabs.benchmarks.sql.Platform.CACHE_ENTRY;
import static dev.farminglabs.benchmarks.sql.Platform.EVENT;
import static dev.farminglabs.benchmarks.sql.Platform.MEMBERSHIP;
import static dev.farminglabs.benchmarks.sql.Platform.SUBSCRIPTION;
import static dev.farminglabs.benchmarks.sql.Platform.USER;
import static dev.farminglabs.benchmarks.sql.Platform.WORKSPACE;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Projection;
import java.util.List;
import java.util.Optional;

/** Farm ORM, as its guide says. */
final class FarmWork implements Work {

    private final OrmClient<Platform> orm;
    private final Projection<Platform.Workspace, Dashboard> dashboard;

    FarmWork(Database database) {
        this.orm = FarmOrm.connect(new Platform(), database.dataSource());
        this.dashboard = orm.model(WORKSPACE)
                .projection(Dashboard.class)
                .with(WORKSPACE.memberships, m -> m.orderBy(MEMBERSHIP.createdAt.asc()))
                .with(WORKSPACE.subscriptions, s -> s.orderBy(SUBSCRIPTION.createdAt.desc()));
    }

    @Override
    public Optional<Card> findUnique(String slug) {
        return orm.model(WORKSPACE).where(WORKSPACE.slug.eq(slug)).findUnique(Card.class);
    }

    @Override
    public Optional<Dashboard> dashboard(String slug) {
        return orm.model(WORKSPACE).where(WORKSPACE.slug.eq(slug)).findUnique(dashboard);
    }

    @Override
    public List<Dashboard> dashboards(String region) {
        return orm.model(WORKSPACE)
                .where(WORKSPACE.region.eq(region))
                .orderBy(WORKSPACE.slug.asc())
                .findMany(dashboard);
    }

    @Override
    public void upsert(Cached entry) {
        orm.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is(entry.namespace(), entry.key()))
                .upsert(u ->
                        u.create(CACHE_ENTRY.value.set(entry.value())).update(CACHE_ENTRY.value.set(entry.value())));
    }

    @Override
    public List<Person> findMany(String cohort) {
        return orm.model(USER)
                .where(USER.cohort.eq(cohort))
                .orderBy(USER.email.asc(), USER.id.asc())
                .findMany(Person.class);
    }

    @Override
    public void create(NewEvent event) {
        orm.model(EVENT).create(event);
    }

    @Override
    public void createMany(List<NewEvent> events) {
        orm.model(EVENT).createMany(events);
    }

    @Override
    public void transaction(Onboarding onboarding) {
        orm.transaction(tx -> {
            String user = tx.model(USER)
                    .create(
                            USER.email.set(onboarding.email()),
                            USER.name.set(onboarding.name()),
                            USER.cohort.set(Texts.ELSEWHERE))
                    .get(USER.id);
            String workspace = tx.model(WORKSPACE)
                    .create(
                            WORKSPACE.slug.set(onboarding.slug()),
                            WORKSPACE.name.set(onboarding.name()),
                            WORKSPACE.plan.set("free"),
                            WORKSPACE.region.set(Texts.ELSEWHERE))
                    .get(WORKSPACE.id);
            return tx.model(MEMBERSHIP)
                    .create(
                            MEMBERSHIP.userId.set(user),
                            MEMBERSHIP.workspaceId.set(workspace),
                            MEMBERSHIP.role.set("owner"));
        });
    }
}
