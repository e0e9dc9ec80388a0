package dev.farminglabs.orm.tck;

import static com.acme.platform.ControlPlane.SUBSCRIPTION;
import static com.acme.platform.ControlPlane.USER;
import static com.acme.platform.ControlPlane.WORKSPACE;
import static com.acme.platform.ControlPlane.WORKSPACE_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.platform.ControlPlane;
import com.acme.platform.Plan;
import dev.farminglabs.orm.From;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records as select shapes: what fits, and what is said about what does not. */
public abstract class ProjectionContract extends Contract<ControlPlane> {

    record Member(String role) {}

    record Renewal(Instant renewsAt) {}

    record Bad(String slgu, int name, Member memberships, List<Renewal> subscriptions) {}

    record Renamed(
            @From("slug") String address,
            @From("memberships") Set<Member> people) {}

    record Endless(String slug, List<Back> memberships) {}

    record Back(Endless workspace) {}

    record NullableRenewal(String status, @Nullable Instant renewsAt) {}

    record OptionalRenewal(String status, Optional<Instant> renewsAt) {}

    record ListOfField(List<String> slug) {}

    record WrongEnum(String plan) {}

    record ToOneAsList(List<Slug> workspace) {}

    record Slug(String slug) {}

    record MisnamedFrom(@From("slgu") String x) {}

    record Picky(String slug) {
        Picky {
            if (slug.equals("bad")) {
                throw new IllegalStateException("picky");
            }
        }
    }

    protected ProjectionContract() {
        super(new ControlPlane());
    }

    private String problems(Class<? extends Record> view) {
        return message(failure(
                OrmErrorCode.INVALID_PROJECTION, () -> orm.model(WORKSPACE).projection(view)));
    }

    @Test
    void allProblemsComeInOneMessage() {
        assertThat(problems(Bad.class))
                .isEqualTo(String.join(
                        "\n",
                        Bad.class.getName() + " cannot be read from model workspace (table workspaces):",
                        "  - component slgu (String): model workspace has no field or relation slgu. Did you mean slug?",
                        "  - component name (int): workspace.name is String",
                        "  - component memberships (Member): workspace.memberships is to-many: declare List<Member>",
                        "  - component renewsAt (Instant): subscription.renewsAt may be null: declare it @Nullable or"
                                + " Optional"));
    }

    @Test
    void theSameIsSaidAtFirstUse() {
        OrmError error = failure(
                OrmErrorCode.INVALID_PROJECTION,
                () -> orm.model(WORKSPACE).where(WORKSPACE.slug.eq("a")).findUnique(Bad.class));
        assertThat(message(error)).isEqualTo(problems(Bad.class));
    }

    @Test
    void typesAreNeverConverted() {
        assertThat(problems(ListOfField.class)).contains("component slug").contains("workspace.slug is String");
        assertThat(problems(WrongEnum.class)).contains("component plan (String): workspace.plan is Plan");
        assertThat(problems(MisnamedFrom.class)).contains("slgu").contains("Did you mean slug?");
        String toOne = message(failure(
                OrmErrorCode.INVALID_PROJECTION,
                () -> orm.model(WORKSPACE_MEMBERSHIP).projection(ToOneAsList.class)));
        assertThat(toOne).contains("workspaceMembership.workspace is to-one");
    }

    @Test
    void aShapeThatHoldsItselfIsRefused() {
        assertThat(problems(Endless.class)).contains("Endless");
    }

    @Test
    void componentsMayHaveOtherNamesAndBeSets() {
        workspace("a");
        assertThat(orm.model(WORKSPACE).findMany(Renamed.class)).containsExactly(new Renamed("a", Set.of()));
    }

    @Test
    void whatMayBeNullSaysSo() {
        String id = workspace("a");
        orm.model(SUBSCRIPTION)
                .create(
                        SUBSCRIPTION.workspaceId.set(id),
                        SUBSCRIPTION.providerCustomerId.set("c"),
                        SUBSCRIPTION.status.set("on"));
        assertThat(orm.model(SUBSCRIPTION).findMany(NullableRenewal.class))
                .containsExactly(new NullableRenewal("on", null));
        assertThat(orm.model(SUBSCRIPTION).findMany(OptionalRenewal.class))
                .containsExactly(new OptionalRenewal("on", Optional.empty()));
        orm.model(SUBSCRIPTION).all().updateMany(SUBSCRIPTION.renewsAt.set(START));
        assertThat(orm.model(SUBSCRIPTION).findMany(OptionalRenewal.class))
                .containsExactly(new OptionalRenewal("on", Optional.of(START_STORED)));
    }

    @Test
    void aLocalRecordIsAShape() {
        record Local(String slug, Plan plan) {}
        workspace("a");
        assertThat(orm.model(WORKSPACE).findMany(Local.class)).containsExactly(new Local("a", Plan.FREE));
    }

    @Test
    void whatAConstructorThrowsComesOut() {
        workspace("bad");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> orm.model(WORKSPACE).findMany(Picky.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("picky");
    }

    @Test
    void aProjectionIsCheckedOnceAndKept() {
        workspace("a");
        var slugs = orm.model(WORKSPACE).projection(Slug.class);
        assertThat(orm.model(WORKSPACE).findMany(slugs)).containsExactly(new Slug("a"));
        assertThat(orm.model(WORKSPACE).where(WORKSPACE.slug.eq("a")).findFirst(slugs))
                .contains(new Slug("a"));
        assertThat(orm.model(USER).count()).isZero();
    }

    private String workspace(String slug) {
        return orm.model(WORKSPACE)
                .create(WORKSPACE.slug.set(slug), WORKSPACE.name.set("n"), WORKSPACE.plan.set(Plan.FREE))
                .get(WORKSPACE.id);
    }
}
