package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The schema beans of this context for which a client is made here; one whose client the application brings is not among
 * them. Read from definitions, so that asking creates nothing. Thread-safe.
 */
public final class BoundSchemas {

    private final ConfigurableListableBeanFactory beans;
    private final FarmOrmProperties properties;
    private final StoreDrivers drivers;

    BoundSchemas(ConfigurableListableBeanFactory beans, FarmOrmProperties properties, StoreDrivers drivers) {
        this.beans = beans;
        this.properties = properties;
        this.drivers = drivers;
    }

    /** All of them. */
    public List<BoundSchema> all() {
        return Arrays.stream(beans.getBeanNamesForType(Schema.class, true, false))
                .map(this::find)
                .filter(Objects::nonNull)
                .toList();
    }

    /** That of the schema bean, or null when there is none. */
    public @Nullable BoundSchema find(String schemaBean) {
        String client = SchemaBean.clientName(schemaBean);
        ResolvedStore store =
                beans.containsBeanDefinition(client) ? SchemaBean.storeOf(beans.getMergedBeanDefinition(client)) : null;
        return store == null ? null : new BoundSchema(schemaBean, store, properties, drivers, beans);
    }

    /**
     * Checks that no two schemas of one store have a table in common that holds different models. Creates the schema beans, and
     * sends nothing. Where customizers may name tables otherwise, it is left to the moment a client is made.
     *
     * @throws StartupRefusedException when two have
     */
    public void checkTogether() {
        List<BoundSchema> all = all();
        if (all.size() > 1 && beans.getBeanNamesForType(OrmClientCustomizer.class, true, false).length == 0) {
            SharedStores stores = new SharedStores();
            all.forEach(schema -> schema.addTo(stores));
        }
    }

    /**
     * Checks that none of the stores is one that this application must not meet. Creates the store beans where there is
     * something to check, and sends nothing.
     *
     * @throws StartupRefusedException when one is
     */
    public void checkGuard() {
        if (drivers.guarded()) {
            all().forEach(BoundSchema::driver);
        }
    }
}
