package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Sort;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.tck.JdbcPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the driver share: an empty place, a session, and short ways to say operations. */
abstract class JdbcChecks {

    final Database database;
    JdbcPlace place;
    DataSource dataSource;
    JdbcDriver driver;
    DriverSession session;

    JdbcChecks(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        place = database.open();
        dataSource = database.dataSource(place);
        driver = new JdbcDriver(dataSource);
        session = driver.session(Shop.SCHEMA);
    }

    @AfterEach
    void nothingIsLeftOpen() {
        try {
            place.assertQuiet();
        } finally {
            place.close();
        }
    }

    static ModelDefinition model(String name) {
        return Shop.SCHEMA.models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Operation on(String model) {
        return new Operation(model(model));
    }

    Written create(String model, @Nullable Object... namesAndValues) {
        Operation op = on(model);
        return session.write(
                new Write.Create(model(model), op.settings(namesAndValues), false, List.of()), op.arguments());
    }

    void users(String... ids) {
        for (String id : ids) {
            create("user", "id", id, "email", id + "@x");
        }
    }

    /** One field of the records found, in the order of the id. */
    List<@Nullable Object> values(Operation op, ModelDefinition model, Predicate where, String field) {
        List<Sort> sorts = List.of(new Sort(model.id(), false, false));
        Selection selection =
                new Selection(model, List.of(Objects.requireNonNull(model.field(field), field)), List.of());
        List<@Nullable Object> found = new ArrayList<>();
        session.find(new Find(model, where, sorts, null, null, selection, null), op.arguments())
                .forEach(row -> found.add(row[0]));
        return found;
    }

    List<@Nullable Object> all(String model, String field) {
        return values(on(model), model(model), Predicate.every(), field);
    }

    static List<List<@Nullable Object>> lists(List<@Nullable Object[]> rows) {
        List<List<@Nullable Object>> lists = new ArrayList<>();
        rows.forEach(row -> lists.add(new ArrayList<>(Arrays.asList(row))));
        return lists;
    }
}
