package dev.farminglabs.orm.test.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.ControlPlane;
import dev.farminglabs.orm.autoconfigure.FastState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Spring's bean overrides replace one client and leave the others. */
@FarmOrmTest
class OverriddenClientTest {

    private static final OrmClient<ControlPlane> OWN = FarmOrm.inMemory(new ControlPlane());

    @TestBean(name = "controlPlaneOrmClient")
    private OrmClient<ControlPlane> client;

    static OrmClient<ControlPlane> client() {
        return OWN;
    }

    @Test
    void oneIsReplaced(@Autowired OrmClient<ControlPlane> durable, @Autowired OrmClient<FastState> fast) {
        assertThat(durable).isSameAs(OWN).isSameAs(client);
        assertThat(fast.schema()).isInstanceOf(FastState.class);
    }
}
