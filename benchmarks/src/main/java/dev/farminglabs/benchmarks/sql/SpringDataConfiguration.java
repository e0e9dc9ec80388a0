package dev.farminglabs.benchmarks.sql;

import java.sql.JDBCType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.util.PGobject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Spring Data JDBC on the data source of the context. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories(considerNestedRepositories = true)
class SpringDataConfiguration extends AbstractJdbcConfiguration {

    private final Database database;

    SpringDataConfiguration(Database database) {
        this.database = database;
    }

    @Bean
    DataSource dataSource() {
        return database.dataSource();
    }

    @Bean
    NamedParameterJdbcOperations operations(DataSource dataSource) {
        return new NamedParameterJdbcTemplate(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Override
    protected List<?> userConverters() {
        return List.of(
                database.isPostgres() ? new TypedJson() : new PlainJson(),
                new JsonOfObject(),
                new JsonOfText(),
                new TimeIn(),
                new TimeOut());
    }

    @WritingConverter
    private static final class TypedJson implements Converter<Aggregates.Json, JdbcValue> {
        @Override
        public JdbcValue convert(Aggregates.Json json) {
            try {
                PGobject value = new PGobject();
                value.setType("jsonb");
                value.setValue(JsonText.of(json.value()));
                return JdbcValue.of(value, JDBCType.OTHER);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @WritingConverter
    private static final class PlainJson implements Converter<Aggregates.Json, String> {
        @Override
        public String convert(Aggregates.Json json) {
            return JsonText.of(json.value());
        }
    }

    @ReadingConverter
    private static final class JsonOfObject implements Converter<PGobject, Aggregates.Json> {
        @Override
        public Aggregates.Json convert(PGobject value) {
            return json(String.valueOf(value.getValue()));
        }
    }

    @ReadingConverter
    private static final class JsonOfText implements Converter<String, Aggregates.Json> {
        @Override
        public Aggregates.Json convert(String value) {
            return json(value);
        }
    }

    private static Aggregates.Json json(String text) {
        return new Aggregates.Json(JsonMapper.shared().readValue(text, new TypeReference<Map<String, Object>>() {}));
    }

    @WritingConverter
    private static final class TimeIn implements Converter<Instant, JdbcValue> {
        @Override
        public JdbcValue convert(Instant instant) {
            return JdbcValue.of(instant.atOffset(ZoneOffset.UTC), JDBCType.TIMESTAMP_WITH_TIMEZONE);
        }
    }

    @ReadingConverter
    private static final class TimeOut implements Converter<OffsetDateTime, Instant> {
        @Override
        public Instant convert(OffsetDateTime time) {
            return time.toInstant();
        }
    }
}
