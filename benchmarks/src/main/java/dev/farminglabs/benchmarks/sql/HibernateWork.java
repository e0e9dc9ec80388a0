package dev.farminglabs.benchmarks.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Hibernate through JPA: records by constructor expressions where rows are flat, entities with fetch joins where not. */
final class HibernateWork implements Work {

    private static final String RECORD = "select new " + Work.class.getName();
    private static final String FIND_UNIQUE =
            RECORD + "$Card(w.id, w.slug, w.name, w.plan) from Workspace w where w.slug = :slug";
    private static final String FIND_MANY = RECORD
            + "$Person(u.id, u.email, u.name, u.createdAt) from User u where u.cohort = :cohort order by u.email, u.id";
    private static final String FETCH =
            "select w from Workspace w left join fetch w.memberships m left join fetch m.user where ";

    private final EntityManagerFactory factory;

    HibernateWork(Database database) {
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("benchmarks")
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database.dataSource())
                .property(BatchSettings.STATEMENT_BATCH_SIZE, 1000);
        Entities.ALL.forEach(configuration::managedClass);
        this.factory = configuration.createEntityManagerFactory();
    }

    private <T> T read(Function<EntityManager, T> work) {
        try (EntityManager manager = factory.createEntityManager()) {
            return work.apply(manager);
        }
    }

    private void write(Consumer<EntityManager> work) {
        factory.runInTransaction(work);
    }

    @Override
    public Optional<Card> findUnique(String slug) {
        return read(manager -> manager.createQuery(FIND_UNIQUE, Card.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst());
    }

    @Override
    public Optional<Dashboard> dashboard(String slug) {
        return read(manager -> manager
                .createQuery(FETCH + "w.slug = :slug", Entities.Workspace.class)
                .setParameter("slug", slug)
                .getResultList()
                .stream()
                .findFirst()
                .map(HibernateWork::dashboard));
    }

    @Override
    public List<Dashboard> dashboards(String region) {
        return read(manager -> manager
                .createQuery(FETCH + "w.region = :region order by w.slug", Entities.Workspace.class)
                .setParameter("region", region)
                .getResultList()
                .stream()
                .map(HibernateWork::dashboard)
                .toList());
    }

    private static Dashboard dashboard(Entities.Workspace workspace) {
        return new Dashboard(
                workspace.id,
                workspace.slug,
                workspace.name,
                workspace.plan,
                workspace.memberships.stream()
                        .map(member -> new Member(
                                member.role, new Contact(member.user.id, member.user.email, member.user.name)))
                        .toList(),
                workspace.subscriptions.stream()
                        .map(subscription -> new Billing(subscription.customer, subscription.status))
                        .toList());
    }

    @Override
    public void upsert(Cached entry) {
        write(manager -> {
            Optional<Entities.CacheEntry> found = manager.createQuery(
                            "from CacheEntry c where c.namespace = :namespace and c.key = :key",
                            Entities.CacheEntry.class)
                    .setParameter("namespace", entry.namespace())
                    .setParameter("key", entry.key())
                    .getResultStream()
                    .findFirst();
            Entities.CacheEntry stored = found.orElseGet(Entities.CacheEntry::new);
            stored.value = JsonText.of(entry.value());
            stored.updatedAt = NewIds.instant();
            if (found.isEmpty()) {
                stored.id = NewIds.id();
                stored.namespace = entry.namespace();
                stored.key = entry.key();
                manager.persist(stored);
            }
        });
    }

    @Override
    public List<Person> findMany(String cohort) {
        return read(manager -> manager.createQuery(FIND_MANY, Person.class)
                .setParameter("cohort", cohort)
                .getResultList());
    }

    private static Entities.Event entity(NewEvent event) {
        Entities.Event entity = new Entities.Event();
        entity.id = NewIds.id();
        entity.source = event.source();
        entity.action = event.action();
        entity.payload = JsonText.of(event.payload());
        entity.createdAt = NewIds.instant();
        return entity;
    }

    @Override
    public void create(NewEvent event) {
        write(manager -> manager.persist(entity(event)));
    }

    @Override
    public void createMany(List<NewEvent> events) {
        write(manager -> events.forEach(event -> manager.persist(entity(event))));
    }

    @Override
    public void transaction(Onboarding onboarding) {
        write(manager -> {
            Entities.User user = new Entities.User();
            user.id = NewIds.id();
            user.email = onboarding.email();
            user.name = onboarding.name();
            user.cohort = Texts.ELSEWHERE;
            user.createdAt = NewIds.instant();
            manager.persist(user);
            Entities.Workspace workspace = workspace(onboarding);
            manager.persist(workspace);
            Entities.Membership membership = new Entities.Membership();
            membership.id = NewIds.id();
            membership.user = user;
            membership.workspace = workspace;
            membership.role = "owner";
            membership.createdAt = NewIds.instant();
            manager.persist(membership);
        });
    }

    private static Entities.Workspace workspace(Onboarding onboarding) {
        Entities.Workspace workspace = new Entities.Workspace();
        workspace.id = NewIds.id();
        workspace.slug = onboarding.slug();
        workspace.name = onboarding.name();
        workspace.plan = "free";
        workspace.region = Texts.ELSEWHERE;
        workspace.createdAt = NewIds.instant();
        return workspace;
    }

    @Override
    public void close() {
        factory.close();
    }
}
