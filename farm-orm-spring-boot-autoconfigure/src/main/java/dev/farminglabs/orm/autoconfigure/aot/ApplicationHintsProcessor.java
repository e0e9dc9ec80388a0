package dev.farminglabs.orm.autoconfigure.aot;

import dev.farminglabs.orm.FieldKinds;
import dev.farminglabs.orm.Schema;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;

/** Registers the models, the records and the types in JSON fields of an application that has a schema. */
final class ApplicationHintsProcessor implements BeanFactoryInitializationAotProcessor {

    private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(Schema.class, true, false).length == 0) {
            return null;
        }
        ApplicationTypes types = new ApplicationTypes(beans);
        List<Class<?>> models = types.models();
        List<Class<?>> records = types.records();
        return (generation, code) -> {
            ReflectionHints hints = generation.getRuntimeHints().reflection();
            models.forEach(model -> registerModel(hints, model));
            records.forEach(type -> registerRecord(hints, type));
        };
    }

    /** A record is made by its constructor; one that is written is read by its accessors. By name: some are local. */
    private static void registerRecord(ReflectionHints hints, Class<?> type) {
        hints.registerType(
                TypeReference.of(type.getName()),
                MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                MemberCategory.INVOKE_DECLARED_METHODS);
    }

    private void registerModel(ReflectionHints hints, Class<?> model) {
        hints.registerType(model, MemberCategory.ACCESS_DECLARED_FIELDS);
        for (Field field : model.getDeclaredFields()) {
            if (FieldKinds.JsonField.class.isAssignableFrom(field.getType())) {
                binding.registerReflectionHints(
                        hints,
                        ResolvableType.forField(field, model).getGeneric(0).getType());
            }
        }
    }
}
