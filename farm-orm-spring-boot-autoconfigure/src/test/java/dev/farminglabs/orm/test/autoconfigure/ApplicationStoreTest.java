package dev.farminglabs.orm.test.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** The slice on the application's database; what a method writes is rolled back. */
@FarmOrmTest(
        store = TestStore.APPLICATION,
        properties = {
            "spring.datasource.generate-unique-name=true",
            "spring.liquibase.enabled=false",
            "farm.orm.schemas.control-plane.store=jdbc",
            "farm.orm.schemas.control-plane.setup=push",
            "farm.orm.schemas.[fast.state].store=memory"
        })
@Import(Users.class)
@Transactional
class ApplicationStoreTest {

    @RepeatedTest(2)
    void recordsAreInTheDatabaseAndRolledBack(@Autowired Users users, @Autowired JdbcTemplate jdbc) {
        assertThat(users.count()).isZero();
        users.add("ada@example.com");
        assertThat(jdbc.queryForList("select 1 from \"users\"")).hasSize(1);
    }
}
