package dev.farminglabs.orm.faults;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.OrmClientBuilder;
import dev.farminglabs.orm.tck.Samples;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The stores that are reached over connections. */
enum FaultStore {
    POSTGRESQL(Servers::postgreSql, FaultClient::postgreSql, List.of("counter")),
    REDIS_LETTUCE(Servers::redis, FaultClient::lettuce, RedisUnderFire.writes()),
    MARIADB(Servers::mariaDb, FaultClient::mariaDb, List.of("counter")),
    REDIS_JEDIS(Servers::redis, FaultClient::jedis, RedisUnderFire.writes());

    private final Supplier<FaultServer> server;
    private final IntFunction<FaultClient> client;
    private final List<String> writes;
    private OrmClient<Samples> direct;
    private FaultClient connected;
    private long process;

    FaultStore(Supplier<FaultServer> server, IntFunction<FaultClient> client, List<String> writes) {
        this.server = server;
        this.client = client;
        this.writes = writes;
    }

    /** The server of this JVM; started by the first that asks. */
    FaultServer server() {
        return server.get();
    }

    /** A client that goes straight to the server, where the tables are and the scripts are known. */
    synchronized OrmClient<Samples> direct() {
        if (direct == null || process != server().pid()) { // connections of a killed server fail once each
            if (connected != null) {
                connected.close();
            }
            process = server().pid();
            connected = connect(server().port());
            OrmClientBuilder<Samples> builder = FarmOrm.client(new Samples(), connected.store());
            builder.setup().push();
            direct = builder.connect();
            for (Verb verb : Verb.values()) {
                String scope = UnderFire.fresh();
                verb.prepare(direct, scope);
                verb.call(direct, scope);
            }
        }
        return direct;
    }

    /** A client that connects to that port. */
    FaultClient connect(int port) {
        return client.apply(port);
    }

    /** The server with its version, and its client where there are two; as the contract kit names it. */
    String title() {
        String client = name().toLowerCase(Locale.ROOT);
        return server().name() + (client.startsWith("redis_") ? " with " + client.replace("redis_", "") : "");
    }

    /** One of them is in the bytes of each write of a counter. */
    List<String> writes() {
        return writes;
    }

    /** One of them is in the bytes of each read of a counter. */
    List<String> reads() {
        return List.of("counter");
    }

    private static final class Servers {
        private static final class PostgreSql {
            static final FaultServer SERVER = new PostgreSqlUnderFire();
        }

        private static final class MariaDb {
            static final FaultServer SERVER = new MariaDbUnderFire();
        }

        private static final class Redis {
            static final FaultServer SERVER = new RedisUnderFire();
        }

        static FaultServer postgreSql() {
            return PostgreSql.SERVER;
        }

        static FaultServer mariaDb() {
            return MariaDb.SERVER;
        }

        static FaultServer redis() {
            return Redis.SERVER;
        }
    }
}
