package dev.farminglabs.benchmarks.redis;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Who does the work. */
@SuppressWarnings("ImmutableEnumChecker") // a constructor reference holds nothing
enum Subject {
    /** By hand. */
    LETTUCE("lettuce", LettuceWork::new),
    JEDIS("jedis", JedisWork::new),
    TEMPLATE("string-redis-template", TemplateWork::new),
    REPOSITORY("spring-data-repository", RepositoryWork::new),
    FARM_ORM("farm-orm", port -> new FarmWork(Connections.lettuce(port))),
    FARM_ORM_JEDIS("farm-orm-jedis", port -> new FarmWork(Connections.jedis(port))),
    /** The first one once more: its distance from the first is the noise. */
    LETTUCE_AGAIN("lettuce-again", LettuceWork::new);

    private final String title;
    private final IntFunction<Work> work;

    Subject(String title, IntFunction<Work> work) {
        this.title = title;
        this.work = work;
    }

    String title() {
        return title;
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(Subject::title).toList();
    }

    static Subject of(String title) {
        return Arrays.stream(values())
                .filter(subject -> subject.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No subject " + title));
    }

    Work on(int port) {
        return work.apply(port);
    }
}
