package dev.farminglabs.orm.autoconfigure.audit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What became of the notes, and how many wait. */
record AuditMetrics(AuditQueue queue, AuditWriter writer) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("farm.orm.audit.dropped", queue, AuditQueue::dropped)
                .description("Audit entries that are lost: the queue was full, or the store refused them.")
                .register(registry);
        FunctionCounter.builder("farm.orm.audit.written", writer, AuditWriter::written)
                .description("Audit entries that the store has.")
                .register(registry);
        Gauge.builder("farm.orm.audit.queued", queue, AuditQueue::size)
                .description("Audit entries that wait to be written.")
                .register(registry);
    }
}
