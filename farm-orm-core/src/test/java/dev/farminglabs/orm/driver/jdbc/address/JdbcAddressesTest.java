package dev.farminglabs.orm.driver.jdbc.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.farminglabs.orm.driver.jdbc.JdbcDriver;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

class JdbcAddressesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            jdbc:postgresql://db.example.com:5432/app?user=ada&password=s3cret postgresql://db.example.com:5432/app
            jdbc:postgresql://db.example.com/app postgresql://db.example.com/app
            jdbc:postgresql://a:1,b:2/app?targetServerType=primary postgresql://a:1/app,postgresql://b:2/app
            jdbc:postgresql://[::1]:5432/app postgresql://[::1]:5432/app
            jdbc:postgresql:app postgresql:app
            jdbc:mysql://ada:s3cret@a:1,ada:s3cret@b:2/app mysql://a:1/app,mysql://b:2/app
            jdbc:mysql://(host=a,port=1,user=ada,password=s3cret)/app mysql://a:1/app
            jdbc:mysql://address=(host=a)(port=1)(user=ada)(password=s3cret)/app mysql://a:1/app
            jdbc:mariadb:sequential://a,b/app mariadb://a/app,mariadb://b/app
            jdbc:sqlserver://a:1433;databaseName=app;user=ada;password=s3cret sqlserver://a:1433
            jdbc:oracle:thin:ada/s3cret@//a:1521/app oracle://a:1521/app
            jdbc:oracle:thin:ada/s3cret@a:1521:app oracle
            jdbc:h2:mem:app;USER=ada;PASSWORD=s3cret h2:mem:app
            jdbc:h2:tcp://a:9092/app h2://a:9092/app
            jdbc:sqlite:/data/app.db?foreign_keys=on sqlite:/data/app.db
            jdbc:postgresql://ada:s3/cret@a/app postgresql
            jdbc:postgresql://ada:s3?cret@a/app postgresql
            nonsense nonsense
            """)
    void whatIsKnownOfAUrlIsWhereItLeads(String url, String addresses) {
        assertThat(String.join(",", JdbcUrl.addresses(url)))
                .isEqualTo(addresses)
                .doesNotContain("s3", "cret", "ada");
    }

    @Test
    void everyKindOfDataSourceTellsWithoutAConnection() {
        String url = "jdbc:postgresql://nowhere.invalid:1/app";
        PGSimpleDataSource plain = new PGSimpleDataSource();
        plain.setURL(url + "?user=ada&password=s3cret");
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        HikariDataSource poolOfPlain = new HikariDataSource();
        poolOfPlain.setDataSource(plain);
        assertThat(List.of(
                        plain,
                        pool,
                        poolOfPlain,
                        new LazyConnectionDataSourceProxy(pool),
                        new DriverManagerDataSource(url)))
                .allSatisfy(each -> assertThat(new JdbcDriver(each).addresses())
                        .containsExactly("postgresql://nowhere.invalid:1/app"));
    }

    @Test
    void anEmbeddedDatabaseTellsItsName() {
        EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .setName("embedded")
                .build();
        try {
            assertThat(new JdbcDriver(database).addresses()).containsExactly("h2:mem:embedded");
        } finally {
            database.shutdown();
        }
    }

    @Test
    void aDataSourceThatChoosesHasThemAll() {
        AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {
            @Override
            protected Object determineCurrentLookupKey() {
                return "a";
            }
        };
        assertThat(new JdbcDriver(routing).addresses()).isEmpty();
        routing.setTargetDataSources(Map.of(
                "a", new DriverManagerDataSource("jdbc:postgresql://a/app"),
                "b", new DriverManagerDataSource("jdbc:postgresql://b/app")));
        routing.afterPropertiesSet();
        assertThat(new JdbcDriver(routing).addresses())
                .containsExactlyInAnyOrder("postgresql://a/app", "postgresql://b/app");
    }

    @Test
    void aPingOfADatabaseThatIsNotThereIsSafeToRepeat() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:tcp://127.0.0.1:1/app");
        assertThatThrownBy(() -> new JdbcDriver(nowhere).ping())
                .isInstanceOf(DataAccessResourceFailureException.class)
                .isInstanceOfSatisfying(
                        OrmError.class, error -> assertThat(error.code()).isEqualTo(OrmErrorCode.CONNECTION_FAILED));
    }
}
