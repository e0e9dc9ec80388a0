package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Capabilities.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once, in the log, what this library does for a schema that the store does not do by itself. Thread-safe. */
final class Emulations {

    private static final Logger LOG = LoggerFactory.getLogger("dev.farminglabs.orm");

    private final SchemaDefinition schema;
    private final AtomicBoolean said = new AtomicBoolean();

    Emulations(SchemaDefinition schema) {
        this.schema = schema;
    }

    void sayOnce(Capabilities capabilities) {
        if (said.get() || !said.compareAndSet(false, true)) {
            return;
        }
        List<String> emulated = of(capabilities);
        if (!emulated.isEmpty()) {
            LOG.info(
                    "Schema {} on {}: emulated are {}",
                    schema.name(),
                    capabilities.store(),
                    String.join("; ", emulated));
        }
    }

    /** What is emulated, of that which the schema uses, with the reason. */
    List<String> of(Capabilities capabilities) {
        List<String> emulated = new ArrayList<>();
        if (capabilities.expiry() == Support.EMULATED
                && schema.models().stream().anyMatch(Emulations::expires)) {
            emulated.add(
                    "expiry (the store keeps records past their time: queries leave them out, and one is removed when"
                            + " it is in the way)");
        }
        if (capabilities.references() == Support.EMULATED
                && schema.models().stream().anyMatch(Emulations::references)) {
            emulated.add("references (the store knows none: a delete looks for what points at its records first)");
        }
        if (capabilities.upsert() == Support.EMULATED) {
            emulated.add("upsert (the store has no such statement: more than one is sent)");
        }
        if (capabilities.increment() == Support.EMULATED) {
            emulated.add("increment (the store cannot add in place: it is read and written back if unchanged)");
        }
        return emulated;
    }

    private static boolean expires(ModelDefinition model) {
        return model.with(FieldRole.EXPIRY) != null;
    }

    private static boolean references(ModelDefinition model) {
        return model.fields().stream().anyMatch(field -> field.reference() != null);
    }
}
