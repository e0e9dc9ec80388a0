package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Company.PARTICIPATION;
import static dev.farminglabs.orm.tck.Company.PERSON;
import static dev.farminglabs.orm.tck.Company.PROFILE;
import static dev.farminglabs.orm.tck.Company.PROJECT;
import static dev.farminglabs.orm.tck.Company.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Condition;
import dev.farminglabs.orm.From;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Projection;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.tck.Company.Person;
import dev.farminglabs.orm.tck.Company.Project;
import dev.farminglabs.orm.tck.Company.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relations: followed in select shapes, narrowed for each parent, and asked about in conditions. */
public abstract class RelationContract extends Contract<Company> {

    record Bio(@Nullable String bio) {}

    record TeamName(String name) {}

    record Named(String name) {}

    record WithTeam(String name, @Nullable TeamName team) {}

    record WithProfile(String name, Optional<Bio> profile) {}

    record Role(String id, String role) {}

    record WithRoles(String name, List<Role> participations) {}

    record Code(String code) {}

    record WithProjects(String name, List<Code> projects) {}

    record WithProjectSet(String name, Set<Code> projects) {}

    record WithOwned(String name, List<Code> owned) {}

    record WithOwner(String code, Named owner) {}

    record Grandchild(String name, List<Named> people) {}

    record Tree(String name, @Nullable TeamName parent, List<Grandchild> children) {}

    record Deep(String code, List<Part> participations) {}

    record Part(String role, DeepPerson person) {}

    record DeepPerson(String name, @Nullable DeepTeam team, Optional<Bio> profile) {}

    record DeepTeam(String name, Optional<TeamName> parent) {}

    record Twice(String name, @From("projects") List<Code> joined, List<Code> owned, List<Role> participations) {}

    protected RelationContract() {
        super(new Company());
    }

    @BeforeEach
    void company() {
        CompanyFixture.fill(orm);
    }

    private <T extends Record> List<T> people(Class<T> view) {
        return orm.model(PERSON).orderBy(PERSON.name.asc()).findMany(view);
    }

    private List<String> people(Condition<Person> condition) {
        return orm.model(PERSON).where(condition).orderBy(PERSON.name.asc()).findValues(PERSON.name);
    }

    private List<String> projects(Condition<Project> condition) {
        return orm.model(PROJECT).where(condition).orderBy(PROJECT.code.asc()).findValues(PROJECT.code);
    }

    private List<String> teams(Condition<Team> condition) {
        return orm.model(TEAM).where(condition).orderBy(TEAM.name.asc()).findValues(TEAM.name);
    }

