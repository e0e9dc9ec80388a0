package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.setup.FarmOrmSetupAutoConfiguration;
import dev.farminglabs.orm.driver.Ability;
import dev.farminglabs.orm.driver.Driver;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** Configurations that several tests use. */
public final class Fixtures {

    /** A context with nothing but Farm ORM. */
    public static ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(FarmOrmAutoConfiguration.class, FarmOrmSetupAutoConfiguration.class));
    }

    public static DataSource h2() {
        return new EmbeddedDatabaseBuilder()
                .generateUniqueName(true)
                .setType(EmbeddedDatabaseType.H2)
                .build();
    }

    /** The innermost of our refusals, or an assertion error that shows what was there instead. */
    public static StartupRefusedException refusal(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof StartupRefusedException refused) {
                return refused;
            }
        }
        throw new AssertionError("not refused by Farm ORM", failure);
    }

    @Configuration(proxyBeanMethods = false)
    public static class OneSchema {
        @Bean
        ControlPlane controlPlane() {
            return new ControlPlane();
        }
    }

    @Configuration(proxyBeanMethods = false)
    public static class TwoSchemas {
        @Bean
        ControlPlane controlPlane() {
            return new ControlPlane();
        }

        @Bean
        FastState fastState() {
            return new FastState();
        }
    }

    @Configuration(proxyBeanMethods = false)
    public static class AdHocSchema {
        @Bean
        Schema adHoc() {
            return Schema.of("adHoc", FastState.SESSION);
        }
    }

    public static final class Ledger extends Schema {
        static final Entry ENTRY = new Entry();

        Ledger() {
            super("ledger", ENTRY);
            require(Ability.TRANSACTIONS);
        }

        public static final class Entry extends Model<Entry> {
            public final IdField<String> id = id();

            Entry() {}
        }
    }

    @Configuration(proxyBeanMethods = false)
    public static class DemandingSchema {
        @Bean
        Ledger ledger() {
            return new Ledger();
        }
    }

    @Configuration(proxyBeanMethods = false)
    public static class OneDriver {
        @Bean
        FixtureDriver fixtureStore() {
            return new FixtureDriver("fixture");
        }
    }

    @Configuration(proxyBeanMethods = false)
    public static class TwoDrivers {
        @Bean
        Driver orders() {
            return new FixtureDriver("orders");
        }

        @Bean
        Driver reports() {
            return new FixtureDriver("reports");
        }
    }

    @Configuration(proxyBeanMethods = false)
    public static class OneDataSource {
        static final AtomicInteger CREATED = new AtomicInteger();

        @Bean
        DataSource dataSource() {
            CREATED.incrementAndGet();
            return h2();
        }
    }

    @Configuration(proxyBeanMethods = false)
    public static class TwoDataSources {
        @Bean
        @Primary
        DataSource orders() {
            return h2();
        }

        @Bean
        DataSource reports() {
            return h2();
        }
    }

    private Fixtures() {}
}
