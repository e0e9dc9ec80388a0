package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which records are in sight: one tenant's or all, with or without those marked as deleted. Kept from page to page.
 *
 * @param tenant  the tenant as it was typed, or null
 * @param across  whether all tenants' records are in sight
 * @param deleted whether records marked as deleted are
 */
record Sight(@Nullable String tenant, boolean across, boolean deleted) {

    static final String TENANT = "tenant";
    static final String ACROSS = "across";
    static final String DELETED = "deleted";

    static Sight of(MultiValueMap<String, String> query) {
        String tenant = query.getFirst(TENANT);
        return new Sight(
                tenant == null || tenant.isBlank() ? null : tenant.strip(),
                query.containsKey(ACROSS),
                query.containsKey(DELETED));
    }

    /** Adds what keeps this sight to the parameters of an address. */
    void to(MultiValueMap<String, String> query) {
        if (tenant != null) {
            query.add(TENANT, tenant);
        }
        if (across) {
            query.add(ACROSS, "1");
        }
        if (deleted) {
            query.add(DELETED, "1");
        }
    }

    /** Whether a tenant, or all of them, must be chosen before the model's records can be read. */
    boolean lacksTenant(ModelDefinition model) {
        return model.with(FieldRole.TENANT) != null && tenant == null && !across;
    }

    static String chooseTenant(ModelDefinition model) {
        return "Records of " + model + " belong to tenants: choose one, or all of them.";
    }

    /**
     * The client that sees these records of the model.
     *
     * @throws Refusal when a tenant has to be chosen first
     */
    OrmClient<?> client(OrmClient<?> client, ModelDefinition model) {
        FieldDefinition field = model.with(FieldRole.TENANT);
        if (field == null) {
            return client;
        }
        if (lacksTenant(model)) {
            throw Refusal.bad(chooseTenant(model));
        }
        return tenant != null && !across ? client.forTenant(Values.parse(field, tenant)) : client.acrossTenants();
    }

    boolean withDeleted(ModelDefinition model) {
        return deleted && model.with(FieldRole.SOFT_DELETE) != null;
    }
}
