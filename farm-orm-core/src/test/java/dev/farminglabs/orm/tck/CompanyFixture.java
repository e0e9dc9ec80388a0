package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Company.PARTICIPATION;
import static dev.farminglabs.orm.tck.Company.PERSON;
import static dev.farminglabs.orm.tck.Company.PROFILE;
import static dev.farminglabs.orm.tck.Company.PROJECT;
import static dev.farminglabs.orm.tck.Company.TEAM;

import dev.farminglabs.orm.OrmClient;
import org.jspecify.annotations.Nullable;

/**
 * A small company. Ids are the lower case names.
 *
 * <pre>
 * root                     ann (30, profile "A")   p1: owner ann, priority 1: ann lead, ann member, bob member
 *   left: ann, bob         bob (20, no profile)    p2: owner ann, priority 2: ann member
 *   right: cid             cid (no age, "C")       p3: owner bob, no priority: nobody
 *                          dan (no team, 40)
 * </pre>
 */
final class CompanyFixture {

    private final OrmClient<Company> orm;

    private CompanyFixture(OrmClient<Company> orm) {
        this.orm = orm;
    }

    static void fill(OrmClient<Company> orm) {
        CompanyFixture company = new CompanyFixture(orm);
        company.team("root", null);
        company.team("left", "root");
        company.team("right", "root");
        company.person("ann", 30, "left");
        company.person("bob", 20, "left");
        company.person("cid", null, "right");
        company.person("dan", 40, null);
        orm.model(PROFILE).create(PROFILE.personId.set("ann"), PROFILE.bio.set("A"));
        orm.model(PROFILE).create(PROFILE.personId.set("cid"));
        company.project("p1", 1, "ann");
        company.project("p2", 2, "ann");
        company.project("p3", null, "bob");
        company.participation("1", "ann", "p1", "lead");
        company.participation("2", "ann", "p1", "member");
        company.participation("3", "ann", "p2", "member");
        company.participation("4", "bob", "p1", "member");
    }

    private void team(String id, @Nullable String parent) {
        orm.model(TEAM).create(TEAM.id.set(id), TEAM.name.set(id), TEAM.parentId.setOrNull(parent));
    }

    private void person(String id, @Nullable Integer age, @Nullable String team) {
        orm.model(PERSON)
                .create(
                        PERSON.id.set(id),
                        PERSON.email.set(id + "@x"),
                        PERSON.name.set(id),
                        PERSON.age.setOrNull(age),
                        PERSON.teamId.setOrNull(team));
    }

    private void project(String id, @Nullable Integer priority, String owner) {
        orm.model(PROJECT)
                .create(
                        PROJECT.id.set(id),
                        PROJECT.code.set(id),
                        PROJECT.priority.setOrNull(priority),
                        PROJECT.ownerEmail.set(owner + "@x"));
    }

    private void participation(String id, String person, String project, String role) {
        orm.model(PARTICIPATION)
                .create(
                        PARTICIPATION.id.set(id),
                        PARTICIPATION.personId.set(person),
                        PARTICIPATION.projectId.set(project),
                        PARTICIPATION.role.set(role));
    }
}
