package dev.farminglabs.orm.test.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Another kind of test, put on memory by the annotation. */
@SpringBootTest(classes = {Storage.class, Users.class})
@AutoConfigureFarmOrm
class WholeApplicationOnMemoryTest {

    @RepeatedTest(2)
    void eachMethodBeginsWithAnEmptyStore(@Autowired Users users) {
        assertThat(users.count()).isZero();
        users.add("ada@example.com");
    }
}
