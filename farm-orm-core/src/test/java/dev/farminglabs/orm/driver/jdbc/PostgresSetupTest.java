package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.SetupStep;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On PostgreSQL. */
class PostgresSetupTest extends SetupContract {

    @Override
    SetupDatabase database() {
        return SetupDatabase.postgresql();
    }

    @Test
    void textIsOrderedByCodePoint() {
        push(setup(Schema.of("item", DriftContract.ITEM)));

        assertThat(jdbc.queryForObject(
                        "select collation_name from information_schema.columns"
                                + " where table_name = 'item' and column_name = 'name'",
                        String.class))
                .isEqualTo("C");
    }

    @Test
    void aFailedStepUndoesAllOfThem() {
        List<SetupStep> steps = List.of(
                new SetupStep.CreateTable("table one", "create table one (id text)"),
                new SetupStep.CreateTable("table two", "create table two (id nonsense)"));
        JdbcSetup setup = setup(Schema.of("item", DriftContract.ITEM));

        assertThatThrownBy(() -> setup.apply(steps)).hasMessageContaining("table two");

        assertThat(jdbc.queryForObject("select to_regclass('one')", String.class))
                .isNull();
    }

    @Test
    void aTableFoundThroughTheSearchPathIsNotMadeAgain() {
        push(setup(Schema.of("item", DriftContract.ITEM)));
        jdbc.execute("create schema first");
        jdbc.execute("set search_path to first, public");

        assertReady(setup(Schema.of("item", DriftContract.ITEM)));
    }

    @Test
    void theTimeZoneOfTheConnectionDoesNotMatter() {
        push(setup(Everything.SCHEMA));
        jdbc.execute("set time zone 'Asia/Kolkata'");

        assertReady(setup(Everything.SCHEMA));
    }

    @Test
    void theMeaningOfABackslashDoesNotMatter() {
        jdbc.execute("set standard_conforming_strings to off");
        push(setup(Everything.SCHEMA));
        jdbc.execute("set standard_conforming_strings to on");

        assertReady(setup(Everything.SCHEMA));
    }
}
