package dev.farminglabs.orm.autoconfigure.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Asks the settings first, and then the bean definitions there are. Creates nothing. */
final class OnFarmOrmCondition extends SpringBootCondition implements ConfigurationCondition {

    private static final String ENABLED = "farm.orm.enabled";

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnFarmOrm.class);
        if (!context.getEnvironment().getProperty(ENABLED, Boolean.class, true)) {
            return ConditionOutcome.noMatch(message.because(ENABLED + " is false"));
        }
        ListableBeanFactory beans = Objects.requireNonNull(context.getBeanFactory());
        MergedAnnotation<ConditionalOnFarmOrm> annotation =
                metadata.getAnnotations().get(ConditionalOnFarmOrm.class);
        List<String> missing = Arrays.stream(annotation.getClassArray("schema"))
                .filter(schema ->
                        BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, schema, true, false).length == 0)
                .map(Class::getName)
                .toList();
        return missing.isEmpty()
                ? ConditionOutcome.match(message.because("it is on the class path and not switched off"))
                : ConditionOutcome.noMatch(
                        message.didNotFind("bean of schema", "beans of schemas").items(missing));
    }
}