    /** Without an order in the branch, the order of related records is not promised. */
    private static <T> ListAssert<T> anyOrder(List<T> found) {
        ListAssert<T> that = assertThat(found);
        return that.usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                .withIgnoreCollectionOrder(true)
                .withStrictTypeChecking(false)
                .build());
    }

    @Test
    void belongsToGivesTheTargetOrNull() {
        assertThat(people(WithTeam.class))
                .containsExactly(
                        new WithTeam("ann", new TeamName("left")),
                        new WithTeam("bob", new TeamName("left")),
                        new WithTeam("cid", new TeamName("right")),
                        new WithTeam("dan", null));
    }

    @Test
    void hasOneGivesTheTargetOrEmpty() {
        assertThat(people(WithProfile.class))
                .containsExactly(
                        new WithProfile("ann", Optional.of(new Bio("A"))),
                        new WithProfile("bob", Optional.empty()),
                        new WithProfile("cid", Optional.of(new Bio(null))),
                        new WithProfile("dan", Optional.empty()));
    }

    @Test
    void hasManyGivesAListThatMayBeEmpty() {
        anyOrder(people(WithRoles.class))
                .containsExactly(
                        new WithRoles(
                                "ann",
                                List.of(new Role("1", "lead"), new Role("2", "member"), new Role("3", "member"))),
                        new WithRoles("bob", List.of(new Role("4", "member"))),
                        new WithRoles("cid", List.of()),
                        new WithRoles("dan", List.of()));
    }

    @Test
    void manyToManyGivesEachTargetOnce() {
        anyOrder(people(WithProjects.class))
                .containsExactly(
                        new WithProjects("ann", List.of(new Code("p1"), new Code("p2"))),
                        new WithProjects("bob", List.of(new Code("p1"))),
                        new WithProjects("cid", List.of()),
                        new WithProjects("dan", List.of()));
        assertThat(orm.model(PERSON).where(PERSON.id.eq("ann")).findUnique(WithProjectSet.class))
                .contains(new WithProjectSet("ann", Set.of(new Code("p1"), new Code("p2"))));
    }

    @Test
    void aRelationMayLeadToAUniqueFieldThatIsNotTheId() {
        anyOrder(people(WithOwned.class))
                .containsExactly(
                        new WithOwned("ann", List.of(new Code("p1"), new Code("p2"))),
                        new WithOwned("bob", List.of(new Code("p3"))),
                        new WithOwned("cid", List.of()),
                        new WithOwned("dan", List.of()));
        assertThat(orm.model(PROJECT).orderBy(PROJECT.code.asc()).findMany(WithOwner.class))
                .containsExactly(
                        new WithOwner("p1", new Named("ann")),
                        new WithOwner("p2", new Named("ann")),
                        new WithOwner("p3", new Named("bob")));
    }

    @Test
    void aTreeIsFollowedByName() {
        anyOrder(orm.model(TEAM).orderBy(TEAM.name.asc()).findMany(Tree.class))
                .containsExactly(
                        new Tree("left", new TeamName("root"), List.of()),
                        new Tree("right", new TeamName("root"), List.of()),
                        new Tree(
                                "root",
                                null,
                                List.of(
                                        new Grandchild("left", List.of(new Named("ann"), new Named("bob"))),
                                        new Grandchild("right", List.of(new Named("cid"))))));
    }

    @Test
    void shapesMayBeDeep() {
        DeepTeam left = new DeepTeam("left", Optional.of(new TeamName("root")));
        DeepPerson ann = new DeepPerson("ann", left, Optional.of(new Bio("A")));
        DeepPerson bob = new DeepPerson("bob", left, Optional.empty());
        anyOrder(orm.model(PROJECT).orderBy(PROJECT.code.asc()).findMany(Deep.class))
                .containsExactly(
                        new Deep(
                                "p1", List.of(new Part("lead", ann), new Part("member", ann), new Part("member", bob))),
                        new Deep("p2", List.of(new Part("member", ann))),
                        new Deep("p3", List.of()));
    }

    @Test
    void siblingsAreNeverMultiplied() {
        anyOrder(orm.model(PERSON).where(PERSON.id.eq("ann")).findUnique(Twice.class).stream()
                        .toList())
                .containsExactly(new Twice(
                        "ann",
                        List.of(new Code("p1"), new Code("p2")),
                        List.of(new Code("p1"), new Code("p2")),
                        List.of(new Role("1", "lead"), new Role("2", "member"), new Role("3", "member"))));
    }

    @Test
    void branchesAreNarrowedForEachParent() {
        Projection<Person, WithRoles> members = orm.model(PERSON)
                .projection(WithRoles.class)
                .with(
                        PERSON.participations,
                        b -> b.where(PARTICIPATION.role.eq("member")).orderBy(PARTICIPATION.id.desc()));
        assertThat(orm.model(PERSON).orderBy(PERSON.name.asc()).take(3).findMany(members))
                .containsExactly(
                        new WithRoles("ann", List.of(new Role("3", "member"), new Role("2", "member"))),
                        new WithRoles("bob", List.of(new Role("4", "member"))),
                        new WithRoles("cid", List.of()));
        Projection<Person, WithRoles> second = orm.model(PERSON)
                .projection(WithRoles.class)
                .with(
                        PERSON.participations,
                        b -> b.orderBy(PARTICIPATION.id.asc()).skip(1).take(1));
        assertThat(orm.model(PERSON).orderBy(PERSON.name.asc()).take(2).findMany(second))
                .containsExactly(
                        new WithRoles("ann", List.of(new Role("2", "member"))), new WithRoles("bob", List.of()));
        assertThat(orm.model(PERSON).where(PERSON.id.eq("ann")).findUnique(second))
                .contains(new WithRoles("ann", List.of(new Role("2", "member"))));
    }

    /** As many as there are parents and no more would do if the page counted for all of them together. */
    @Test
    void takeCountsForEachParent() {
        Projection<Person, WithRoles> first = orm.model(PERSON)
                .projection(WithRoles.class)
                .with(
                        PERSON.participations,
                        b -> b.orderBy(PARTICIPATION.id.asc()).take(1));
        assertThat(orm.model(PERSON).orderBy(PERSON.name.asc()).take(2).findMany(first))
                .containsExactly(
                        new WithRoles("ann", List.of(new Role("1", "lead"))),
                        new WithRoles("bob", List.of(new Role("4", "member"))));
    }

    /** Without a take, and past the last target: the one went wrong on a server that adds the two. */
    @Test
    void aManyToManyBranchMaySkipWhatItLikes() {
        List<List<Code>> found = new ArrayList<>();
        for (int skip : new int[] {0, 1, 2, 9}) {
            Projection<Person, WithProjects> skipping = orm.model(PERSON)
                    .projection(WithProjects.class)
                    .with(
                            PERSON.projects,
                            b -> b.orderBy(PROJECT.priority.desc()).skip(skip));
            WithProjects ann = orm.model(PERSON)
                    .where(PERSON.id.eq("ann"))
                    .findUnique(skipping)
                    .orElseThrow();
            assertThat(orm.model(PERSON).where(PERSON.id.in("ann")).findMany(skipping))
                    .containsExactly(ann);
            found.add(ann.projects());
        }
        assertThat(found.get(0)).hasSize(2);
        assertThat(found.get(1)).isEqualTo(found.get(0).subList(1, 2));
        assertThat(found.get(2)).isEmpty();
        assertThat(found.get(3)).isEmpty();
    }

    @Test
    void manyToManyBranchesCountTargetsAndNotJoinRows() {
        Projection<Person, WithProjects> first = orm.model(PERSON)
                .projection(WithProjects.class)
                .with(
                        PERSON.projects,
                        b -> b.orderBy(PROJECT.priority.desc()).skip(1).take(1));
        assertThat(orm.model(PERSON).where(PERSON.id.eq("ann")).findUnique(first))
                .contains(new WithProjects("ann", List.of(new Code("p1"))));
        Projection<Person, WithProjects> one = orm.model(PERSON)
                .projection(WithProjects.class)
                .with(PERSON.projects, b -> b.where(PROJECT.people.some(PERSON.name.eq("bob"))));
        assertThat(orm.model(PERSON).orderBy(PERSON.name.asc()).take(2).findMany(one))
                .containsExactly(
                        new WithProjects("ann", List.of(new Code("p1"))),
                        new WithProjects("bob", List.of(new Code("p1"))));
    }

    @Test
    void aToOneBranchTakesAConditionOnly() {
        Projection<Person, WithProfile> withBio = orm.model(PERSON)
                .projection(WithProfile.class)
                .with(PERSON.profile, b -> b.where(PROFILE.bio.isNotNull()));
        assertThat(orm.model(PERSON).where(PERSON.id.eq("cid")).findUnique(withBio))
                .contains(new WithProfile("cid", Optional.empty()));
        assertThat(orm.model(PERSON).where(PERSON.id.eq("ann")).findUnique(withBio))
                .contains(new WithProfile("ann", Optional.of(new Bio("A"))));
        var projection = orm.model(PERSON).projection(WithProfile.class);
        assertThat(message(failure(
                        OrmErrorCode.INVALID_PROJECTION, () -> projection.with(PERSON.profile, b -> b.take(1)))))
                .contains("person.profile is to-one");
        assertThat(message(failure(
                        OrmErrorCode.INVALID_PROJECTION, () -> projection.with(PERSON.projects, b -> b.take(1)))))
                .contains("person.projects");
    }

    /** A store may read one record's relations in another way than those of many. */
    @Test
    void oneRecordReadsTheSameRelationsAsMany() {
        sameForOneAsForMany(orm.model(PERSON)
                .projection(WithProjects.class)
                .with(PERSON.projects, b -> b.orderBy(PROJECT.code.desc())));
        sameForOneAsForMany(orm.model(PERSON)
                .projection(WithProjects.class)
                .with(
                        PERSON.projects,
                        b -> b.where(PROJECT.code.ne("p1"))
                                .orderBy(PROJECT.priority.asc())
                                .take(1)));
        sameForOneAsForMany(orm.model(PERSON)
                .projection(WithRoles.class)
                .with(
                        PERSON.participations,
                        b -> b.orderBy(PARTICIPATION.role.desc(), PARTICIPATION.id.asc())
                                .skip(1)));
        List<Tree> trees = orm.model(TEAM).orderBy(TEAM.name.asc()).findMany(Tree.class);
        assertThat(trees).isNotEmpty();
        for (Tree tree : trees) {
            assertThat(orm.model(TEAM).where(TEAM.name.eq(tree.name())).take(1).findMany(Tree.class))
                    .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                            .withIgnoreCollectionOrder(true)
                            .build())
                    .containsExactly(tree);
        }
    }

    private <T extends Record> void sameForOneAsForMany(Projection<Person, T> view) {
        List<T> many = orm.model(PERSON).orderBy(PERSON.id.asc()).findMany(view);
        List<String> ids = orm.model(PERSON).orderBy(PERSON.id.asc()).findValues(PERSON.id);
        assertThat(many).hasSameSizeAs(ids).isNotEmpty();
        for (int i = 0; i < ids.size(); i++) {
            assertThat(orm.model(PERSON).where(PERSON.id.eq(ids.get(i))).findUnique(view))
                    .contains(many.get(i));
        }
    }

    @Test
    void takeOfNothingEmptiesABranch() {
        Projection<Person, WithRoles> none =
                orm.model(PERSON).projection(WithRoles.class).with(PERSON.participations, b -> b.take(0));
        assertThat(orm.model(PERSON).where(PERSON.id.eq("ann")).findUnique(none))
                .contains(new WithRoles("ann", List.of()));
        refused(
                "take(-1)",
                () -> orm.model(PERSON).projection(WithRoles.class).with(PERSON.participations, b -> b.take(-1)));
    }

    @Test
    void conditionsOnToManyRelations() {
        assertThat(people(PERSON.participations.some(PARTICIPATION.role.eq("lead"))))
                .containsExactly("ann");
        assertThat(people(PERSON.participations.none(PARTICIPATION.role.eq("lead"))))
                .containsExactly("bob", "cid", "dan");
        assertThat(people(PERSON.participations.every(PARTICIPATION.role.eq("member"))))
                .containsExactly("bob", "cid", "dan");
        assertThat(people(PERSON.participations.isEmpty())).containsExactly("cid", "dan");
        assertThat(people(PERSON.participations.isNotEmpty())).containsExactly("ann", "bob");
        assertThat(people(PERSON.projects.some(PROJECT.code.eq("p2")))).containsExactly("ann");
        assertThat(people(PERSON.projects.isEmpty())).containsExactly("cid", "dan");
        assertThat(people(PERSON.projects.every(PROJECT.code.eq("p1")))).containsExactly("bob", "cid", "dan");
        assertThat(people(PERSON.owned.some(PROJECT.priority.isNull()))).containsExactly("bob");
        assertThat(people(PERSON.participations.some(PARTICIPATION.role.in()))).isEmpty();
    }

    @Test
    void conditionsOnToOneRelations() {
        assertThat(people(PERSON.team.is(TEAM.name.eq("left")))).containsExactly("ann", "bob");
        assertThat(people(PERSON.team.is(TEAM.name.eq("left")).not())).containsExactly("cid", "dan");
        assertThat(people(PERSON.team.isEmpty())).containsExactly("dan");
        assertThat(people(PERSON.team.isNotEmpty())).containsExactly("ann", "bob", "cid");
        assertThat(people(PERSON.profile.is(PROFILE.bio.isNull()))).containsExactly("cid");
        assertThat(people(PERSON.profile.isEmpty())).containsExactly("bob", "dan");
        assertThat(people(PERSON.profile.isNotEmpty())).containsExactly("ann", "cid");
        assertThat(teams(TEAM.parent.is(TEAM.name.eq("root")))).containsExactly("left", "right");
        assertThat(teams(TEAM.parent.isEmpty())).containsExactly("root");
    }

    @Test
    void conditionsNest() {
        assertThat(teams(TEAM.children.some(
                        TEAM.people.some(PERSON.participations.some(PARTICIPATION.role.eq("lead"))))))
                .containsExactly("root");
        assertThat(projects(PROJECT.owner.is(PERSON.team.is(TEAM.parent.is(TEAM.name.eq("root"))))))
                .containsExactly("p1", "p2", "p3");
        assertThat(projects(PROJECT.people.none(PERSON.projects.some(PROJECT.code.eq("p2")))))
                .containsExactly("p3");
        assertThat(people(PERSON.participations
                        .some(PARTICIPATION.role.eq("lead").and(PARTICIPATION.project.is(PROJECT.priority.gt(1))))
                        .or(PERSON.age.gt(35))))
                .containsExactly("dan");
        assertThat(people(
                        PERSON.participations.some(PARTICIPATION.role.ne("lead").not())))
                .containsExactly("ann");
    }

    @Test
    void conditionsOnRelationsWorkInEveryVerb() {
        Condition<Person> leads = PERSON.participations.some(PARTICIPATION.role.eq("lead"));
        assertThat(orm.model(PERSON).where(leads).count()).isEqualTo(1);
        assertThat(orm.model(PERSON).where(leads).exists()).isTrue();
        assertThat(orm.model(PERSON).where(leads.not()).updateMany(PERSON.age.set(1)))
                .isEqualTo(3);
        assertThat(orm.model(PERSON).where(PERSON.id.eq("bob"), leads).update(PERSON.age.set(2)))
                .isFalse();
        assertThat(orm.model(PERSON).where(PERSON.id.eq("ann"), leads).update(PERSON.age.set(2)))
                .isTrue();
        assertThat(orm.model(PERSON)
                        .where(PERSON.projects.isEmpty(), PERSON.owned.isEmpty(), PERSON.profile.isEmpty())
                        .deleteMany())
                .isEqualTo(1);
        assertThat(people(PERSON.age.eq(1))).containsExactly("bob", "cid");
    }

    @Test
    void manyParentsAreReadTogether() {
        OrmClient<Company> client = orm;
        record NewPart(String personId, String projectId, String role) {}
        client.model(PARTICIPATION)
                .createMany(IntStream.range(0, 3000)
                        .mapToObj(i -> new NewPart("dan", "p3", "r" + i % 7))
                        .toList());
        WithRoles dan = client.model(PERSON)
                .where(PERSON.id.eq("dan"))
                .findUnique(WithRoles.class)
                .orElseThrow();
        assertThat(dan.participations()).hasSize(3000);
        assertThat(people(WithProjects.class).get(3)).isEqualTo(new WithProjects("dan", List.of(new Code("p3"))));
    }

    @Test
    void writesReturnShapesWithRelations() {
        assertThat(orm.model(PERSON).where(PERSON.id.eq("ann")).update(WithTeam.class, PERSON.teamId.set("right")))
                .contains(new WithTeam("ann", new TeamName("right")));
        assertThat(orm.model(PERSON)
                        .create(
                                WithTeam.class,
                                PERSON.email.set("e@x"),
                                PERSON.name.set("eve"),
                                PERSON.teamId.set("left")))
                .isEqualTo(new WithTeam("eve", new TeamName("left")));
        assertThat(orm.model(PERSON)
                        .where(PERSON.email.eq("bob@x"))
                        .upsert(
                                WithProjects.class,
                                u -> u.create(PERSON.name.set("x")).update(PERSON.name.set("rob"))))
                .isEqualTo(new WithProjects("rob", List.of(new Code("p1"))));
    }
}
