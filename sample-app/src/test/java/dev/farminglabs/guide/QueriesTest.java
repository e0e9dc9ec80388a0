package dev.farminglabs.guide;

import static dev.farminglabs.sample.storage.ControlPlane.USER;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Condition;
import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.CursorPage;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Row;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.ControlPlane.Workspace;
import dev.farminglabs.sample.storage.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code of docs/queries.md. */
class QueriesTest {

    record Card(String slug, String name, Plan plan) {}

    private final OrmClient<ControlPlane> orm = GuideStore.controlPlane();

    @Test
    void one() {
        Optional<Card> acme =
                orm.model(WORKSPACE).where(WORKSPACE.slug.eq("acme")).findUnique(Card.class);
        Optional<Card> newest =
                orm.model(WORKSPACE).orderBy(WORKSPACE.createdAt.desc()).findFirst(Card.class);
        boolean taken = orm.model(WORKSPACE).where(WORKSPACE.slug.eq("acme")).exists();

        assertThat(acme).contains(new Card("acme", "Acme", Plan.PRO)).isEqualTo(newest);
        assertThat(taken).isTrue();
    }

    @Test
    void many() {
        List<Card> paying = orm.model(WORKSPACE)
                .where(
                        WORKSPACE.plan.in(Plan.PRO, Plan.ENTERPRISE),
                        WORKSPACE.memberships.some(WORKSPACE_MEMBERSHIP.role.eq("owner")))
                .orderBy(WORKSPACE.createdAt.desc())
                .take(20)
                .findMany(Card.class);

        assertThat(paying).hasSize(1);
    }

    @Test
    void conditions() {
        Condition<Workspace> acme = WORKSPACE.slug.startsWith("ac").or(WORKSPACE.name.containsIgnoreCase("acme"));
        long others = orm.model(WORKSPACE).where(acme.not()).count();

        assertThat(others).isZero();
    }

    @Test
    void rows() {
        Row row = orm.model(USER)
                .where(USER.email.eq("ada@acme.example"))
                .findUnique()
                .orElseThrow();
        String name = row.get(USER.name);
        List<String> emails = orm.model(USER).findValues(USER.email);

        assertThat(name).isEqualTo("Ada");
        assertThat(emails).contains("ada@acme.example");
    }

    @Test
    void pages() {
        CursorPage<Card> page =
                orm.model(WORKSPACE).orderBy(WORKSPACE.createdAt.desc()).findPage(Card.class, Cursor.first(20));
        Cursor next = page.next(); // null on the last page; next.token() is text for a URL

        assertThat(page.items()).hasSize(1);
        assertThat(next).isNull();
    }

    @Test
    void streams() {
        List<String> slugs = new ArrayList<>();
        try (Stream<Card> all = orm.model(WORKSPACE).stream(Card.class)) {
            all.forEach(card -> slugs.add(card.slug()));
        }
        assertThat(slugs).containsExactly("acme");
    }

    @Test
    void numbers() {
        long members = orm.model(WORKSPACE_MEMBERSHIP).count();
        Map<Plan, Long> byPlan = orm.model(WORKSPACE).countBy(WORKSPACE.plan);

        assertThat(members).isEqualTo(2);
        assertThat(byPlan).containsEntry(Plan.PRO, 1L);
    }
}
