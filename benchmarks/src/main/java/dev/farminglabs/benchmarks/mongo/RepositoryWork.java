package dev.farminglabs.benchmarks.mongo;

import dev.farminglabs.benchmarks.mongo.Documents.Accounts;
import dev.farminglabs.benchmarks.mongo.Documents.Cache;
import dev.farminglabs.benchmarks.mongo.Documents.CacheEntry;
import dev.farminglabs.benchmarks.mongo.Documents.Invoices;
import dev.farminglabs.benchmarks.mongo.Documents.Member;
import dev.farminglabs.benchmarks.mongo.Documents.Members;
import dev.farminglabs.benchmarks.mongo.Documents.Quotas;
import dev.farminglabs.benchmarks.mongo.Documents.TeamsOf;
import dev.farminglabs.benchmarks.mongo.Documents.Visit;
import dev.farminglabs.benchmarks.mongo.Documents.Visits;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.mongodb.repository.support.MongoRepositoryFactory;

/** Spring Data's repositories. They know no upsert: it is an update, and a creation when that met nothing. */
final class RepositoryWork implements Work {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Accounts accounts;
    private final TeamsOf teams;
    private final Members members;
    private final Invoices invoices;
    private final Quotas quotas;
    private final Visits visits;
    private final Cache cache;

    RepositoryWork(Place place) {
        MongoRepositoryFactory factory = new MongoRepositoryFactory(place.template());
        this.accounts = factory.getRepository(Accounts.class);
        this.teams = factory.getRepository(TeamsOf.class);
        this.members = factory.getRepository(Members.class);
        this.invoices = factory.getRepository(Invoices.class);
        this.quotas = factory.getRepository(Quotas.class);
        this.visits = factory.getRepository(Visits.class);
        this.cache = factory.getRepository(Cache.class);
    }

    @Override
    public void create(NewVisit visit) {
        visits.save(new Visit(UUID.randomUUID().toString(), visit.path(), visit.visitor(), CLOCK.instant()));
    }

    @Override
    public boolean update(String id, String name) {
        return accounts.rename(id, name) == 1;
    }

    @Override
    public boolean guardedUpdate(String holder) {
        return quotas.take(holder) == 1;
    }

    @Override
    public void upsert(Cached entry) {
        if (cache.replace(entry.key(), entry.value(), entry.updatedAt()) == 0) {
            cache.save(new CacheEntry(UUID.randomUUID().toString(), entry.key(), entry.value(), entry.updatedAt()));
        }
    }

    @Override
    public boolean delete(String id) {
        return visits.remove(id) == 1;
    }

    @Override
    public Optional<Card> findUnique(String slug) {
        return teams.findCardBySlug(slug);
    }

    @Override
    public List<Person> findMany(String cohort) {
        return accounts.findByCohortOrderByEmail(cohort);
    }

    @Override
    public Optional<Dashboard> dashboard(String slug) {
        return teams.findBySlug(slug).map(team -> {
            List<Member> found = members.findByTeamIdOrderByRank(team.id());
            List<String> ids = found.stream().map(Member::accountId).toList();
            return Dashboards.of(team, found, accounts.findByIdIn(ids), invoices.findByTeamIdOrderByNumber(team.id()));
        });
    }
}
