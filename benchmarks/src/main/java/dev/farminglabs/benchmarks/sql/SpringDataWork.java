package dev.farminglabs.benchmarks.sql;

import dev.farminglabs.benchmarks.sql.Aggregates.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring Data JDBC: repositories that read aggregates, and its template that inserts records with ids. */
final class SpringDataWork implements Work {

    private final AnnotationConfigApplicationContext context;
    private final Aggregates.Workspaces workspaces;
    private final Aggregates.Users users;
    private final Aggregates.CacheEntries cacheEntries;
    private final JdbcAggregateTemplate template;
    private final TransactionTemplate transactions;

    SpringDataWork(Database database) {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Database.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.register(SpringDataConfiguration.class);
        context.refresh();
        workspaces = context.getBean(Aggregates.Workspaces.class);
        users = context.getBean(Aggregates.Users.class);
        cacheEntries = context.getBean(Aggregates.CacheEntries.class);
        template = context.getBean(JdbcAggregateTemplate.class);
        transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    @Override
    public Optional<Card> findUnique(String slug) {
        return workspaces.findCardBySlug(slug);
    }

    @Override
    public Optional<Dashboard> dashboard(String slug) {
        return workspaces
                .findBySlug(slug)
                .map(found -> dashboards(List.of(found)).get(0));
    }

    @Override
    public List<Dashboard> dashboards(String region) {
        return dashboards(workspaces.findByRegionOrderBySlug(region));
    }

    private List<Dashboard> dashboards(List<Aggregates.Workspace> found) {
        Set<String> ids = found.stream()
                .map(Aggregates.Workspace::memberships)
                .flatMap(Collection::stream)
                .map(member -> String.valueOf(member.userId().getId()))
                .collect(Collectors.toSet());
        Map<String, Contact> people = StreamSupport.stream(
                        users.findAllById(ids).spliterator(), false)
                .collect(Collectors.toMap(
                        Aggregates.User::id, user -> new Contact(user.id(), user.email(), user.name())));
        return found.stream().map(workspace -> dashboard(workspace, people)).toList();
    }

    @SuppressWarnings("NullAway") // every member has a user
    private static Dashboard dashboard(Aggregates.Workspace workspace, Map<String, Contact> people) {
        return new Dashboard(
                workspace.id(),
                workspace.slug(),
                workspace.name(),
                workspace.plan(),
                workspace.memberships().stream()
                        .sorted(Comparator.comparing(Aggregates.Membership::createdAt))
                        .map(member -> new Member(
                                member.role(), people.get(member.userId().getId())))
                        .toList(),
                workspace.subscriptions().stream()
                        .sorted(Comparator.comparing(Aggregates.Subscription::createdAt)
                                .reversed())
                        .map(one -> new Billing(one.customer(), one.status()))
                        .toList());
    }

    @Override
    public void upsert(Cached entry) {
        transactions.executeWithoutResult(status -> {
            Optional<Aggregates.CacheEntry> found = cacheEntries.findByNamespaceAndKey(entry.namespace(), entry.key());
            Aggregates.CacheEntry stored = new Aggregates.CacheEntry(
                    found.map(Aggregates.CacheEntry::id).orElseGet(NewIds::id),
                    entry.namespace(),
                    entry.key(),
                    new Json(entry.value()),
                    NewIds.instant());
            if (found.isPresent()) {
                template.update(stored);
            } else {
                template.insert(stored);
            }
        });
    }

    @Override
    public List<Person> findMany(String cohort) {
        return users.findByCohortOrderByEmailAscIdAsc(cohort);
    }

    private static Aggregates.Event aggregate(NewEvent event) {
        return new Aggregates.Event(
                NewIds.id(), event.source(), event.action(), new Json(event.payload()), NewIds.instant());
    }

    @Override
    public void create(NewEvent event) {
        template.insert(aggregate(event));
    }

    @Override
    public void createMany(List<NewEvent> events) {
        transactions.executeWithoutResult(status -> template.insertAll(
                events.stream().map(SpringDataWork::aggregate).toList()));
    }

    @Override
    public void transaction(Onboarding onboarding) {
        Instant now = NewIds.instant();
        transactions.executeWithoutResult(status -> {
            Aggregates.User user = template.insert(
                    new Aggregates.User(NewIds.id(), onboarding.email(), onboarding.name(), Texts.ELSEWHERE, now));
            Aggregates.Workspace workspace = template.insert(new Aggregates.Workspace(
                    NewIds.id(),
                    onboarding.slug(),
                    onboarding.name(),
                    "free",
                    Texts.ELSEWHERE,
                    now,
                    Set.of(),
                    Set.of()));
            template.insert(new Aggregates.NewMembership(NewIds.id(), user.id(), workspace.id(), "owner", now));
        });
    }

    @Override
    public void close() {
        context.close();
    }
}
