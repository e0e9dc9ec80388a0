package dev.farminglabs.guide.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of the code names exactly the packages there are, with the first sentence of each. */
class MapTest {

    @ParameterizedTest
    @ValueSource(strings = {"farm-orm-core", "farm-orm-spring-boot-autoconfigure", "sample-app", "benchmarks"})
    void everyPackageIsOnTheMap(String module) {
        assertThat(Project.text(Project.GUIDE.resolve("map.md"))).contains("\n" + Rooms.table(module) + "\n");
    }
}
