package dev.farminglabs.orm.engine;

import org.jspecify.annotations.Nullable;

/**
 * Which records a client sees at all.
 *
 * @param tenant        the tenant it is confined to, or null
 * @param acrossTenants whether it has said that it works across tenants
 * @param withDeleted   whether it sees records marked as deleted
 */
public record Scope(@Nullable Object tenant, boolean acrossTenants, boolean withDeleted) {

    /** No tenant, no exceptions. */
    public static final Scope DEFAULT = new Scope(null, false, false);

    /** The same, confined to a tenant. */
    public Scope tenant(Object newTenant) {
        return new Scope(newTenant, false, withDeleted);
    }

    /** The same, across tenants. */
    public Scope acrossAllTenants() {
        return new Scope(null, true, withDeleted);
    }

    /** The same, with deleted records in sight. */
    public Scope includingDeleted() {
        return new Scope(tenant, acrossTenants, true);
    }

    /** Never the tenant itself, which is a stored value. */
    @Override
    public String toString() {
        return tenant != null ? "one tenant" : acrossTenants ? "across tenants" : "no tenant";
    }
}
