package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.definition.Suggestion;
import java.util.List;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/** Finds settings that are for no schema: a setting that is misspelt would otherwise silently not apply. */
final class SchemaKeys {

    /** Our own schema, which is there when it is switched on. */
    private static final String AUDIT = "auditTrail";

    /**
     * Checks the keys below {@code farm.orm.schemas}.
     *
     * @throws StartupRefusedException when one is not the name of a schema bean
     */
    static void check(ListableBeanFactory beans, FarmOrmProperties properties) {
        List<String> schemas =
                List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Schema.class, true, false));
        for (String key : properties.schemas().keySet()) {
            boolean known = schemas.stream().anyMatch(name -> FarmOrmProperties.sameName(key, name));
            if (!known && !FarmOrmProperties.sameName(key, AUDIT)) {
                throw new StartupRefusedException(description(key, schemas), action(key, schemas));
            }
        }
    }

    private static String description(String key, List<String> schemas) {
        String suggestion = Suggestion.didYouMean(key, schemas);
        return "The settings below farm.orm.schemas." + key + " are for no schema bean"
                + (suggestion.isEmpty() ? "." : suggestion)
                + (schemas.isEmpty() ? " There is no schema bean at all." : " The schema beans are " + schemas + ".");
    }

    private static String action(String key, List<String> schemas) {
        if (schemas.isEmpty()) {
            return "Declare the schema as a bean, or take the settings away:\n\n    @Bean\n    MySchema " + key
                    + "() {\n        return new MySchema();\n    }";
        }
        List<String> lines = schemas.stream()
                .map(name -> FarmOrmProperties.line(name, "<setting>", "<value>"))
                .toList();
        return StartupRefusedException.write("Write the name of a schema bean:", lines);
    }

    private SchemaKeys() {}
}
