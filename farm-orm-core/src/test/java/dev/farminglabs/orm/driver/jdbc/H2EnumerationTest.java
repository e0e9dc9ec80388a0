package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.setup.Setup;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** H2 ties {@code check (c in (...))} to the session that made the table: writes failed once that session had ended. */
class H2EnumerationTest {

    enum Size {
        SMALL,
        LARGE
    }

    static final class Shirt extends Model<Shirt> {
        public final IdField<String> id = id();
        public final EnumField<Size> size = enumeration(Size.class);
    }

    private static final Shirt SHIRT = new Shirt();

    @Test
    void aCheckOutlivesTheConnectionThatMadeIt() {
        JdbcDataSource everyCallItsOwnConnection = new JdbcDataSource();
        everyCallItsOwnConnection.setURL("jdbc:h2:mem:enumeration;DB_CLOSE_DELAY=-1");
        Schema schema = Schema.of("shirts", SHIRT);

        OrmClient<Schema> orm = FarmOrm.bootstrap(schema, everyCallItsOwnConnection);
        orm.model(SHIRT).create(SHIRT.size.set(Size.LARGE));

        assertThat(orm.model(SHIRT).findValues(SHIRT.size)).containsExactly(Size.LARGE);
        assertThat(Setup.of(schema, everyCallItsOwnConnection).drift()).isEmpty();
    }
}
