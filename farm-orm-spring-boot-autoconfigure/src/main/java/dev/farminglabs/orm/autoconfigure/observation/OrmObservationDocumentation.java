package dev.farminglabs.orm.autoconfigure.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/** The observations there are. */
public enum OrmObservationDocumentation implements ObservationDocumentation {
    /** One operation that a client sends to its store, or a transaction around several. */
    OPERATION {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultOrmObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return Keys.values();
        }
    };

    /** The keys, all with few values. One that is not known says {@code none}. */
    public enum Keys implements KeyName {
        /** The kind of store, in OpenTelemetry's words. */
        SYSTEM("db.system.name"),
        /** What is done. */
        OPERATION("db.operation.name"),
        /** The table or collection. */
        COLLECTION("db.collection.name"),
        /** The namespace of the schema's tables. */
        NAMESPACE("db.namespace"),
        /** The code of the failure. */
        ERROR("error.type"),
        /** The name of the schema. */
        SCHEMA("farm.orm.schema");

        private final String key;

        Keys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
