package dev.farminglabs.benchmarks.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.farminglabs.benchmarks.mongo.Documents.Account;
import dev.farminglabs.benchmarks.mongo.Documents.CacheEntry;
import dev.farminglabs.benchmarks.mongo.Documents.Invoice;
import dev.farminglabs.benchmarks.mongo.Documents.Member;
import dev.farminglabs.benchmarks.mongo.Documents.Quota;
import dev.farminglabs.benchmarks.mongo.Documents.Team;
import dev.farminglabs.benchmarks.mongo.Documents.Visit;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** Spring Data's template; a dashboard is one query for each collection, as it knows no relations. */
final class TemplateWork implements Work {

    private static final Clock CLOCK = Clock.systemUTC();

    private final MongoOperations mongo;

    TemplateWork(Place place) {
        this.mongo = place.template();
    }

    @Override
    public void create(NewVisit visit) {
        mongo.insert(new Visit(UUID.randomUUID().toString(), visit.path(), visit.visitor(), CLOCK.instant()));
    }

    @Override
    public boolean update(String id, String name) {
        return mongo.updateFirst(query(where("id").is(id)), Update.update("name", name), Account.class)
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean guardedUpdate(String holder) {
        return mongo.updateFirst(
                                query(where("holder")
                                        .is(holder)
                                        .and("remaining")
                                        .gt(0)),
                                new Update().inc("remaining", -1),
                                Quota.class)
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void upsert(Cached entry) {
        Update change = new Update()
                .set("value", entry.value())
                .set("updatedAt", entry.updatedAt())
                .setOnInsert("id", UUID.randomUUID().toString());
        mongo.upsert(query(where("key").is(entry.key())), change, CacheEntry.class);
    }

    @Override
    public boolean delete(String id) {
        return mongo.remove(query(where("id").is(id)), Visit.class).getDeletedCount() == 1;
    }

    @Override
    public Optional<Card> findUnique(String slug) {
        return mongo.query(Team.class)
                .as(Card.class)
                .matching(where("slug").is(slug))
                .one();
    }

    @Override
    public List<Person> findMany(String cohort) {
        return mongo.query(Account.class)
                .as(Person.class)
                .matching(query(where("cohort").is(cohort)).with(Sort.by("email")))
                .all();
    }

    @Override
    public Optional<Dashboard> dashboard(String slug) {
        Team team = mongo.findOne(query(where("slug").is(slug)), Team.class);
        if (team == null) {
            return Optional.empty();
        }
        List<Member> members = mongo.find(query(where("teamId").is(team.id())).with(Sort.by("rank")), Member.class);
        List<String> ids = members.stream().map(Member::accountId).toList();
        return Optional.of(Dashboards.of(
                team,
                members,
                mongo.find(query(where("id").in(ids)), Account.class),
                mongo.find(query(where("teamId").is(team.id())).with(Sort.by("number")), Invoice.class)));
    }
}
