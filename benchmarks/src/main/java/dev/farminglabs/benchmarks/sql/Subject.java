package dev.farminglabs.benchmarks.sql;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Who does the work. */
@SuppressWarnings("ImmutableEnumChecker") // a constructor reference holds nothing
enum Subject {
    /** What an application writes without any library: one statement for each step. */
    JDBC("jdbc", JdbcWork::new),
    JDBC_CLIENT("jdbc-client", JdbcClientWork::new),
    JOOQ("jooq", JooqWork::new),
    HIBERNATE("hibernate", HibernateWork::new),
    SPRING_DATA_JDBC("spring-data-jdbc", SpringDataWork::new),
    FARM_ORM("farm-orm", FarmWork::new),
    /** The first one once more: its distance from the first is the noise. */
    JDBC_AGAIN("jdbc-again", JdbcWork::new);

    private final String title;
    private final Function<Database, Work> work;

    Subject(String title, Function<Database, Work> work) {
        this.title = title;
        this.work = work;
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(subject -> subject.title).toList();
    }

    static Subject of(String title) {
        return Arrays.stream(values())
                .filter(subject -> subject.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No subject " + title));
    }

    Work on(Database database) {
        return work.apply(database);
    }
}
