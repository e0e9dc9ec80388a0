package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.driver.redis.server.Commands;
import dev.farminglabs.orm.driver.redis.server.Script;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries writes out: decided by the server where it can, many of those in one script, otherwise computed. Thread-safe. */
record Writes(Place place) {

    Written one(WriteCall call) {
        PutWrite put =
                call.write() instanceof Write.Upsert upsert ? PutWrite.of(place, call.arguments(), upsert) : null;
        if (put != null) {
            Written written = PutWrite.written(place.commands().write(Script.PUT, List.of(put.key()), put.tokens()));
            return written == null ? computed(call) : written;
        }
        AppliedWrite applied = applied(call);
        List<Written> done = new ArrayList<>(1);
        if (applied == null || send(List.of(applied), done::add) == 0) {
            return computed(call);
        }
        return done.get(0);
    }

    private @Nullable AppliedWrite applied(WriteCall call) {
        return call.write().accept(new AppliedWrites(place, call.arguments())).orElse(null);
    }

    private Written computed(WriteCall call) {
        return call.write().accept(new ComputedWrites(place, call.arguments()));
    }

    /** In order; runs of writes that the server decides go in one script. */
    void all(List<WriteCall> calls, Consumer<Written> done) {
        int at = 0;
        while (at < calls.size()) {
            List<AppliedWrite> run = run(calls.subList(at, calls.size()));
            at += run.isEmpty() ? 0 : send(run, done);
            if (at < calls.size()) {
                done.accept(computed(calls.get(at)));
                at++;
            }
        }
    }

    private List<AppliedWrite> run(List<WriteCall> calls) {
        List<AppliedWrite> run = new ArrayList<>();
        for (WriteCall call : calls) {
            AppliedWrite applied = applied(call);
            if (applied == null) {
                break;
            }
            run.add(applied);
        }
        return run;
    }

    /** Says what became of each, up to the first that has to be computed. Returns how many that were. */
    private int send(List<AppliedWrite> run, Consumer<Written> done) {
        int count = 0;
        while (count < run.size()) {
            List<AppliedWrite> step = oneSlot(run.subList(count, run.size()));
            int sent = script(step, done);
            count += sent;
            if (sent < step.size()) {
                break;
            }
        }
        return count;
    }

    /** The first of them, as many as a cluster takes in one script. */
    private List<AppliedWrite> oneSlot(List<AppliedWrite> run) {
        Commands commands = place.commands();
        int slot = commands.slot(run.get(0).key());
        int end = 1;
        while (end < run.size() && commands.slot(run.get(end).key()) == slot) {
            end++;
        }
        return run.subList(0, end);
    }

    private int script(List<AppliedWrite> step, Consumer<Written> done) {
        int count = 0;
        for (Object answer : step.size() == 1 ? apply(step.get(0)) : apply(step)) {
            Written written = step.get(count).written((List<?>) Objects.requireNonNull(answer));
            if (written == null) {
                return count;
            }
            done.accept(written);
            count++;
        }
        return count;
    }

    private List<@Nullable Object> apply(AppliedWrite write) {
        List<String> tokens = new ArrayList<>(write.tokens().size() + 2);
        tokens.add("1"); // write
        tokens.add("1"); // number of its key
        tokens.addAll(write.tokens());
        return place.commands().write(Script.APPLY, List.of(write.key()), tokens);
    }

    private List<@Nullable Object> apply(List<AppliedWrite> step) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        List<String> tokens = new ArrayList<>();
        tokens.add(Integer.toString(step.size()));
        for (AppliedWrite write : step) {
            tokens.add(keys.computeIfAbsent(write.key(), key -> keys.size() + 1).toString());
            tokens.addAll(write.tokens());
        }
        return place.commands().write(Script.APPLY, List.copyOf(keys.keySet()), tokens);
    }
}
