package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.driver.redis.layout.LayoutRecords;
import dev.farminglabs.orm.driver.redis.layout.LayoutRecords.Kept;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.SchemaLayout;
import dev.farminglabs.orm.driver.redis.server.SetupLock;
import dev.farminglabs.orm.driver.redis.server.Violations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes down the layout of each model, and builds indexes and unique keys for records that are there already. What the schema
 * does not keep up is written down as incomplete, so that a schema that has it again builds it anew.
 */
final class RedisSetup implements SetupOperations {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Place place;
    private final SchemaLayout layouts;
    private final LayoutRecords records;
    private final SetupLock lock;

    RedisSetup(Place place, String keyPrefix) {
        this(place, keyPrefix, LEASE);
    }

    RedisSetup(Place place, String keyPrefix, Duration lease) {
        this.place = place;
        this.layouts = place.layouts();
        this.records = place.stored();
        this.lock = new SetupLock(place.commands(), "{" + keyPrefix + "setup}:lock", lease);
    }

    @Override
    public List<SetupStep> missing() {
        return List.copyOf(work().keySet());
    }

    /** The steps that are missing, each with what it does. No step moves records, so another shape is refused. */
    private Map<SetupStep, Runnable> work() {
        Map<SetupStep, Runnable> work = new LinkedHashMap<>();
        for (ModelLayout layout : layouts.all()) {
            Map<String, String> cells = records.read(layout);
            String table = layouts.schema().table(layout.model());
            if (LayoutRecords.changed(layout, cells)) {
                throw Violations.shapeChanged(layout.model(), LayoutRecords.shape(layout), LayoutRecords.shape(cells));
            }
            if (cells.isEmpty()) {
                work.put(
                        new SetupStep.CreateTable("table " + table, "HSET " + records.key(layout)),
                        () -> records.write(layout));
            }
            List<Kept> givenUp = LayoutRecords.givenUp(layout, cells);
            if (!givenUp.isEmpty()) {
                String names = givenUp.stream().map(kept -> name(kept, layout)).collect(Collectors.joining(", "));
                work.put(
                        new SetupStep.AddComment("note that the schema has no " + names, "HDEL " + records.key(layout)),
                        () -> records.giveUp(layout, givenUp));
            }
            for (Kept kept : LayoutRecords.missing(layout, cells)) {
                work.put(
                        new SetupStep.AddIndex(name(kept, layout), kept.unique() == null ? "ZADD" : "SET"),
                        () -> build(layout));
            }
        }
        return work;
    }

    private String name(Kept kept, ModelLayout layout) {
        return kept.kind() + " " + layouts.schema().table(layout.model()) + "(" + kept.columns() + ")";
    }

    /** One look at the records does for all that is missing. */
    private void build(ModelLayout layout) {
        if (!LayoutRecords.missing(layout, records.read(layout)).isEmpty()) {
            IndexBuild.run(place, layout, lock::renew);
            records.writeReady(layout);
        }
    }

    @Override
    public void apply(List<SetupStep> steps) {
        Map<SetupStep, Runnable> work = work();
        for (SetupStep step : steps) {
            Runnable action = work.get(step);
            if (action != null) {
                action.run();
            }
        }
    }

    @Override
    public List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        for (ModelLayout layout : layouts.all()) {
            Map<String, String> cells = records.read(layout);
            String table = layouts.schema().table(layout.model());
            if (cells.isEmpty()) {
                found.add(new Difference("table " + table, "a layout written down", "none", false));
                continue;
            }
            if (LayoutRecords.changed(layout, cells)) {
                found.add(new Difference(
                        "table " + table, "records " + LayoutRecords.shape(layout), LayoutRecords.shape(cells), true));
            }
            for (Kept kept : LayoutRecords.missing(layout, cells)) {
                found.add(new Difference(name(kept, layout), "complete", "none", kept.unique() != null));
            }
            for (Kept kept : LayoutRecords.givenUp(layout, cells)) {
                found.add(new Difference(name(kept, layout), "none", "one that this schema does not keep up", false));
            }
        }
        return found;
    }

    @Override
    public <T> T exclusively(Supplier<T> work) {
        return lock.exclusively(work);
    }
}
