package dev.farminglabs.orm.autoconfigure.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A write that happened, as the model of the audit has it. */
record AuditNote(
        Instant happenedAt, @Nullable String actor, String schema, String model, String operation, long affected) {}
