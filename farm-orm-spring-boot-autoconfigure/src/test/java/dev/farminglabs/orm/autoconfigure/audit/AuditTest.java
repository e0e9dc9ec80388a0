package dev.farminglabs.orm.autoconfigure.audit;

import static dev.farminglabs.orm.autoconfigure.audit.AuditTrail.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.Fixtures;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.memory.MemoryDriver;
import dev.farminglabs.orm.setup.Setup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every write leaves a note, and no write waits for it or fails by it. */
class AuditTest {

    private static final Page PAGE = new Page();

    static final class Page extends Model<Page> {
        public final IdField<String> id = id();
        public final StringField title = string();
        public final DateTimeField deletedAt = softDelete();
    }

    static final class Wiki extends Schema {
        Wiki() {
            super("wiki", PAGE);
        }
    }

    record Line(@Nullable String actor, String schema, String model, String operation, Long affected) {}

    record NewPage(String title) {}

    @Configuration(proxyBeanMethods = false)
    static class Application {
        @Bean
        Wiki wiki() {
            return new Wiki();
        }

        @Bean
        DataSource dataSource() {
            return Fixtures.h2();
        }

        @Bean
        AuditActor ann() {
            return () -> "ann";
        }
    }

    private final ApplicationContextRunner context = Fixtures.context()
            .withConfiguration(AutoConfigurations.of(FarmOrmAuditAutoConfiguration.class))
            .withUserConfiguration(Application.class)
            .withPropertyValues("farm.orm.audit.enabled=true");

    @SuppressWarnings("unchecked")
    private static OrmClient<Wiki> wiki(ApplicationContext ready) {
        for (Setup setup : ready.getBeansOfType(Setup.class).values()) {
            setup.push();
        }
        return (OrmClient<Wiki>) ready.getBean("wikiOrmClient");
    }

    /** What the store has once nothing waits any more. */
    @SuppressWarnings("unchecked")
    private static List<Line> lines(ApplicationContext ready) {
        ready.getBean(AuditWriter.class).stop();
        return ((OrmClient<AuditTrail>) ready.getBean("auditTrailOrmClient"))
                .model(AUDIT_ENTRY)
                .orderBy(AUDIT_ENTRY.id.asc())
                .findMany(Line.class);
    }

    private static Line line(String operation, long affected) {
        return new Line("ann", "wiki", "page", operation, affected);
    }

    @Test
    void eachWriteThatChangedSomethingLeavesALine() {
        context.run(ready -> {
            OrmClient<Wiki> orm = wiki(ready);
            String id = orm.model(PAGE).create(PAGE.title.set("secret")).get(PAGE.id);
            orm.model(PAGE).createMany(List.of(new NewPage("a"), new NewPage("b")));
            orm.model(PAGE).all().updateMany(PAGE.title.set("c"));
            orm.model(PAGE).where(PAGE.title.eq("none")).updateMany(PAGE.title.set("d"));
            orm.model(PAGE).where(PAGE.id.eq(id)).delete();
            orm.batch(batch -> batch.model(PAGE).create(PAGE.title.set("e")));
            orm.model(PAGE).all().purge();
            assertThat(lines(ready))
                    .containsExactly(
                            line("create", 1),
                            line("create", 2),
                            line("update", 3),
                            line("mark", 1),
                            line("create", 1),
                            line("delete", 4));
        });
    }

    @Test
    void whatWasRolledBackLeavesNone() {
        context.run(ready -> {
            OrmClient<Wiki> orm = wiki(ready);
            TransactionTemplate spring =
                    new TransactionTemplate(new JdbcTransactionManager(ready.getBean(DataSource.class)));
            spring.executeWithoutResult(status -> {
                orm.model(PAGE).create(PAGE.title.set("a"));
                status.setRollbackOnly();
            });
            assertThatIllegalStateException()
                    .isThrownBy(() -> orm.transaction(tx -> {
                        tx.model(PAGE).create(PAGE.title.set("b"));
                        throw new IllegalStateException();
                    }));
            spring.executeWithoutResult(status -> orm.model(PAGE).createMany(List.of(new NewPage("c"))));
            orm.transaction(tx -> tx.model(PAGE).create(PAGE.title.set("d")));
            assertThat(lines(ready)).containsExactly(line("create", 1), line("create", 1));
            assertThat(orm.model(PAGE).count()).isEqualTo(2);
        });
    }

