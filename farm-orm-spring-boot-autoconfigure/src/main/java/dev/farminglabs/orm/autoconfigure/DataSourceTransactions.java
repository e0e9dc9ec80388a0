package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.definition.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * The transaction manager with which the application manages a {@code DataSource}, so that our transactions and its own are
 * the same ones. Looked up when first needed, for managers often need beans that need clients. Never a bean itself: one more
 * manager in the context would make Boot take the application's own away. Thread-safe.
 */
final class DataSourceTransactions implements PlatformTransactionManager {

    private static final String JTA = "org.springframework.transaction.jta.JtaTransactionManager";

    private final ConfigurableListableBeanFactory beans;
    private final String schemaBean;
    private final DataSource dataSource;
    private final @Nullable String name;
    private final SingletonSupplier<PlatformTransactionManager> manager = SingletonSupplier.of(this::find);

    /**
     * @param schemaBean the schema whose settings may name the manager, for messages
     * @param dataSource the store bean
     * @param name       the manager's name when the settings tell
     */
    DataSourceTransactions(
            ConfigurableListableBeanFactory beans, String schemaBean, DataSource dataSource, @Nullable String name) {
        this.beans = beans;
        this.schemaBean = schemaBean;
        this.dataSource = dataSource;
        this.name = name;
    }

    /**
     * The manager that does the work.
     *
     * @throws StartupRefusedException when several could be meant, or the named one is not there
     */
    PlatformTransactionManager manager() {
        return manager.obtain();
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return manager().getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        manager().commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        manager().rollback(status);
    }

    private PlatformTransactionManager find() {
        List<String> names = List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(
                beans, PlatformTransactionManager.class, true, false));
        if (name != null) {
            return named(name, names);
        }
        Map<String, PlatformTransactionManager> managing = new LinkedHashMap<>();
        Map<String, PlatformTransactionManager> global = new LinkedHashMap<>();
        for (String candidate : names) {
            PlatformTransactionManager each = beans.getBean(candidate, PlatformTransactionManager.class);
            if (manages(each)) {
                managing.put(candidate, each);
            } else if (isJta(each)) {
                global.put(candidate, each);
            }
        }
        return choose(managing.isEmpty() ? global : managing);
    }

    private PlatformTransactionManager named(String wanted, List<String> names) {
        if (beans.containsBean(wanted)) {
            return beans.getBean(wanted, PlatformTransactionManager.class);
        }
        String suggestion = Suggestion.didYouMean(wanted, names);
        throw new StartupRefusedException(
                "Schema bean '" + schemaBean + "' names the transaction manager '" + wanted
                        + "', but there is no such bean" + (suggestion.isEmpty() ? "." : suggestion),
                StartupRefusedException.write("Name one that is there, or take the line away:", lines(names)));
    }

    private PlatformTransactionManager choose(Map<String, PlatformTransactionManager> candidates) {
        List<String> names = List.copyOf(candidates.keySet());
        List<String> primary = names.stream().filter(this::isPrimary).toList();
        List<String> left = primary.isEmpty() ? names : primary;
        if (left.isEmpty()) {
            return new JdbcTransactionManager(dataSource);
        }
        if (left.size() > 1) {
            throw new StartupRefusedException(
                    "Schema bean '" + schemaBean + "' is on a DataSource that several transaction managers manage: "
                            + left + ".",
                    StartupRefusedException.write("Mark one @Primary, or say which:", lines(left)));
        }
        return beans.getBean(left.get(0), PlatformTransactionManager.class);
    }

    private List<String> lines(List<String> managers) {
        return managers.stream()
                .map(each -> FarmOrmProperties.line(schemaBean, "transaction-manager", each))
                .toList();
    }

    private boolean isPrimary(String bean) {
        return beans.containsBeanDefinition(bean)
                && beans.getMergedBeanDefinition(bean).isPrimary();
    }

    /** A JPA manager's resource is its entity manager factory; it tells its DataSource by a property. */
    private boolean manages(PlatformTransactionManager candidate) {
        if (candidate instanceof ResourceTransactionManager resource && isOurs(resource.getResourceFactory())) {
            return true;
        }
        BeanWrapper properties = PropertyAccessorFactory.forBeanPropertyAccess(candidate);
        return properties.isReadableProperty("dataSource") && isOurs(properties.getPropertyValue("dataSource"));
    }

    /** A DataSourceTransactionManager looks through a transaction-aware proxy, so we do too. */
    private boolean isOurs(@Nullable Object managed) {
        return target(dataSource) == target(managed);
    }

    private static @Nullable Object target(@Nullable Object dataSource) {
        return dataSource instanceof TransactionAwareDataSourceProxy proxy ? proxy.getTargetDataSource() : dataSource;
    }

    /** By name: its class needs an API that most applications do not have. */
    private static boolean isJta(PlatformTransactionManager candidate) {
        for (Class<?> type = candidate.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(JTA)) {
                return true;
            }
        }
        return false;
    }
}
