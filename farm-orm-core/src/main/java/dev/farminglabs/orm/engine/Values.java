package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.engine.value.FieldCodec;
import dev.farminglabs.orm.engine.value.FieldCodecs;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Binder;
import dev.farminglabs.orm.operation.Slot;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the values of one operation and hands out their slots. Used by one thread, for one operation. */
final class Values implements Binder {

    private static final Slot[] SLOTS = new Slot[32];

    static {
        for (int i = 0; i < SLOTS.length; i++) {
            SLOTS[i] = new Slot(i);
        }
    }

    private final FieldCodecs codecs;
    private final Clock clock;
    private final List<@Nullable Object> collected = new ArrayList<>();
    private @Nullable Instant now;
    private @Nullable Slot nowSlot;

    /** For an operation that happens when this is first asked for the time. */
    Values(FieldCodecs codecs, Clock clock) {
        this.codecs = codecs;
        this.clock = clock;
    }

    /** The time of the operation, in milliseconds precision. */
    Instant now() {
        Instant time = now;
        if (time == null) {
            time = Instant.ofEpochMilli(clock.millis());
            now = time;
        }
        return time;
    }

    @Override
    public Slot bind(FieldDefinition field, Object value) {
        return add(codecs.of(field).comparable(value));
    }

    @Override
    public Slot bindAll(FieldDefinition field, Collection<?> values) {
        FieldCodec codec = codecs.of(field);
        List<Object> all = new ArrayList<>(values.size());
        for (Object value : values) {
            all.add(codec.comparable(value));
        }
        return add(all);
    }

    /** The slot of the operation's time, the same one each time. */
    Slot bindNow() {
        Slot slot = nowSlot;
        if (slot == null) {
            slot = add(now());
            nowSlot = slot;
        }
        return slot;
    }

    /** The slot of a value that is already as drivers see it. */
    Slot add(@Nullable Object stored) {
        collected.add(stored);
        int index = collected.size() - 1;
        return index < SLOTS.length ? SLOTS[index] : new Slot(index);
    }

    /** A value already bound. */
    @Nullable
    Object get(Slot slot) {
        return collected.get(slot.index());
    }

    Arguments arguments() {
        return new Arguments(collected.toArray());
    }
}
