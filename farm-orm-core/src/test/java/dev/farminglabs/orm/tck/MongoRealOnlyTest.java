package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link MongoRealOnly} where a real MongoDB is; elsewhere the holes are reported. */
class MongoRealOnlyTest {

    @TestFactory
    List<DynamicTest> whatOnlyARealServerShows() {
        return MongoFixture.real()
                ? MongoFixture.realOnly().stream().map(Launched::test).toList()
                : List.of(DynamicTest.dynamicTest(
                        "is reported missing",
                        () -> assertThat(new MongoFixture().holes()).isEqualTo(MongoFixture.HOLES)));
    }

    @Test
    void everyHoleHasItsTest() {
        assertThat(Stream.of(MongoRealOnly.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(method -> method.getAnnotation(DisplayName.class).value()))
                .containsExactlyInAnyOrderElementsOf(MongoFixture.HOLES);
    }
}
