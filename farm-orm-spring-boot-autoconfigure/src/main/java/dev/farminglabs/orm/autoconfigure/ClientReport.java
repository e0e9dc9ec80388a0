package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SchemaProperties;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.context.annotation.Condition;

/** Puts into Boot's condition report why the client of each schema was made, or was not. */
final class ClientReport {

    /** Only its name is shown, for the report wants to know who decided. */
    private static final Condition OF_SCHEMA_BEANS = (context, metadata) -> true;

    private final ConditionEvaluationReport report;

    ClientReport(ConfigurableListableBeanFactory beans) {
        this.report = ConditionEvaluationReport.get(beans);
    }

    /** The client was made on that store. */
    void made(SchemaBean schema, SchemaProperties settings, ResolvedStore store) {
        record(schema.clientName(), true, "schema bean '" + schema.name() + "' is on " + store + ", " + why(settings));
    }

    /** The application has a client of its own under that name. */
    void own(SchemaBean schema) {
        record(
                schema.clientName(),
                false,
                "schema bean '" + schema.name() + "' has the application's own bean '" + schema.clientName() + "'");
    }

    /** There is nothing to make a client for. */
    void noSchema() {
        record("clients", false, "found no bean of type " + dev.farminglabs.orm.Schema.class.getName());
    }

    private static String why(SchemaProperties settings) {
        if (settings.bean() != null) {
            return "the bean its settings name";
        }
        return settings.store() != null
                ? "the only one of the kind its settings name that injection would take"
                : "the only store that injection would take";
    }

    private void record(String what, boolean match, String message) {
        report.recordConditionEvaluation(
                FarmOrmAutoConfiguration.class.getName() + "#" + what,
                OF_SCHEMA_BEANS,
                new ConditionOutcome(
                        match, ConditionMessage.forCondition("Farm ORM").because(message)));
    }
}
