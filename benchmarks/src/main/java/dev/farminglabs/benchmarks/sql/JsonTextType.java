package dev.farminglabs.benchmarks.sql;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
import org.jspecify.annotations.Nullable;

/** JSON text in a column of the type JSON on PostgreSQL and of text on H2, for Hibernate. */
public final class JsonTextType implements UserType<String> {

    @Override
    public int getSqlType() {
        return Types.OTHER;
    }

    @Override
    public Class<String> returnedClass() {
        return String.class;
    }

    @Override
    public boolean equals(@Nullable String one, @Nullable String other) {
        return Objects.equals(one, other);
    }

    @Override
    public int hashCode(String value) {
        return value.hashCode();
    }

    @Override
    public @Nullable String nullSafeGet(ResultSet result, int at, WrapperOptions options) throws SQLException {
        return result.getString(at);
    }

    @Override
    public void nullSafeSet(PreparedStatement statement, @Nullable String value, int at, WrapperOptions options)
            throws SQLException {
        boolean typed = options.getDialect() instanceof org.hibernate.dialect.PostgreSQLDialect;
        statement.setObject(at, value, typed ? Types.OTHER : Types.VARCHAR);
    }

    @Override
    public String deepCopy(String value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(String value) {
        return value;
    }

    @Override
    public String assemble(Serializable cached, Object owner) {
        return (String) cached;
    }
}
