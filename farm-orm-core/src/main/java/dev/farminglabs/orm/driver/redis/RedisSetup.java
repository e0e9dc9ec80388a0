package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.driver.redis.layout.LayoutRecords;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.SchemaLayout;
import dev.farminglabs.orm.driver.redis.server.Commands;
import dev.farminglabs.orm.driver.redis.server.Script;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Writes down the layout of each model, and builds indexes for records that are there already. */
final class RedisSetup implements SetupOperations {

    private static final long LOCKED_MILLIS = TimeUnit.MINUTES.toMillis(5);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Place place;
    private final SchemaLayout layouts;
    private final Commands commands;
    private final LayoutRecords records;
    private final String lock;

    RedisSetup(Place place, String keyPrefix) {
        this.place = place;
        this.layouts = place.layouts();
        this.commands = place.commands();
        this.records = place.stored();
        this.lock = "{" + keyPrefix + "setup}:lock";
    }

    @Override
    public List<SetupStep> missing() {
        return List.copyOf(work().keySet());
    }

    /** The steps that are missing, each with what it does. */
    private Map<SetupStep, Runnable> work() {
        Map<SetupStep, Runnable> work = new LinkedHashMap<>();
        for (ModelLayout layout : layouts.all()) {
            Map<String, String> cells = records.read(layout);
            String table = layouts.schema().table(layout.model());
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
        IndexBuild.run(place, layout);
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
            String shape = cells.getOrDefault(LayoutRecords.SHAPE, "");
            if (!shape.equals(LayoutRecords.shape(layout))) {
                found.add(new Difference("table " + table, "records by " + LayoutRecords.shape(layout), shape, true));
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
        String owner = UUID.randomUUID().toString();
        long from = System.nanoTime();
        while (!commands.lock(lock, owner, LOCKED_MILLIS)) {
            if (System.nanoTime() - from > PATIENCE_NANOS) {
                throw OrmFailure.of(OrmErrorCode.LOCK_TIMEOUT, "Another process sets this store up and does not end")
                        .at(RedisDriver.STORE)
                        .advising(Retry.SAFE)
                        .exception();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        try {
            return work.get();
        } finally {
            commands.write(Script.UNLOCK, List.of(lock), List.of(owner));
        }
    }
}
