package dev.farminglabs.orm.autoconfigure.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An entity of the application, in a table of its own. */
@Entity
@Table(name = "notes")
class Note {

    @Id
    @Nullable
    String id;

    Note() {}

    Note(String id) {
        this.id = id;
    }
}
