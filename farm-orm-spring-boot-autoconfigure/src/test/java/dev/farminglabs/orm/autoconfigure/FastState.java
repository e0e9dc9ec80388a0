package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;

/** Short-lived records. */
public final class FastState extends Schema {

    public static final Session SESSION = new Session();

    public FastState() {
        super("fastState", SESSION);
    }

    public static final class Session extends Model<Session> {
        public final IdField<String> id = id();
        public final StringField token = string().unique();

        Session() {
            super("sessions");
        }
    }
}
