package dev.farminglabs.orm.autoconfigure.artifacts;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties;
import dev.farminglabs.orm.autoconfigure.OrmClientFactory;
import dev.farminglabs.orm.autoconfigure.StartupRefusedException;
import dev.farminglabs.orm.autoconfigure.StoreKind;
import dev.farminglabs.orm.autoconfigure.artifacts.FarmOrmArtifactsProperties.Target;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.Suggestion;
import dev.farminglabs.orm.render.Artifacts;
import dev.farminglabs.orm.render.SqlDialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.StringUtils;

/** The artifacts that the settings name, with the schema beans that belong into them. Makes schema beans, and no store. */
final class NamedArtifacts {

    private static final String MIGRATION = "migration";

    private static final List<String> TOOLS =
            List.of("sql", "liquibase", MIGRATION, "prisma", "prisma-block", "drizzle", "mongo", "mermaid");

    private final ListableBeanFactory beans;
    private final FarmOrmArtifactsProperties artifacts;
    private final FarmOrmProperties properties;
    private final OrmClientFactory clients;

    NamedArtifacts(
            ListableBeanFactory beans,
            FarmOrmArtifactsProperties artifacts,
            FarmOrmProperties properties,
            OrmClientFactory clients) {
        this.beans = beans;
        this.artifacts = artifacts;
        this.properties = properties;
        this.clients = clients;
    }

    /**
     * All of them.
     *
     * @throws StartupRefusedException when there is none, or one is not to be understood
     */
    List<NamedArtifact> all() {
        if (artifacts.targets().isEmpty()) {
            throw new StartupRefusedException(
                    "There is no artifact to write or to check.",
                    StartupRefusedException.write(
                            "Name them:",
                            List.of(
                                    FarmOrmArtifactsProperties.TARGETS + "sql.dialect: postgresql",
                                    FarmOrmArtifactsProperties.TARGETS + "sql.path: <file>")));
        }
        Map<Path, String> paths = new HashMap<>();
        List<NamedArtifact> all = new ArrayList<>();
        artifacts.targets().forEach((name, target) -> {
            NamedArtifact named = NamedArtifact.explained(name, () -> named(name, target));
            String other = paths.putIfAbsent(named.path().toAbsolutePath().normalize(), name);
            if (other != null) {
                throw NamedArtifact.refused(name, "its path is that of '" + other + "'.", "path", "<another path>");
            }
            all.add(named);
        });
        return all;
    }

    private NamedArtifact named(String name, Target target) {
        String tool = target.tool() == null ? name : target.tool();
        if (!TOOLS.contains(tool)) {
            String known = String.join(", ", TOOLS);
            String problem = "there is no tool called " + tool + suggestion(tool, TOOLS);
            throw NamedArtifact.refused(name, problem, "tool", "<one of " + known + ">");
        }
        if (!StringUtils.hasText(target.path())) {
            throw NamedArtifact.refused(name, "it has no path.", "path", "<path>");
        }
        Path path = Path.of(Objects.requireNonNull(target.path()));
        String dialect = dialect(name, tool, target);
        Artifacts made = Artifacts.of(definitions(name, tool, target).toArray(SchemaDefinition[]::new));
        return tool.equals(MIGRATION)
                ? new NamedArtifact(name, path, made, SqlDialect.of(dialect), target.description())
                : new NamedArtifact(name, path, made.target(tool, dialect, path), null, target.description());
    }

    private static String suggestion(String wanted, List<String> known) {
        String nearest = Suggestion.didYouMean(wanted, known);
        return nearest.isEmpty() ? "." : nearest;
    }

    private static String dialect(String name, String tool, Target target) {
        if (target.dialect() != null) {
            return target.dialect();
        }
        if (tool.equals("mongo") || tool.equals("mermaid")) {
            return "";
        }
        String known = Arrays.stream(SqlDialect.values()).map(SqlDialect::store).collect(Collectors.joining(", "));
        throw NamedArtifact.refused(name, "it has no dialect.", "dialect", "<one of " + known + ">");
    }

    private List<SchemaDefinition> definitions(String name, String tool, Target target) {
        List<String> schemas = List.of(beans.getBeanNamesForType(Schema.class, true, false));
        List<String> chosen = target.schemas().isEmpty()
                ? schemas.stream().filter(schema -> fits(tool, kind(schema))).toList()
                : target.schemas().stream()
                        .map(wanted -> schema(name, wanted, schemas))
                        .toList();
        if (chosen.isEmpty()) {
            throw NamedArtifact.refused(
                    name, "no schema bean is on a store that it is for.", "schemas", "<schema bean>");
        }
        return chosen.stream()
                .map(schema -> clients.definition(
                        schema,
                        beans.getBean(schema, Schema.class),
                        !tool.equals("mongo") && kind(schema) != StoreKind.MONGO))
                .toList();
    }

    /** What the settings say; they must where stores of several kinds are there. */
    private @Nullable StoreKind kind(String schema) {
        return properties.schema(schema).store();
    }

    /** Whether a schema on such a store is of interest to the tool, where nothing is said. */
    private static boolean fits(String tool, @Nullable StoreKind kind) {
        return switch (tool) {
            case "mermaid" -> true;
            case "mongo" -> kind != StoreKind.JDBC && kind != StoreKind.REDIS;
            default -> kind != StoreKind.MONGO && kind != StoreKind.REDIS;
        };
    }

    private static String schema(String name, String wanted, List<String> schemas) {
        return schemas.stream()
                .filter(schema -> FarmOrmProperties.sameName(wanted, schema))
                .findFirst()
                .orElseThrow(() -> NamedArtifact.refused(
                        name,
                        "there is no schema bean '" + wanted + "'" + suggestion(wanted, schemas)
                                + " The schema beans are " + schemas + ".",
                        "schemas",
                        "<schema bean>"));
    }
}
