package dev.farminglabs.benchmarks.mongo;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Who does the work. */
@SuppressWarnings("ImmutableEnumChecker") // a constructor reference holds nothing
enum Subject {
    /** By hand. */
    DRIVER("driver", DriverWork::new),
    TEMPLATE("mongo-template", TemplateWork::new),
    REPOSITORY("spring-data-repository", RepositoryWork::new),
    FARM_ORM("farm-orm", FarmWork::onFactory),
    FARM_ORM_CLIENT("farm-orm-client", FarmWork::onClient),
    /** The first one once more: its distance from the first is the noise. */
    DRIVER_AGAIN("driver-again", DriverWork::new);

    private final String title;
    private final Function<Place, Work> work;

    Subject(String title, Function<Place, Work> work) {
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

    Work on(Place place) {
        return work.apply(place);
    }
}
