package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.sql.failure.ConstraintIndex;
import dev.farminglabs.orm.sql.failure.MySqlMessage;
import dev.farminglabs.orm.sql.failure.SqliteMessage;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a failure is about, from the names in the database's message. Only names that the schema knows are ever
 * taken from a message: a value that looks like a name stays where it is.
 */
final class ViolationNames {

    /**
     * What a failure is about, in schema names.
     *
     * @param model  the model's name, or null
     * @param fields the fields' names; empty when the database did not tell
     */
    record Subject(@Nullable String model, List<String> fields) {}

    /** PostgreSQL: {@code constraint "users_email_key"}. */
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");

    /** PostgreSQL: {@code column "email" of relation "users"}; H2: {@code column "email"}, perhaps with its type. */
    private static final Pattern COLUMN =
            Pattern.compile("column \"([^\" ]+)[^\"]*\"(?: of relation \"([^\"]+)\")?", Pattern.CASE_INSENSITIVE);

    /** PostgreSQL's detail: {@code Key (tenant, email)=}; what follows are values. */
    private static final Pattern KEY = Pattern.compile("Key \\(([^()=]+)\\)=");

    private final ConstraintIndex index;

    ViolationNames(ConstraintIndex index) {
        this.index = index;
    }

    /** What the failure of a write is about; where the message does not tell, what the write alone can be about. */
    Subject writing(OrmErrorCode code, SQLException failure, Write write) {
        Subject told = subject(code, failure, write.model());
        if (code != OrmErrorCode.FOREIGN_KEY_VIOLATION || !told.fields().isEmpty()) {
            return told;
        }
        ConstraintIndex.Subject suspected = index.reference(write);
        return suspected == null ? told : named(suspected);
    }

    private static Subject named(ConstraintIndex.Subject found) {
        List<String> fields = found.fields().stream().map(FieldDefinition::name).toList();
        return new Subject(found.model().name(), fields);
    }

    /** What the failure is about; as far as the message does not tell, the model of the call. */
    Subject subject(OrmErrorCode code, SQLException failure, @Nullable ModelDefinition model) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        ConstraintIndex.Subject found = switch (code) {
            case UNIQUE_CONSTRAINT_VIOLATION -> unique(message, model);
            case FOREIGN_KEY_VIOLATION, CHECK_VIOLATION -> rule(message);
            case NOT_NULL_VIOLATION, VALUE_TOO_LARGE -> column(message, model);
            default -> null;
        };
        if (found == null) {
            return new Subject(model == null ? null : model.name(), List.of());
        }
        return named(found);
    }

    private ConstraintIndex.@Nullable Subject unique(String message, @Nullable ModelDefinition model) {
        ConstraintIndex.Subject sqlite = qualified(SqliteMessage.columns(message));
        if (sqlite != null) {
            return sqlite;
        }
        H2Message.Duplicate h2 = H2Message.duplicate(message);
        if (h2 != null) {
            return unique(h2);
        }
        String key = MySqlMessage.key(message);
        if (key != null) {
            ConstraintIndex.Subject plain = index.key(key, model);
            return plain == null ? index.key(MySqlMessage.unescaped(key), model) : plain;
        }
        ConstraintIndex.Subject named = constraint(CONSTRAINT.matcher(message));
        if (named != null || model == null) {
            return named;
        }
        Matcher detail = KEY.matcher(message);
        return detail.find() ? index.columns(model, columns(detail.group(1))) : null;
    }

    /** The columns of one table, each behind its name. */
    private ConstraintIndex.@Nullable Subject qualified(List<String> columns) {
        if (columns.isEmpty()) {
            return null;
        }
        int point = columns.get(0).lastIndexOf('.');
        ModelDefinition owner = point < 0 ? null : index.table(columns.get(0).substring(0, point));
        return owner == null
                ? null
                : index.columns(
                        owner,
                        columns.stream()
                                .map(column -> column.substring(column.lastIndexOf('.') + 1))
                                .toList());
    }

    private ConstraintIndex.@Nullable Subject unique(H2Message.Duplicate duplicate) {
        for (String key : duplicate.keys()) {
            ConstraintIndex.Subject named = index.constraint(key);
            if (named != null) {
                return named;
            }
        }
        ModelDefinition owner = index.table(duplicate.table());
        return owner == null ? null : index.columns(owner, duplicate.columns());
    }

    private ConstraintIndex.@Nullable Subject rule(String message) {
        String sqlite = SqliteMessage.rule(message);
        if (sqlite != null) {
            return index.constraint(sqlite);
        }
        String mysql = MySqlMessage.rule(message);
        if (mysql != null) {
            return index.constraint(mysql);
        }
        String h2 = H2Message.subject(message);
        int end = h2 == null ? -1 : h2.indexOf(": ");
        return h2 == null || end < 0 ? constraint(CONSTRAINT.matcher(message)) : index.constraint(h2.substring(0, end));
    }

    private ConstraintIndex.@Nullable Subject constraint(Matcher matcher) {
        return matcher.find() ? index.constraint(matcher.group(1)) : null;
    }

    private ConstraintIndex.@Nullable Subject column(String message, @Nullable ModelDefinition model) {
        ConstraintIndex.Subject sqlite = qualified(SqliteMessage.columns(message));
        if (sqlite != null) {
            return sqlite;
        }
        String mysql = MySqlMessage.column(message);
        if (mysql != null && model != null) {
            return index.columns(model, List.of(mysql));
        }
        Matcher matcher = COLUMN.matcher(message);
        if (!matcher.find()) {
            return null;
        }
        ModelDefinition owner = matcher.group(2) == null ? null : index.table(matcher.group(2));
        ModelDefinition of = owner == null ? model : owner;
        return of == null ? null : index.columns(of, List.of(matcher.group(1)));
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.charAt(0) == '"' && name.charAt(name.length() - 1) == '"';
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    /** The columns of a list. */
    private static List<String> columns(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .map(ViolationNames::unquoted)
                .toList();
    }
}
