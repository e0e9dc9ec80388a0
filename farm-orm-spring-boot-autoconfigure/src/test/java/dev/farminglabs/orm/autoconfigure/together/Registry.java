package dev.farminglabs.orm.autoconfigure.together;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.ControlPlane;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A repository that writes one table through everything the application has. */
@Repository
class Registry {

    private static final ControlPlane.User USER = ControlPlane.USER;
    private static final Table<Record> USERS = table(name("users"));
    private static final Field<String> ID = field(name("id"), String.class);
    private static final Field<String> EMAIL = field(name("email"), String.class);
    private static final Field<String> NAME = field(name("name"), String.class);

    private final OrmClient<ControlPlane> orm;
    private final EntityManager hibernate;
    private final DSLContext jooq;
    private final PersonMapper myBatis;

    Registry(OrmClient<ControlPlane> orm, EntityManager hibernate, DSLContext jooq, PersonMapper myBatis) {
        this.orm = orm;
        this.hibernate = hibernate;
        this.jooq = jooq;
        this.myBatis = myBatis;
    }

    /** One record through each; what each sees after every step. */
    @Transactional
    List<Seen> addFour() {
        orm.model(USER).create(USER.id.set("ours"), USER.email.set("ours@acme.org"), USER.name.set("Ours"));
        Seen first = seen();
        hibernate.persist(new Person("hibernate", "Hibernate"));
        // Hibernate keeps what it is given until it has a reason to write it
        hibernate.flush();
        Seen second = seen();
        jooq.insertInto(USERS, ID, EMAIL, NAME)
                .values("jooq", "jooq@acme.org", "jOOQ")
                .execute();
        Seen third = seen();
        myBatis.insert("mybatis", "MyBatis");
        return List.of(first, second, third, seen());
    }

    @Transactional
    void addFourAndThen(RuntimeException failure) {
        addFour();
        throw failure;
    }

    /** The client's own transaction around everybody else. */
    void insideOurs(RuntimeException failure) {
        orm.transaction(tx -> {
            addFour();
            throw failure;
        });
    }

    /** Our write breaks a rule, after the others have written. */
    @Transactional
    void addFourAndOneTwice() {
        addFour();
        orm.model(USER).create(USER.email.set("jooq@acme.org"), USER.name.set("Twice"));
    }

    /** What each sees. */
    Seen seen() {
        return new Seen(
                orm.model(USER).orderBy(USER.id.asc()).findValues(USER.name),
                hibernate
                        .createQuery("select p.name from Person p order by p.id", String.class)
                        .getResultList(),
                jooq.select(NAME).from(USERS).orderBy(ID).fetch(NAME),
                myBatis.names());
    }

    /**
     * The names in the order of their ids, as each client reads them.
     *
     * @param ours      Farm ORM
     * @param hibernate Hibernate
     * @param jooq      jOOQ
     * @param myBatis   MyBatis
     */
    record Seen(List<String> ours, List<String> hibernate, List<String> jooq, List<String> myBatis) {

        static Seen all(String... names) {
            List<String> same = List.of(names);
            return new Seen(same, same, same, same);
        }
    }
}
