package dev.farminglabs.orm.autoconfigure.projection;

import java.util.List;

/**
 * The names of the classes that were marked when the application was processed ahead of time. Made by generated code, which is
 * why it is public; of no use to an application.
 *
 * @param names the names of the classes
 */
public record MarkedRecordNames(List<String> names) {

    static final String BEAN = "farmOrmMarkedRecordNames";

    /** As an array, which is easier to generate. */
    public MarkedRecordNames(String... names) {
        this(List.of(names));
    }
}
