package dev.farminglabs.orm.tck;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;

/** Every kind of relation: a tree, to-one both ways, to-many, and many-to-many through a join model. */
public final class Company extends Schema {

    public static final Team TEAM = new Team();
    public static final Person PERSON = new Person();
    public static final Profile PROFILE = new Profile();
    public static final Project PROJECT = new Project();
    public static final Participation PARTICIPATION = new Participation();

    public Company() {
        super("company", TEAM, PERSON, PROFILE, PROJECT, PARTICIPATION);
    }

    /** A tree. */
    public static final class Team extends Model<Team> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final StringField parentId =
                string().nullable().references(() -> TEAM.id).onDelete(OnDelete.SET_NULL);

        public final BelongsTo<Team> parent = belongsTo(() -> TEAM, parentId);
        public final HasMany<Team> children = hasMany(() -> TEAM.parentId);
        public final HasMany<Person> people = hasMany(() -> PERSON.teamId);

        Team() {
            super("teams");
        }
    }

    /** Somebody. */
    public static final class Person extends Model<Person> {
        public final IdField<String> id = id();
        public final StringField email = string().unique();
        public final StringField name = string();
        public final NumberField<Integer> age = integer().nullable();
        public final StringField teamId =
                string().nullable().references(() -> TEAM.id).onDelete(OnDelete.SET_NULL);

        public final BelongsTo<Team> team = belongsTo(() -> TEAM, teamId);
        public final HasOne<Profile> profile = hasOne(() -> PROFILE.personId);
        public final HasMany<Participation> participations = hasMany(() -> PARTICIPATION.personId);
        public final HasMany<Project> projects =
                manyToMany(() -> PARTICIPATION.personId, () -> PARTICIPATION.projectId, () -> PROJECT);
        public final HasMany<Project> owned = hasMany(() -> PROJECT.ownerEmail);

        Person() {
            super("people");
        }
    }

    /** At most one for a person. */
    public static final class Profile extends Model<Profile> {
        public final IdField<String> id = id();
        public final StringField personId =
                string().unique().references(() -> PERSON.id).onDelete(OnDelete.CASCADE);
        public final StringField bio = string().nullable();

        public final BelongsTo<Person> person = belongsTo(() -> PERSON, personId);

        Profile() {
            super("profiles");
        }
    }

    /** Owned by a person, who is named by a unique field and not by the id. */
    public static final class Project extends Model<Project> {
        public final IdField<String> id = id();
        public final StringField code = string().unique();
        public final NumberField<Integer> priority = integer().nullable();
        public final StringField ownerEmail = string().references(() -> PERSON.email);

        public final BelongsTo<Person> owner = belongsTo(() -> PERSON, ownerEmail);
        public final HasMany<Participation> participations = hasMany(() -> PARTICIPATION.projectId);
        public final HasMany<Person> people =
                manyToMany(() -> PARTICIPATION.projectId, () -> PARTICIPATION.personId, () -> PERSON);

        Project() {
            super("projects");
        }
    }

    /** The join model; the same pair may be there twice. */
    public static final class Participation extends Model<Participation> {
        public final IdField<String> id = id();
        public final StringField personId = string().references(() -> PERSON.id).onDelete(OnDelete.CASCADE);
        public final StringField projectId =
                string().references(() -> PROJECT.id).onDelete(OnDelete.CASCADE);
        public final StringField role = string().defaultTo("member");

        public final BelongsTo<Person> person = belongsTo(() -> PERSON, personId);
        public final BelongsTo<Project> project = belongsTo(() -> PROJECT, projectId);

        Participation() {
            super("participations");
        }
    }
}
