package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link MySqlContract} where a MySQL server is; elsewhere the one test is that the report names the hole. */
class MySqlContractTest {

    @TestFactory
    List<DynamicTest> mySql() {
        return MySqlServer.get().isPresent()
                ? Launched.run(MySqlContract.class).stream().map(Launched::test).toList()
                : List.of(DynamicTest.dynamicTest("is reported missing", () -> {
                    StoresRun.hole(MySqlServer.HOLE);
                    assertThat(StoresRun.lines()).contains("hole: " + MySqlServer.HOLE);
                }));
    }
}
