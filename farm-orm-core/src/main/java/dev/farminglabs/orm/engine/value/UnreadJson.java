package dev.farminglabs.orm.engine.value;

import org.jspecify.annotations.Nullable;

/**
 * A JSON value in a row that nobody has asked for yet. Reading the text costs more than the rest of the row, and most rows of
 * new records are asked for their id at most. Thread-safe.
 */
public final class UnreadJson {

    private final FieldCodec codec;
    private final Object stored;
    private volatile @Nullable Object value;

    private UnreadJson(FieldCodec codec, Object stored) {
        this.codec = codec;
        this.stored = stored;
    }

    /** The codec of a JSON field that puts the reading off. */
    public static FieldCodec codec(FieldCodec codec) {
        return new FieldCodec() {
            @Override
            public Object comparable(Object value) {
                return codec.comparable(value);
            }

            @Override
            public Object storable(Object value) {
                return codec.storable(value);
            }

            @Override
            public boolean decodes() {
                return true;
            }

            @Override
            public @Nullable Object decode(@Nullable Object stored) {
                return stored == null ? null : new UnreadJson(codec, stored);
            }
        };
    }

    /** What a cell of a row holds: the value that has to be read first, or the cell itself. */
    public static @Nullable Object resolve(@Nullable Object cell) {
        return cell instanceof UnreadJson unread ? unread.value() : cell;
    }

    private @Nullable Object value() {
        Object known = value;
        if (known == null) {
            known = codec.decode(stored);
            value = known; // equal ones, so a race only repeats the work
        }
        return known;
    }
}
