package dev.farminglabs.orm.autoconfigure.jpa;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.ControlPlane;
import dev.farminglabs.orm.autoconfigure.FastState;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A repository that uses everything the application has. */
@Repository
class Desk {

    private final OrmClient<ControlPlane> durable;
    private final OrmClient<FastState> fast;
    private final EntityManager entities;
    private final JdbcTemplate jdbc;
    private final StringRedisTemplate redis;

    Desk(
            OrmClient<ControlPlane> durable,
            OrmClient<FastState> fast,
            EntityManager entities,
            JdbcTemplate jdbc,
            StringRedisTemplate redis) {
        this.durable = durable;
        this.fast = fast;
        this.entities = entities;
        this.jdbc = jdbc;
        this.redis = redis;
    }

    void addUser(String email) {
        durable.model(ControlPlane.USER)
                .create(ControlPlane.USER.email.set(email), ControlPlane.USER.name.set("somebody"));
    }

    void addSession(String token) {
        fast.model(FastState.SESSION).create(FastState.SESSION.token.set(token));
    }

    @Transactional
    void userAndNote(String name) {
        addUser(name);
        entities.persist(new Note(name));
        // both are seen inside, on the one connection
        entities.flush();
        if (durable.model(ControlPlane.USER).count() != 1 || rows("notes") != 1) {
            throw new AssertionError("one of them is on another connection");
        }
    }

    @Transactional
    void userAndNoteAndThen(String name, RuntimeException failure) {
        userAndNote(name);
        throw failure;
    }

    @Transactional
    void userAndSessionAndThen(String name, RuntimeException failure) {
        addUser(name);
        addSession(name);
        throw failure;
    }

    /** The clients' own transaction, around the application's JPA. */
    void insideOurs(String name, RuntimeException failure) {
        durable.transaction(tx -> {
            entities.persist(new Note(name));
            entities.flush();
            throw failure;
        });
    }

    void badJdbc() {
        jdbc.execute("insert into nowhere values (1)");
    }

    void badRedis() {
        redis.opsForValue().set("farm-orm-test-text", "x");
        redis.opsForList().leftPush("farm-orm-test-text", "y");
    }

    void badJpa() {
        entities.createQuery("select n from Nothing n");
    }

    void own(RuntimeException failure) {
        throw failure;
    }

    long sessions(String token) {
        return fast.model(FastState.SESSION)
                .where(FastState.SESSION.token.eq(token))
                .count();
    }

    long rows(String table) {
        return List.of("notes", "users").contains(table)
                ? jdbc.queryForList("select 1 from \"" + table + "\"").size()
                : -1;
    }
}
