package dev.farminglabs.sample.identity;

import static dev.farminglabs.sample.storage.ControlPlane.CREDENTIAL;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.identity.UserStore.Person;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.Together;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Who may call themselves whom. Thread-safe. */
@Component
public class Accounts {

    private final OrmClient<ControlPlane> durable;
    private final Together together;
    private final UserStore users;
    private final PasswordEncoder passwords;
    private final String nobody;

    Accounts(OrmClient<ControlPlane> durable, Together together, UserStore users, PasswordEncoder passwords) {
        this.durable = durable;
        this.together = together;
        this.users = users;
        this.passwords = passwords;
        this.nobody = hashed("nobody", passwords);
    }

    /**
     * Creates a user with a password. The hash is made before the transaction begins, for it takes its time on purpose.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is one with that address
     */
    public Person signUp(NewAccount account) {
        String hash = hashed(account.password(), passwords);
        return together.write(tx -> {
            Person person = users.create(account.email(), account.name());
            tx.model(CREDENTIAL).create(CREDENTIAL.userId.set(person.id()), CREDENTIAL.passwordHash.set(hash));
            return person;
        });
    }

    /** The user whose address and password these are. Takes as long for an address that nobody has. */
    public Optional<Person> check(String email, String password) {
        Optional<Person> person = users.find(email);
        String hash = person.flatMap(this::hash).orElse(nobody);
        return passwords.matches(password, hash) ? person : Optional.empty();
    }

    /** Gives the user a password, unless there is one. */
    public void givePassword(Person person, String password) {
        if (hash(person).isEmpty()) {
            durable.model(CREDENTIAL)
                    .where(CREDENTIAL.userId.eq(person.id()))
                    .createIfAbsent(CREDENTIAL.passwordHash.set(hashed(password, passwords)));
        }
    }

    /** Spring Security 7.0 says that there may be none, 7.1 that a password always has one. */
    private static String hashed(String password, PasswordEncoder passwords) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private Optional<String> hash(Person person) {
        record Secret(String passwordHash) {}
        return durable.model(CREDENTIAL)
                .where(CREDENTIAL.userId.eq(person.id()))
                .findUnique(Secret.class)
                .map(Secret::passwordHash);
    }
}
