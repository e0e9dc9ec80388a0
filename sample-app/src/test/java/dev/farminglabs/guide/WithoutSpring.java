package dev.farminglabs.guide;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.setup.Setup;
import java.util.List;
import javax.sql.DataSource;

/** The code of docs/getting-started.md for applications without the starter. */
final class WithoutSpring {

    static OrmClient<Library> connect(DataSource dataSource) {
        OrmClient<Library> orm = FarmOrm.bootstrap(new Library(), dataSource); // adds what is missing, then connects
        return orm;
    }

    static List<String> missing(DataSource dataSource) {
        Setup setup = FarmOrm.client(new Library(), dataSource).prefix("acme_").setup();
        return setup.plan().stream().map(step -> step.what()).toList();
    }

    private WithoutSpring() {}
}
