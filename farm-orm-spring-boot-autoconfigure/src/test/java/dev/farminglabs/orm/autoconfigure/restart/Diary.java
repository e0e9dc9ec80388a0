package dev.farminglabs.orm.autoconfigure.restart;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;

/** The schema of the application. */
public final class Diary extends Schema {

    public static final Entry ENTRY = new Entry();

    public Diary() {
        super("diary", ENTRY);
    }

    public static final class Entry extends Model<Entry> {
        public final IdField<String> id = id();
        public final StringField text = string();
        public final EnumField<Mood> mood = enumeration(Mood.class);

        Entry() {}
    }

    public enum Mood {
        BRIGHT
    }
}
