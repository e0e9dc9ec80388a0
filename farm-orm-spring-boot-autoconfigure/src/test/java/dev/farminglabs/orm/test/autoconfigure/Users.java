package dev.farminglabs.orm.test.autoconfigure;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.ControlPlane;
import org.springframework.stereotype.Repository;

/** What the tests of the slice test. */
@Repository
class Users {

    private final OrmClient<ControlPlane> orm;

    Users(OrmClient<ControlPlane> orm) {
        this.orm = orm;
    }

    void add(String email) {
        orm.model(ControlPlane.USER).create(ControlPlane.USER.email.set(email), ControlPlane.USER.name.set("somebody"));
    }

    long count() {
        return orm.model(ControlPlane.USER).count();
    }
}
