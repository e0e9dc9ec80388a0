package dev.farminglabs.orm.tck;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;

/** Records that end: by their time, or by a mark. */
public final class Lives extends Schema {

    public static final Owner OWNER = new Owner();
    public static final Pass PASS = new Pass();
    public static final Note NOTE = new Note();

    public Lives() {
        super("lives", OWNER, PASS, NOTE);
    }

    /** Has passes and notes. */
    public static final class Owner extends Model<Owner> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();

        public final HasMany<Pass> passes = hasMany(() -> PASS.ownerId);
        public final HasMany<Note> notes = hasMany(() -> NOTE.ownerId);
    }

    /** Gone after its time; without a time it stays. */
    public static final class Pass extends Model<Pass> {
        public final IdField<String> id = id();
        public final StringField token = string().unique();
        public final StringField ownerId = string().nullable().references(() -> OWNER.id);
        public final NumberField<Integer> uses = integer().defaultTo(0);
        public final DateTimeField expiresAt = datetime().nullable().expires();

        public final BelongsTo<Owner> owner = belongsTo(() -> OWNER, ownerId);

        Pass() {
            super("passes");
        }
    }

    /** Marked and not removed. */
    public static final class Note extends Model<Note> {
        public final IdField<String> id = id();
        public final StringField slug = string().unique();
        public final StringField ownerId = string().nullable().references(() -> OWNER.id);
        public final NumberField<Integer> stars = integer().defaultTo(0);
        public final DateTimeField deletedAt = softDelete();

        public final BelongsTo<Owner> owner = belongsTo(() -> OWNER, ownerId);

        Note() {
            super("notes");
        }
    }
}
