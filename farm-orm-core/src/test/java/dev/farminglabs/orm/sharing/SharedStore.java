package dev.farminglabs.orm.sharing;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.OrmClientBuilder;
import dev.farminglabs.orm.definition.Naming;
import dev.farminglabs.orm.tck.MongoFixture;
import dev.farminglabs.orm.tck.PostgreSqlFixture;
import dev.farminglabs.orm.tck.StorePlace;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * A place that Java and another client share.
 *
 * @param orm     Java's client; the tables are there
 * @param address where the place is, as variables of the environment
 * @param place   gives the place up
 */
record SharedStore(OrmClient<Exchange> orm, Map<String, String> address, StorePlace place) implements AutoCloseable {

    static SharedStore of(OtherClient client) {
        boolean mongo = client == OtherClient.MONGOOSE;
        StorePlace place = mongo ? new MongoFixture().open() : new PostgreSqlFixture().open();
        OrmClientBuilder<Exchange> builder =
                FarmOrm.client(new Exchange(), place.store()).naming(Naming.AS_DECLARED);
        builder.setup().push();
        Map<String, String> address =
                mongo ? mongo((MongoDatabaseFactory) place.store()) : postgresql((DataSource) place.store());
        return new SharedStore(builder.connect(), address, place);
    }

    private static Map<String, String> mongo(MongoDatabaseFactory factory) {
        return Map.of(
                "MONGO_URL",
                MongoFixture.url(),
                "MONGO_DATABASE",
                factory.getMongoDatabase().getName());
    }

    /** The variables that clients of PostgreSQL read themselves, out of the address as Java spells it. */
    private static Map<String, String> postgresql(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String url = connection.getMetaData().getURL();
            URI uri = URI.create(url.substring("jdbc:".length()));
            Map<String, String> settings = new HashMap<>();
            for (String setting : uri.getRawQuery().split("&")) {
                String[] parts = setting.split("=", 2);
                settings.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            String schema = connection.getSchema();
            Map<String, String> address = new HashMap<>();
            address.put("PGHOST", uri.getHost());
            address.put("PGPORT", Integer.toString(uri.getPort() < 0 ? 5432 : uri.getPort()));
            address.put("PGDATABASE", uri.getPath().substring(1));
            address.put("PGUSER", settings.get("user"));
            address.put("PGPASSWORD", settings.getOrDefault("password", ""));
            address.put("PGOPTIONS", "-c search_path=" + schema);
            address.put("PGSCHEMA", schema);
            return address;
        } catch (SQLException e) {
            throw new IllegalStateException("the shared place", e);
        }
    }

    @Override
    public void close() {
        place.close();
    }
}
