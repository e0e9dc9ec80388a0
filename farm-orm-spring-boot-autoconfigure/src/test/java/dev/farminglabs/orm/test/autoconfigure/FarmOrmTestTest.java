package dev.farminglabs.orm.test.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.ControlPlane;
import dev.farminglabs.orm.autoconfigure.FastState;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** The settings are those of a production system, and none of them counts. */
@FarmOrmTest(
        properties = {
            "farm.orm.schemas.control-plane.store=jdbc",
            "farm.orm.schemas.control-plane.bean=ordersDataSource",
            "farm.orm.schemas.control-plane.namespace=platform",
            "farm.orm.schemas.control-plane.transaction-manager=tx",
            "farm.orm.schemas.control-plane.setup=validate",
            "farm.orm.schemas.[fast.state].store=redis",
            "farm.orm.schemas.of-a-library-outside-the-slice.store=mongo"
        })
@Import(Users.class)
class FarmOrmTestTest {

    @Autowired
    private Users users;

    @Autowired
    private OrmClient<ControlPlane> durable;

    @Autowired
    private OrmClient<FastState> fast;

    @BeforeEach
    void oneUser() {
        users.add("ada@example.com");
    }

    @RepeatedTest(2)
    void eachMethodBeginsWithAnEmptyStore() {
        assertThat(users.count()).isEqualTo(1);
        users.add("bob@example.com");
        fast.model(FastState.SESSION).create(FastState.SESSION.token.set("t"));
    }

    @Test
    void schemasAreThereAndNothingElseOfTheApplication(@Autowired ApplicationContext context) {
        assertThat(List.of(durable, fast))
                .allSatisfy(client -> assertThat(client.capabilities().store()).isEqualTo("memory"));
        assertThat(context.getBeansOfType(DataSource.class)).isEmpty();
        assertThat(context.containsBean("mailServer")).isFalse();
    }
}
