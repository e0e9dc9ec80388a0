package dev.farminglabs.guide;

import static dev.farminglabs.sample.storage.ControlPlane.USER;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.From;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Projection;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.ControlPlane.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code of docs/relations.md. */
class RelationsTest {

    record Person(String email, String name) {}

    record Member(String role, Person user) {}

    record Team(String slug, @From("memberships") List<Member> members) {}

    private final OrmClient<ControlPlane> orm = GuideStore.controlPlane();

    @Test
    void nestedRecords() {
        Optional<Team> team =
                orm.model(WORKSPACE).where(WORKSPACE.slug.eq("acme")).findUnique(Team.class);

        assertThat(team.orElseThrow().members())
                .extracting(member -> member.user().name())
                .containsExactlyInAnyOrder("Ada", "Sam");
    }

    @Test
    void narrowedBranch() {
        Projection<Workspace, Team> owners = orm.model(WORKSPACE)
                .projection(Team.class)
                .with(
                        WORKSPACE.memberships,
                        m -> m.where(WORKSPACE_MEMBERSHIP.role.eq("owner"))
                                .orderBy(WORKSPACE_MEMBERSHIP.createdAt.asc())
                                .take(5));
        List<Team> teams = orm.model(WORKSPACE).findMany(owners);

        assertThat(teams.get(0).members()).extracting(Member::role).containsExactly("owner");
    }

    @Test
    void conditionsOnRelated() {
        List<String> slugs = orm.model(WORKSPACE)
                .where(WORKSPACE.memberships.some(WORKSPACE_MEMBERSHIP.user.is(USER.email.endsWith("@acme.example"))))
                .findValues(WORKSPACE.slug);
        long unpaid =
                orm.model(WORKSPACE).where(WORKSPACE.subscriptions.isEmpty()).count();

        assertThat(slugs).containsExactly("acme");
        assertThat(unpaid).isEqualTo(1);
    }
}
