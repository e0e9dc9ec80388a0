package dev.farminglabs.orm.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * How observations are named and which keys they have. A bean of this type replaces {@link DefaultOrmObservationConvention},
 * which may be extended. Every observation should have all of the keys, for some registries want that.
 */
public interface OrmObservationConvention extends ObservationConvention<OrmObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof OrmObservationContext;
    }
}
