package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.driver.redis.layout.LayoutRecords;
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

/** Writes down the layout of each model, and builds indexes for records that are there already. */
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
            for (FieldDefinition field : LayoutRecords.indexed(layout)) {
                if (!LayoutRecords.ready(layout, cells, field)) {
                    work.put(
                            new SetupStep.AddIndex("index " + table + "(" + layout.column(field) + ")", "ZADD"),
                            () -> build(layout, field));
                }
            }
        }
        return work;
    }

    private void build(ModelLayout layout, FieldDefinition field) {
        IndexBuild.run(place, layout, lock::renew);
        records.writeReady(layout, field);
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
            for (FieldDefinition field : LayoutRecords.indexed(layout)) {
                if (!LayoutRecords.ready(layout, cells, field)) {
                    found.add(new Difference(
                            "index " + table + "(" + layout.column(field) + ")", "complete", "none", false));
                }
            }
        }
        return found;
    }

    @Override
    public <T> T exclusively(Supplier<T> work) {
        return lock.exclusively(work);
    }
}
