package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;

/** Long-lived records. */
public final class ControlPlane extends Schema {

    public static final User USER = new User();

    public ControlPlane() {
        super("controlPlane", USER);
    }

    public static final class User extends Model<User> {
        public final IdField<String> id = id();
        public final StringField email = string().unique();
        public final StringField name = string();

        User() {
            super("users");
        }
    }
}
