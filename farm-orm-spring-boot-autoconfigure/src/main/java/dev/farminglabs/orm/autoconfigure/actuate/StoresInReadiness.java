package dev.farminglabs.orm.autoconfigure.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Adds the stores to the readiness group that Boot makes. Liveness is left alone: a restart does not bring a database back.
 * Where the application says what is in the group, that counts.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class StoresInReadiness implements HealthEndpointGroupsPostProcessor {

    private static final String GROUP = "readiness";
    private static final String SETTINGS = "management.endpoint.health.group." + GROUP + ".";

    private final Environment environment;
    private final boolean wanted;

    StoresInReadiness(Environment environment, boolean wanted) {
        this.environment = environment;
        this.wanted = wanted;
    }

    @Override
    public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
        if (!wanted
                || isSaid("include")
                || isSaid("exclude")
                || !groups.getNames().contains(GROUP)) {
            return groups;
        }
        Map<String, HealthEndpointGroup> all = new LinkedHashMap<>();
        for (String name : groups.getNames()) {
            HealthEndpointGroup group = groups.get(name);
            if (group != null) {
                all.put(name, name.equals(GROUP) ? new WithStores(group) : group);
            }
        }
        return HealthEndpointGroups.of(groups.getPrimary(), all);
    }

    private boolean isSaid(String setting) {
        return environment.containsProperty(SETTINGS + setting)
                || environment.containsProperty(SETTINGS + setting + "[0]");
    }

    private record WithStores(HealthEndpointGroup group) implements HealthEndpointGroup {

        @Override
        public boolean isMember(String name) {
            String stores = FarmOrmHealthAutoConfiguration.NAME;
            return group.isMember(name) || name.equals(stores) || name.startsWith(stores + "/");
        }

        @Override
        public boolean showComponents(SecurityContext securityContext) {
            return group.showComponents(securityContext);
        }

        @Override
        public boolean showDetails(SecurityContext securityContext) {
            return group.showDetails(securityContext);
        }

        @Override
        public StatusAggregator getStatusAggregator() {
            return group.getStatusAggregator();
        }

        @Override
        public HttpCodeStatusMapper getHttpCodeStatusMapper() {
            return group.getHttpCodeStatusMapper();
        }

        @Override
        public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
            return group.getAdditionalPath();
        }
    }
}
