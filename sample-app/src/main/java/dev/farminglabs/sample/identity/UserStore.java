package dev.farminglabs.sample.identity;

import static dev.farminglabs.sample.storage.ControlPlane.USER;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.storage.ControlPlane;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads and writes users. Thread-safe. */
@Component
public class UserStore {

    /** A user as others see them. */
    public record Person(String id, String email, String name) {}

    private final OrmClient<ControlPlane> durable;

    UserStore(OrmClient<ControlPlane> durable) {
        this.durable = durable;
    }

    /**
     * Creates the user.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is one with that address
     */
    Person create(String email, String name) {
        return durable.model(USER).create(Person.class, USER.email.set(address(email)), USER.name.set(name.strip()));
    }

    /** The user with that address: created, or given the name. One statement, however many do it at once. */
    public Person save(String email, String name) {
        return durable.model(USER)
                .where(USER.email.eq(address(email)))
                .upsert(Person.class, u -> u.create(USER.name.set(name)).update(USER.name.set(name)));
    }

    /** The user with that address. */
    public Optional<Person> find(String email) {
        return durable.model(USER).where(USER.email.eq(address(email))).findUnique(Person.class);
    }

    /** The address as it is stored. */
    public static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
