package dev.farminglabs.benchmarks.mongo;

import static dev.farminglabs.benchmarks.mongo.Teams.ACCOUNT;
import static dev.farminglabs.benchmarks.mongo.Teams.CACHE_ENTRY;
import static dev.farminglabs.benchmarks.mongo.Teams.INVOICE;
import static dev.farminglabs.benchmarks.mongo.Teams.MEMBER;
import static dev.farminglabs.benchmarks.mongo.Teams.QUOTA;
import static dev.farminglabs.benchmarks.mongo.Teams.TEAM;
import static dev.farminglabs.benchmarks.mongo.Teams.VISIT;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Projection;
import java.util.List;
import java.util.Optional;

/** Farm ORM, as its guide says, on a Spring factory or on a client. */
final class FarmWork implements Work {

    private final OrmClient<Teams> orm;
    private final Projection<Teams.Team, Dashboard> dashboard;

    private FarmWork(OrmClient<Teams> orm) {
        this.orm = orm;
        this.dashboard = orm.model(TEAM)
                .projection(Dashboard.class)
                .with(TEAM.members, m -> m.orderBy(MEMBER.rank.asc()))
                .with(TEAM.invoices, i -> i.orderBy(INVOICE.number.asc()));
    }

    static FarmWork onFactory(Place place) {
        return new FarmWork(FarmOrm.connect(new Teams(), place.factory()));
    }

    static FarmWork onClient(Place place) {
        return new FarmWork(FarmOrm.connect(new Teams(), place.client(), Place.DATABASE));
    }

    @Override
    public void create(NewVisit visit) {
        orm.model(VISIT).create(visit);
    }

    @Override
    public boolean update(String id, String name) {
        return orm.model(ACCOUNT).where(ACCOUNT.id.eq(id)).update(ACCOUNT.name.set(name));
    }

    @Override
    public boolean guardedUpdate(String holder) {
        return orm.model(QUOTA)
                .where(QUOTA.holder.eq(holder), QUOTA.remaining.gt(0))
                .update(QUOTA.remaining.decrement(1));
    }

    @Override
    public void upsert(Cached entry) {
        orm.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.key.eq(entry.key()))
                .upsert(u -> u.create(
                                CACHE_ENTRY.value.set(entry.value()), CACHE_ENTRY.updatedAt.set(entry.updatedAt()))
                        .update(CACHE_ENTRY.value.set(entry.value()), CACHE_ENTRY.updatedAt.set(entry.updatedAt())));
    }

    @Override
    public boolean delete(String id) {
        return orm.model(VISIT).where(VISIT.id.eq(id)).delete();
    }

    @Override
    public Optional<Card> findUnique(String slug) {
        return orm.model(TEAM).where(TEAM.slug.eq(slug)).findUnique(Card.class);
    }

    @Override
    public List<Person> findMany(String cohort) {
        return orm.model(ACCOUNT)
                .where(ACCOUNT.cohort.eq(cohort))
                .orderBy(ACCOUNT.email.asc())
                .findMany(Person.class);
    }

    @Override
    public Optional<Dashboard> dashboard(String slug) {
        return orm.model(TEAM).where(TEAM.slug.eq(slug)).findUnique(dashboard);
    }
}
