package dev.farminglabs.orm.autoconfigure.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the audit.
 *
 * @param enabled Whether writes are noted in the schema of the bean "auditTrail".
 * @param queueCapacity Most entries that wait to be written; further ones are dropped and counted.
 * @param closeTimeout How long the end of the application waits for entries to be written.
 */
@ConfigurationProperties("farm.orm.audit")
record FarmOrmAuditProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("10000") int queueCapacity,
        @DefaultValue("5s") Duration closeTimeout) {}