    @Test
    void alsoWhereTheStoreHasTransactionsOfItsOwn() {
        Fixtures.context()
                .withConfiguration(AutoConfigurations.of(FarmOrmAuditAutoConfiguration.class))
                .withBean("wiki", Wiki.class, Wiki::new)
                .withBean("store", Driver.class, MemoryDriver::new)
                .withBean(AuditActor.class, () -> () -> "ann")
                .withPropertyValues("farm.orm.audit.enabled=true")
                .run(ready -> {
                    OrmClient<Wiki> orm = wiki(ready);
                    assertThatIllegalStateException()
                            .isThrownBy(() -> orm.transaction(tx -> {
                                tx.model(PAGE).create(PAGE.title.set("b"));
                                throw new IllegalStateException();
                            }));
                    orm.transaction(
                            tx -> tx.transaction(inner -> inner.model(PAGE).create(PAGE.title.set("d"))));
                    assertThat(lines(ready)).containsExactly(line("create", 1));
                });
    }

    @Test
    void anActorThatFailsOrIsTooLongHarmsNoWrite() {
        String[] name = {"x".repeat(300)};
        context.withBean(
                        "other", AuditActor.class, () -> () -> name[0].substring(0, 300), bean -> bean.setPrimary(true))
                .run(ready -> {
                    OrmClient<Wiki> orm = wiki(ready);
                    orm.model(PAGE).create(PAGE.title.set("a"));
                    name[0] = "short";
                    orm.model(PAGE).create(PAGE.title.set("b"));
                    assertThat(orm.model(PAGE).count()).isEqualTo(2);
                    assertThat(lines(ready)).extracting(Line::actor).containsExactly("x".repeat(200));
                    assertThat(ready.getBean(AuditQueue.class).dropped()).isEqualTo(1);
                });
    }

    @Test
    void withoutItsTableWritesGoOnAndTheLossIsCounted() {
        context.run(ready -> {
            OrmClient<Wiki> orm = wiki(ready);
            new JdbcTemplate(ready.getBean(DataSource.class)).execute("drop table \"audit_entries\"");
            orm.model(PAGE).create(PAGE.title.set("a"));
            orm.model(PAGE).create(PAGE.title.set("b"));
            ready.getBean(AuditWriter.class).stop();
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            ready.getBean(AuditMetrics.class).bindTo(registry);
            assertThat(registry.get("farm.orm.audit.dropped").functionCounter().count())
                    .isEqualTo(2);
            assertThat(registry.get("farm.orm.audit.queued").gauge().value()).isZero();
        });
    }

    @Test
    void aFullQueueDropsAndDoesNotWait() {
        AuditQueue queue = new AuditQueue(2);
        for (int i = 0; i < 5; i++) {
            queue.offer(new AuditNote(Instant.EPOCH, null, "s", "m", "create", i));
        }
        assertThat(queue.dropped()).isEqualTo(3);
        assertThat(queue.size()).isEqualTo(2);
    }

    /** A store that hangs holds the writer, and neither the writes nor the end of the application. */
    @Test
    void aStoreThatHangsHoldsNobodyUp() throws InterruptedException {
        AuditQueue queue = new AuditQueue(10);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AuditWriter writer = new AuditWriter(
                queue,
                () -> {
                    reached.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new IllegalStateException("hung");
                },
                Duration.ofMillis(50));
        writer.start();
        queue.offer(new AuditNote(Instant.EPOCH, null, "s", "m", "create", 1));
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
        queue.offer(new AuditNote(Instant.EPOCH, null, "s", "m", "create", 2));
        long start = System.nanoTime();
        writer.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(writer.isRunning()).isFalse();
        assertThat(queue.size()).isZero();
    }

    @Test
    void thereIsNothingOfItUnlessAskedFor() {
        String left = "farm.orm.schemas.audit-trail.setup=push"; // for the profiles in which it is on
        context.withPropertyValues("farm.orm.audit.enabled=false", left).run(ready -> {
            assertThat(ready).doesNotHaveBean(AuditTrail.class);
            assertThat(ready.getBeansOfType(OrmClient.class)).isEqualTo(Map.of("wikiOrmClient", wiki(ready)));
        });
    }
}
