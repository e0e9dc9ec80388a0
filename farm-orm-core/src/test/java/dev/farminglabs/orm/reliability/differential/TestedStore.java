package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.tck.H2Fixture;
import dev.farminglabs.orm.tck.MariaDbFixture;
import dev.farminglabs.orm.tck.MemoryFixture;
import dev.farminglabs.orm.tck.MongoFixture;
import dev.farminglabs.orm.tck.PostgreSqlFixture;
import dev.farminglabs.orm.tck.RedisFixture;
import dev.farminglabs.orm.tck.SqliteFixture;
import dev.farminglabs.orm.tck.StoreFixture;
import java.util.List;
import java.util.function.Supplier;

/**
 * A store that random programs run on. A new one is one line of {@link #ALL}.
 *
 * @param name    for a report
 * @param fixture where it is from
 * @param standIn whether it only stands in for a server, and is known not to do everything that one does
 */
record TestedStore(String name, Supplier<StoreFixture> fixture, boolean standIn) {

    static final List<TestedStore> ALL = List.of(
            new TestedStore("memory", MemoryFixture::new, false),
            new TestedStore("h2", H2Fixture::new, false),
            new TestedStore("sqlite", SqliteFixture::new, false),
            new TestedStore("postgresql", PostgreSqlFixture::new, false),
            new TestedStore("mariadb", MariaDbFixture::new, false),
            new TestedStore("redis", () -> new RedisFixture(RedisFixture.Library.LETTUCE), false),
            new TestedStore("mongodb", MongoFixture::new, !MongoFixture.real()));

    @Override
    public String toString() {
        return name;
    }
}
