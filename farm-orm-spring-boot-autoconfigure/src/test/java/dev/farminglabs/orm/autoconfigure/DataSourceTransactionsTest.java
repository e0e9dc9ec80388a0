package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.jta.JtaTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.ResourceTransactionManager;

class DataSourceTransactionsTest {

    private final DataSource dataSource = new JdbcDataSource();
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @Test
    void theManagerOfThatDataSourceIsFound() {
        PlatformTransactionManager ours = register("ours", new DataSourceTransactionManager(dataSource));
        register("other", new DataSourceTransactionManager(new JdbcDataSource()));
        assertThat(lookup(null).manager()).isSameAs(ours);
    }

    @Test
    void aJpaManagerIsFoundByItsDataSource() {
        PlatformTransactionManager jpa = register("jpa", new LikeJpa(dataSource));
        register("otherJpa", new LikeJpa(new JdbcDataSource()));
        assertThat(lookup(null).manager()).isSameAs(jpa);
    }

    @Test
    void aTransactionAwareProxyIsLookedThrough() {
        DataSource proxy = new TransactionAwareDataSourceProxy(dataSource);
        PlatformTransactionManager ours = register("ours", new DataSourceTransactionManager(proxy));
        assertThat(new DataSourceTransactions(beans, "controlPlane", proxy, null).manager())
                .isSameAs(ours);
    }

    @Test
    void withoutOneThereIsAPrivateOneThatIsNoBean() {
        register("other", new DataSourceTransactionManager(new JdbcDataSource()));
        PlatformTransactionManager made = lookup(null).manager();
        assertThat(made)
                .isInstanceOfSatisfying(
                        JdbcTransactionManager.class,
                        manager -> assertThat(manager.getDataSource()).isSameAs(dataSource));
        assertThat(beans.getBeanNamesForType(PlatformTransactionManager.class)).containsExactly("other");
    }

    @Test
    void aGlobalManagerIsTakenWhereNoneIsOfThatDataSource() {
        PlatformTransactionManager global = new JtaTransactionManager();
        beans.registerSingleton("global", global);
        register("other", new DataSourceTransactionManager(new JdbcDataSource()));
        assertThat(lookup(null).manager()).isSameAs(global);
    }

    @Test
    void severalAreRefusedUnlessOneIsPrimaryOrNamed() {
        register("jdbc", new DataSourceTransactionManager(dataSource));
        PlatformTransactionManager jpa = register("jpa", new LikeJpa(dataSource));
        assertThatExceptionOfType(StartupRefusedException.class)
                .isThrownBy(() -> lookup(null).manager())
                .satisfies(refused -> {
                    assertThat(refused.description()).contains("[jdbc, jpa]");
                    assertThat(refused.action())
                            .endsWith("\n    farm.orm.schemas.controlPlane.transaction-manager: jdbc"
                                    + "\n    farm.orm.schemas.controlPlane.transaction-manager: jpa");
                });
        assertThat(lookup("jpa").manager()).isSameAs(jpa);
        RootBeanDefinition primary = new RootBeanDefinition(PlatformTransactionManager.class);
        primary.setInstanceSupplier(() -> jpa);
        primary.setPrimary(true);
        beans.registerBeanDefinition("primary", primary);
        assertThat(lookup(null).manager()).isSameAs(jpa);
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearest() {
        register("transactionManager", new DataSourceTransactionManager(dataSource));
        assertThatExceptionOfType(StartupRefusedException.class)
                .isThrownBy(() -> lookup("transactionManger").manager())
                .satisfies(refused -> {
                    assertThat(refused.description()).endsWith("Did you mean transactionManager?");
                    assertThat(refused.action())
                            .endsWith("farm.orm.schemas.controlPlane.transaction-manager: transactionManager");
                });
    }

    @Test
    void nothingIsLookedUpBeforeItIsNeeded() {
        lookup("missing");
    }

    private DataSourceTransactions lookup(@Nullable String name) {
        return new DataSourceTransactions(beans, "controlPlane", dataSource, name);
    }

    private PlatformTransactionManager register(String name, PlatformTransactionManager manager) {
        RootBeanDefinition definition = new RootBeanDefinition(manager.getClass());
        definition.setInstanceSupplier(() -> manager);
        beans.registerBeanDefinition(name, definition);
        return manager;
    }

    /** As JpaTransactionManager does: its resource is not the DataSource, but it has one. */
    static final class LikeJpa extends AbstractPlatformTransactionManager implements ResourceTransactionManager {
        private final DataSource dataSource;

        LikeJpa(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        public DataSource getDataSource() {
            return dataSource;
        }

        @Override
        public Object getResourceFactory() {
            return "entity manager factory";
        }

        @Override
        protected Object doGetTransaction() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
