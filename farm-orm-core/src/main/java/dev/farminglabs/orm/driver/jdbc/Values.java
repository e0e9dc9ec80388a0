package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.sql.form.SortableDecimal;
import dev.farminglabs.orm.sql.form.ValueForm;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How values of one kind get into a statement and out of a result. */
enum Values {
    TEXT(Types.VARCHAR) {
        @Override
        void set(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setString(at, (String) value);
        }

        @Override
        @Nullable
        Object get(ResultSet result, int at) throws SQLException {
            return result.getString(at);
        }
    },
    INTEGER(Types.INTEGER) {
        @Override
        void set(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setInt(at, (Integer) value);
        }

        @Override
        @Nullable
        Object get(ResultSet result, int at) throws SQLException {
            int value = result.getInt(at);
            return (value == 0 && result.wasNull()) ? null : (Integer) value;
        }
    },
    BIGINT(Types.BIGINT) {
        @Override
        void set(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setLong(at, (Long) value);
        }

        @Override
        @Nullable
        Object get(ResultSet result, int at) throws SQLException {
            long value = result.getLong(at);
            return (value == 0 && result.wasNull()) ? null : (Long) value;
        }
    },
    DECIMAL(Types.NUMERIC) {
        @Override
        void set(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setBigDecimal(at, (BigDecimal) value);
        }

        @Override
        @Nullable
        Object get(ResultSet result, int at) throws SQLException {
            BigDecimal value = result.getBigDecimal(at);
            return value == null ? null : plain(value);
        }
    },
    BOOLEAN(Types.BOOLEAN) {
        @Override
        void set(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setBoolean(at, (Boolean) value);
        }

        @Override
        @Nullable
        Object get(ResultSet result, int at) throws SQLException {
            boolean value = result.getBoolean(at);
            return (!value && result.wasNull()) ? null : (Boolean) value;
        }
    },
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        void set(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setObject(at, element(value));
        }

        @Override
        @Nullable
        Object get(ResultSet result, int at) throws SQLException {
            OffsetDateTime value = result.getObject(at, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }

        @Override
        Object element(Object value) {
            return ((Instant) value).atOffset(ZoneOffset.UTC);
        }
    },

    /** A time without an offset, which is in UTC. */
    LOCAL_TIME(Types.TIMESTAMP) {
        @Override
        void set(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setObject(at, element(value));
        }

        @Override
        @Nullable
        Object get(ResultSet result, int at) throws SQLException {
            LocalDateTime value = result.getObject(at, LocalDateTime.class);
            return value == null ? null : value.toInstant(ZoneOffset.UTC);
        }

        @Override
        Object element(Object value) {
            return LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC);
        }
    },
    /** A time as milliseconds since 1970. */
    MILLISECONDS(Types.BIGINT) {
        @Override
        void set(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setLong(at, ((Instant) value).toEpochMilli());
        }

        @Override
        @Nullable
        Object get(ResultSet result, int at) throws SQLException {
            long value = result.getLong(at);
            return (value == 0 && result.wasNull()) ? null : Instant.ofEpochMilli(value);
        }

        @Override
        Object element(Object value) {
            return ((Instant) value).toEpochMilli();
        }
    },
    /** A decimal as text; how it is written depends on the column's digits, so it is written before it comes here. */
    SORTABLE_DECIMAL(Types.VARCHAR) {
        @Override
        void set(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setString(at, (String) value);
        }

        @Override
        @Nullable
        Object get(ResultSet result, int at) throws SQLException {
            String value = result.getString(at);
            return value == null ? null : plain(SortableDecimal.number(value));
        }
    };

    private final int sqlType;

    Values(int sqlType) {
        this.sqlType = sqlType;
    }

    static Values of(FieldKind kind, ValueForm form) {
        return switch (kind) {
            case STRING, ENUMERATION, JSON -> TEXT;
            case INTEGER -> INTEGER;
            case BIGINT -> BIGINT;
            case DECIMAL -> form == ValueForm.PRIMITIVE ? SORTABLE_DECIMAL : DECIMAL;
            case BOOLEAN -> BOOLEAN;
            case DATETIME ->
                switch (form) {
                    case STANDARD -> INSTANT;
                    case LOCAL_TIMES -> LOCAL_TIME;
                    case PRIMITIVE -> MILLISECONDS;
                };
        };
    }

    /** Binds a value that may be null. */
    void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, sqlType);
        } else {
            set(statement, at, value);
        }
    }

    abstract void set(PreparedStatement statement, int at, Object value) throws SQLException;

    /** Reads a value in the one Java type drivers give for its kind. */
    abstract @Nullable Object get(ResultSet result, int at) throws SQLException;

    /** The value as an element of an array. */
    Object element(Object value) {
        return value;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
