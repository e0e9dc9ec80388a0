package dev.farminglabs.orm.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What leads from one state of the tables to another: statements for what is new, comments for the rest. Used once. */
final class MigrationSteps {

    private static final Set<Part.Kind> RULES = Set.of(Part.Kind.CHECK, Part.Kind.REFERENCE);
    private static final Pattern TEXT = Pattern.compile(" (longtext|varchar\\(\\d+\\))");
    private static final Set<Part.Kind> ON_COLUMNS =
            Set.of(Part.Kind.KEY, Part.Kind.TARGET, Part.Kind.INDEX, Part.Kind.REFERENCE);

    private final SqlDialect dialect;
    private final boolean alterable;
    private final Map<String, Part> before;
    private final Map<String, Part> after;
    private final List<String> statements = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();

    private MigrationSteps(SqlDialect dialect, List<Part> before, List<Part> after) {
        this.dialect = dialect;
        this.alterable = dialect.ddl().alterable();
        this.before = byName(before);
        this.after = byName(after);
    }

    private static Map<String, Part> byName(List<Part> parts) {
        return parts.stream()
                .collect(Collectors.toMap(Part::what, part -> part, (one, same) -> one, LinkedHashMap::new));
    }

    /** The text of the migration; null when nothing has changed. */
    static @Nullable String between(SqlDialect dialect, List<Part> before, List<Part> after) {
        MigrationSteps steps = new MigrationSteps(dialect, before, after);
        steps.after.values().forEach(steps::compare);
        steps.before.values().forEach(steps::gone);
        List<String> all = new ArrayList<>(steps.statements);
        if (!steps.decisions.isEmpty()) {
            all.add("-- What follows is for a person to decide: take the dashes away from what is to be done.\n");
            all.addAll(steps.decisions);
        }
        return all.isEmpty() ? null : String.join("\n", all);
    }

    private void compare(Part part) {
        Part old = before.get(part.what());
        if (old == null) {
            made(part);
        } else if (part.kind() != Part.Kind.TABLE && differs(part)) {
            changed(part, old);
        }
    }

    private void made(Part part) {
        boolean newTable = !before.containsKey(Part.Kind.TABLE.words() + " " + part.table());
        boolean rule = RULES.contains(part.kind());
        boolean along = part.kind() == Part.Kind.COLUMN || part.kind() == Part.Kind.CHECK || (rule && !alterable);
        if (newTable && along) {
            return; // the table brings it along
        }
        if (rule && !alterable) {
            if (!newColumnBrings(part)) {
                decide(part.what() + " is wanted, which the database cannot add to a table that is there", part.risk());
            }
            return;
        }
        if (onChangingColumn(part)) {
            decide(part.what() + " needs a column that changes", part.risk(), part.statement());
            return;
        }
        String risk = newTable || part.risk() == null ? "" : "-- Risk: " + part.risk() + "\n";
        statements.add(risk + part.statement() + ";\n");
        if (!newTable && part.values() != null && wereMarked(part)) {
            decide(
                    part.what() + " holds in every record that is there, and should not in those marked as deleted",
                    "without it they keep their unique keys",
                    part.values());
        }
    }

    /** Whether the values depend on a column that was there. */
    private boolean wereMarked(Part part) {
        return before.values().stream()
                .filter(old -> old.kind() == Part.Kind.COLUMN && old.table().equals(part.table()))
                .anyMatch(old -> String.valueOf(part.values())
                        .endsWith(dialect.identifier().quoted(old.name()) + " is not null"));
    }

    /** Whether it cannot be made before a person has changed a column: a key of MySQL holds no text of any length. */
    private boolean onChangingColumn(Part part) {
        boolean limited = dialect == SqlDialect.MYSQL || dialect == SqlDialect.MARIADB;
        if (!limited || !ON_COLUMNS.contains(part.kind())) {
            return false;
        }
        List<Part> columns = after.values().stream()
                .filter(column -> column.kind() == Part.Kind.COLUMN
                        && column.table().equals(part.table())
                        && part.statement().contains(dialect.identifier().quoted(column.name())))
                .toList();
        boolean together = part.kind() == Part.Kind.REFERENCE || indexable(columns);
        return columns.stream().filter(this::differs).anyMatch(column -> !together || !indexable(List.of(column)));
    }

    /** Whether an index holds the columns as they are. */
    private boolean indexable(List<Part> columns) {
        List<String> types = new ArrayList<>();
        for (Part column : columns) {
            Matcher text =
                    TEXT.matcher(before.getOrDefault(column.what(), column).statement());
            types.add(text.find() ? text.group(1) : "");
        }
        return dialect.ddl().types().indexable(types);
    }

    private boolean differs(Part part) {
        Part old = before.get(part.what());
        return old != null && !old.statement().equals(part.statement());
    }

    /** Whether the rule comes with a column that is new itself. */
    private boolean newColumnBrings(Part rule) {
        return after.values().stream()
                .anyMatch(part -> part.kind() == Part.Kind.COLUMN
                        && part.table().equals(rule.table())
                        && !before.containsKey(part.what())
                        && part.statement().contains(rule.name()));
    }

    private void changed(Part part, Part old) {
        if (part.kind() == Part.Kind.COMMENT) {
            statements.add(part.statement() + ";\n");
        } else if (part.kind() == Part.Kind.COLUMN || old.undo() == null) {
            decide(
                    part.what() + " changes. It was made by\n  " + old.statement() + "\nand would now be made by\n  "
                            + part.statement(),
                    "values that do not fit are lost, or the change fails");
        } else {
            String risk = part.risk() == null ? "" : ", and then it " + part.risk();
            decide(
                    part.what() + " changes",
                    "between the two statements nothing is kept" + risk,
                    old.undo(),
                    part.statement());
        }
    }

    private void gone(Part part) {
        boolean withTable = part.kind() != Part.Kind.TABLE
                && !part.table().isEmpty()
                && !after.containsKey(Part.Kind.TABLE.words() + " " + part.table());
        boolean withColumn = part.kind() == Part.Kind.COMMENT
                && !after.containsKey(Part.Kind.COLUMN.words() + " " + part.name() + " of table " + part.table());
        if (after.containsKey(part.what()) || withTable || withColumn) {
            return;
        }
        String undo = part.undo();
        String what = part.what() + " is no longer in the schema";
        String risk = switch (part.kind()) {
            case NAMESPACE, TABLE -> "all its records are lost";
            case COLUMN -> "all its values are lost";
            case INDEX -> "queries may become slow";
            case KEY, TARGET, CHECK, REFERENCE -> "what it kept out may come in";
            case COMMENT -> "none";
        };
        if (undo == null) {
            decide(what + ", and the database cannot take it away alone", risk);
        } else {
            decide(what, risk, undo);
        }
    }

    private void decide(String what, @Nullable String risk, String... sql) {
        StringBuilder text = new StringBuilder(comment(what));
        if (risk != null) {
            text.append(comment("Risk: " + risk));
        }
        for (String statement : sql) {
            text.append(comment(statement + ";"));
        }
        decisions.add(text.toString());
    }

    private static String comment(String text) {
        return text.lines().map(line -> "-- " + line + "\n").collect(Collectors.joining());
    }
}
