package dev.farminglabs.orm.autoconfigure.observation;

import dev.farminglabs.orm.autoconfigure.observation.OrmObservationDocumentation.Keys;
import dev.farminglabs.orm.error.OrmError;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import org.jspecify.annotations.Nullable;

/** The keys of OpenTelemetry's conventions for databases, and the schema. Thread-safe. */
public class DefaultOrmObservationConvention implements OrmObservationConvention {

    static final DefaultOrmObservationConvention INSTANCE = new DefaultOrmObservationConvention();

    /** For the settings and for subclasses. */
    public DefaultOrmObservationConvention() {}

    @Override
    public String getName() {
        return "farm.orm.client.operation";
    }

    @Override
    public String getContextualName(OrmObservationContext context) {
        String collection = context.collection();
        return collection == null ? context.operation() : context.operation() + " " + collection;
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(OrmObservationContext context) {
        return KeyValues.of(
                value(Keys.SYSTEM, system(context.store())),
                value(Keys.OPERATION, context.operation()),
                value(Keys.COLLECTION, context.collection()),
                value(Keys.NAMESPACE, context.schema().namespace()),
                value(Keys.ERROR, error(context.getError())),
                value(Keys.SCHEMA, context.schema().name()));
    }

    private static KeyValue value(KeyName key, @Nullable String value) {
        return KeyValue.of(key, value == null ? KeyValue.NONE_VALUE : value);
    }

    private static @Nullable String system(@Nullable String store) {
        return "h2".equals(store) ? "h2database" : store;
    }

    private static @Nullable String error(@Nullable Throwable error) {
        if (error == null) {
            return null;
        }
        return OrmError.in(error)
                .map(known -> known.code().name())
                .orElseGet(() -> error.getClass().getName());
    }
}
