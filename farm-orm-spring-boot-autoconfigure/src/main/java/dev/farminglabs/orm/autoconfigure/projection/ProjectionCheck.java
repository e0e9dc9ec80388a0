package dev.farminglabs.orm.autoconfigure.projection;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.ProjectionOf;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.dao.DataAccessException;

/**
 * Checks the records marked {@link ProjectionOf} against the schemas before the context is ready, and reports all problems of
 * all records together. Clients that were not made yet, because they are lazy, are left alone.
 */
final class ProjectionCheck implements SmartInitializingSingleton {

    private final ConfigurableListableBeanFactory beans;

    ProjectionCheck(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<OrmClient<?>> clients = clients();
        if (clients.isEmpty()) {
            return;
        }
        Set<String> problems = new LinkedHashSet<>();
        for (Class<?> view : MarkedRecords.below(beans)) {
            clients.forEach(client -> check(client, view, problems));
        }
        if (!problems.isEmpty()) {
            throw OrmFailure.of(OrmErrorCode.INVALID_PROJECTION, String.join("\n", problems))
                    .exception();
        }
    }

    private List<OrmClient<?>> clients() {
        return Arrays.stream(beans.getBeanNamesForType(OrmClient.class, false, false))
                .filter(beans::containsSingleton)
                .<OrmClient<?>>map(name -> beans.getBean(name, OrmClient.class))
                .toList();
    }

    private static void check(OrmClient<?> client, Class<?> view, Set<String> problems) {
        ProjectionOf mark = view.getAnnotation(ProjectionOf.class);
        if (mark == null) {
            return;
        }
        if (!view.isRecord()) {
            problems.add(view.getName() + " is marked @ProjectionOf and is no record");
            return;
        }
        for (Model<?> model : client.schema().models()) {
            if (model.getClass() == mark.value()) {
                check(client, model, view.asSubclass(Record.class), problems);
            }
        }
    }

    private static void check(OrmClient<?> client, Model<?> model, Class<? extends Record> view, Set<String> problems) {
        try {
            ask(client, model, view);
        } catch (DataAccessException failure) {
            if (!(failure instanceof OrmError error) || error.code() != OrmErrorCode.INVALID_PROJECTION) {
                throw failure;
            }
            problems.add(String.valueOf(failure.getMessage()));
        }
    }

    /** Gives the wildcard of the schema's models the name that the client asks for. */
    @SuppressWarnings({"unchecked", "rawtypes", "ReturnValueIgnored", "CheckReturnValue"})
    private static void ask(OrmClient<?> client, Model model, Class<? extends Record> view) {
        client.model(model).projection(view);
    }
}
