package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.driver.redis.RedisBench;
import dev.farminglabs.orm.tck.RedisFixture;
import dev.farminglabs.orm.tck.StoreFixture;
import java.util.ArrayList;
import java.util.List;

/** The commands that Redis is sent, as {@link RedisShape} shows them. */
final class SentToRedis implements Watched {

    private final RedisBench bench = new RedisBench();

    @Override
    public StoreFixture fixture() {
        return new RedisFixture(RedisFixture.Library.LETTUCE);
    }

    @Override
    public Object store() {
        return bench.driver;
    }

    /** As often as a command comes again for another record or the next piece of a scan, it is shown once. */
    @Override
    public List<String> of(Runnable work) {
        List<String> shapes = new ArrayList<>();
        for (List<String> command : bench.sent(work)) {
            String shape = RedisShape.command(command);
            if (!shapes.contains(shape)) {
                shapes.add(shape);
            }
        }
        return shapes;
    }

    @Override
    public void close() {
        bench.close();
    }
}
