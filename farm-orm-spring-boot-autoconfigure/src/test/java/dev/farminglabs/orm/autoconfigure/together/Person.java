package dev.farminglabs.orm.autoconfigure.together;

import dev.farminglabs.orm.autoconfigure.ControlPlane;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The table of {@link ControlPlane#USER} as Hibernate's entity. */
@Entity
@Table(name = "users")
class Person {

    @Id
    @Nullable
    String id;

    @Column(nullable = false)
    @Nullable
    String email;

    @Column(nullable = false)
    @Nullable
    String name;

    Person() {}

    Person(String id, String name) {
        this.id = id;
        this.email = id + "@acme.org";
        this.name = name;
    }
}
