package dev.farminglabs.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.Naming;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every mistake a schema can hold is reported when it is made, in words that say where and what to do. */
class SchemaValidationTest {

    /** The problems of the schema, without the first line, which names it. */
    static List<String> problems(Model<?>... models) {
        Throwable thrown = catchThrowable(() -> Schema.of("shop", models));
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        OrmError.class, error -> assertThat(error.code()).isEqualTo(OrmErrorCode.INVALID_SCHEMA));
        List<String> lines = Objects.requireNonNull(thrown.getMessage()).lines().toList();
        assertThat(lines.get(0)).isEqualTo("Schema shop is not valid:");
        return lines.stream()
                .skip(1)
                .map(line -> line.replaceFirst("^ {2}- ", ""))
                .toList();
    }

    // ---------------------------------------------------------------------------------------- between the models

    static final Team TEAM = new Team();
    static final Player PLAYER = new Player();

    static final class Team extends Model<Team> {
        public final IdField<String> id = id();
        public final StringField name = string();
        public final HasMany<Player> players = hasMany(() -> PLAYER.teamId);
    }

    static final class Player extends Model<Player> {
        public final IdField<String> id = id();
        public final StringField teamId = string().references(() -> TEAM.id);
        public final BelongsTo<Team> team = belongsTo(() -> TEAM, teamId);
    }

    @Test
    void nothingIsWrong() {
        SchemaDefinition shop = Schema.of("shop", TEAM, PLAYER).definition(PhysicalNaming.DEFAULT);
        assertThat(shop.models().stream().map(ModelDefinition::name)).containsExactly("team", "player");
        assertThat(shop.models().get(1).fields().stream().map(FieldDefinition::name))
                .containsExactly("id", "teamId");
    }

    @Test
    void aReferenceAndARelationLeaveTheSchema() {
        assertThat(problems(PLAYER))
                .containsExactly(
                        "field player.teamId references team.id, which is not in this schema",
                        "relation player.team points at model team, which is not in this schema");
        assertThat(problems(TEAM))
                .containsExactly("relation team.players points at model player, which is not in this schema");
    }

    static final class Fan extends Model<Fan> {
        public final IdField<String> id = id();
        public final HasMany<Team> teams = manyToMany(() -> FAVOURITE.fanId, () -> FAVOURITE.teamId, () -> TEAM);
    }

    static final class Favourite extends Model<Favourite> {
        public final IdField<String> id = id();
        public final StringField fanId = string().references(() -> FAN.id);
        public final StringField teamId = string().references(() -> TEAM.id);
    }

    static final Fan FAN = new Fan();
    static final Favourite FAVOURITE = new Favourite();

    @Test
    void aJoinModelIsNotInTheSchema() {
        assertThat(problems(TEAM, PLAYER, FAN))
                .containsExactly("relation fan.teams goes through model favourite, which is not in this schema");
    }

    static final class Crowd extends Model<Crowd> {
        public final IdField<String> id = id();
        public final HasMany<Player> players = hasMany(() -> PLAYER.teamId);
        public final StringField playerId = string().references(() -> PLAYER.id);
        public final BelongsTo<Team> team = belongsTo(() -> TEAM, playerId);
    }

    @Test
    void aRelationGoesByTheKeyOfAnother() {
        assertThat(problems(TEAM, PLAYER, new Crowd()))
                .containsExactly(
                        "relation crowd.players goes by player.teamId, which references team.id and not crowd",
                        "relation crowd.team goes by crowd.playerId, which references player.id and not team");
    }

    static final class Squad extends Model<Squad> {
        public final IdField<String> id = id();

        Squad() {
            super("team");
        }
    }

    @Test
    void twoModelsAreInOneTable() {
        assertThat(problems(TEAM, PLAYER, new Squad())).containsExactly("models team and squad are both in table team");
        assertThat(problems(TEAM, PLAYER, TEAM)).contains("models team and team are both in table team");
    }

    static final class Elsewhere {
        static final class Team extends Model<Team> {
            public final IdField<String> id = id();

            Team() {
                super("other_teams");
            }
        }
    }

    @Test
    void twoModelsHaveOneName() {
        assertThat(problems(TEAM, PLAYER, new Elsewhere.Team()))
                .containsExactly("two models are called team: " + Team.class.getName() + " and "
                        + Elsewhere.Team.class.getName());
    }

    static final class Columns extends Model<Columns> {
        public final IdField<String> id = id();
        public final StringField orderId = string();
        public final StringField order = string().column("order_id");
    }

    @Test
    void twoFieldsAreInOneColumn() {
        assertThat(problems(new Columns()))
                .containsExactly("columns.orderId and columns.order are both in column order_id");
        // the clash is one of physical names: it comes with the naming
        assertThatThrownBy(() -> Schema.of("shop", new NamedAlike())
                        .definition(new PhysicalNaming(Naming.AS_DECLARED, "", null)))
                .hasMessageContaining("namedAlike.id and namedAlike.Id are both in column id");
    }

    static final class NamedAlike extends Model<NamedAlike> {
        public final IdField<String> id = id();
        public final StringField Id = string().column("id");

        NamedAlike() {
            super("x");
        }
    }

    static final class Captain extends Model<Captain> {
        public final IdField<String> id = id();
        public final StringField teamId = string().references(() -> LED.id);
    }

    static final class Led extends Model<Led> {
        public final IdField<String> id = id();
        public final HasOne<Captain> captain = hasOne(() -> CAPTAIN.teamId);
    }

    static final Captain CAPTAIN = new Captain();
    static final Led LED = new Led();

    @Test
    void hasOneNeedsAUniqueKey() {
        assertThat(problems(CAPTAIN, LED))
                .containsExactly("relation led.captain is to-one but captain.teamId is not unique:"
                        + " declare it unique(), or the relation hasMany");
    }

    static final class Loose extends Model<Loose> {
        public final IdField<String> id = id();
        public final NumberField<Integer> teamNumber = integer();
        public final BelongsTo<Team> team = belongsTo(() -> TEAM, teamNumber);
    }

    /** A constant that is declared below its use. */
    @SuppressWarnings("NullAway")
    static final Supplier<Team> MISSING = () -> null;

    static final class Lost extends Model<Lost> {
        public final IdField<String> id = id();
        public final StringField byName = string().references(() -> TEAM.name);
        public final StringField nowhere = string().references(() -> MISSING.get().id);
    }

    @Test
    void keysPointAtKeysOfTheirKind() {
        assertThat(problems(TEAM, PLAYER, new Loose()))
                .containsExactly("relation loose.team links loose.teamNumber (INTEGER) with team.id (STRING)");
        assertThat(problems(TEAM, PLAYER, new Lost()))
                .containsExactly(
                        "field lost.byName references team.name, which is neither the id nor unique",
                        "field lost.nowhere points at a model constant that is still null:"
                                + " declare the model constants above every use of the schema");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aModelConstantIsStillNull() {
        assertThat(problems(TEAM, (Model<?>) null))
                .containsExactly("model number 2 is null: declare the model constants above the schema instance");
    }

    @Test
    void everythingWrongIsInOneException() {
        assertThat(problems(
                        PLAYER,
                        new ModelValidationTest.Rules(),
                        new Squad(),
                        new ModelValidationTest.Nullable2(),
                        TEAM,
                        new ModelValidationTest.Roles()))
                .hasSizeGreaterThan(15)
                .contains(
                        "model rules id is the key and cannot be nullable",
                        "models squad and team are both in table team",
                        "model roles tenant is declared by more than one field: [org, region]")
                .doesNotHaveDuplicates();
    }

    static final class Broken extends Model<Broken> {
        public final IdField<String> id = id();
        public final StringField name = string().nullable().unique();
        public final HasMany<Pointing> pointing = hasMany(() -> POINTING.brokenId);
    }

    static final class Pointing extends Model<Pointing> {
        public final IdField<String> id = id();
        public final StringField brokenId = string().references(() -> BROKEN.id);
        public final BelongsTo<Broken> broken = belongsTo(() -> BROKEN, brokenId);
    }

    static final Broken BROKEN = new Broken();
    static final Pointing POINTING = new Pointing();

    @Test
    void aProblemIsReportedWhereItIsAndNotWhereItIsPointedAt() {
        assertThat(problems(POINTING, BROKEN))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("model broken name is nullable");
    }

    @Test
    void aModelUsedWithoutASchemaReportsItsProblemsToo() {
        assertThatThrownBy(() -> new ModelValidationTest.Roles().org.fieldNames())
                .isInstanceOf(OrmError.class)
                .hasMessageContaining("Roles is not valid:")
                .hasMessageContaining("tenant is declared by more than one field");
    }

    // --------------------------------------------------------------------------------------------------- shapes

    static final class Category extends Model<Category> {
        public final IdField<String> id = id();
        public final StringField parentId =
                string().nullable().references(() -> CATEGORY.id).onDelete(OnDelete.CASCADE);
        public final BelongsTo<Category> parent = belongsTo(() -> CATEGORY, parentId);
        public final HasMany<Category> children = hasMany(() -> CATEGORY.parentId);
    }

    static final Category CATEGORY = new Category();

    @Test
    void aTreePointsAtItself() {
        ModelDefinition category = Schema.of("tree", CATEGORY)
                .definition(PhysicalNaming.DEFAULT)
                .models()
                .get(0);
        RelationDefinition parent = Objects.requireNonNull(category.relation("parent"));
        RelationDefinition children = Objects.requireNonNull(category.relation("children"));

        assertThat(parent.target()).isSameAs(category);
        assertThat(parent.localKey()).hasToString("category.parentId");
        assertThat(parent.targetKey()).hasToString("category.id");
        assertThat(parent.optional()).isTrue();
        assertThat(children.localKey()).hasToString("category.id");
        assertThat(children.targetKey()).hasToString("category.parentId");
    }

    @Test
    void oneModelServesManySchemas() {
        SchemaDefinition plain = Schema.of("one", TEAM, PLAYER).definition(PhysicalNaming.DEFAULT);
        SchemaDefinition prefixed =
                Schema.of("two", PLAYER, TEAM).definition(new PhysicalNaming(Naming.AS_DECLARED, "acme_", null));
        ModelDefinition player = PLAYER.definition();

        assertThat(plain.models()).containsExactlyInAnyOrderElementsOf(prefixed.models());
        assertThat(prefixed.table(player)).isEqualTo("acme_player");
        assertThat(prefixed.column(player.fields().get(1))).isEqualTo("teamId");
        assertThat(plain.column(player.fields().get(1))).isEqualTo("team_id");
    }

    private static @Nullable String snake(String declared) {
        return Naming.SNAKE_CASE.physical(declared);
    }

    @Test
    void namesBecomeSnakeCase() {
        assertThat(Arrays.asList("id", "sessionToken", "URL", "userURL", "URLPath", "a1B2", "x"))
                .extracting(SchemaValidationTest::snake)
                .containsExactly("id", "session_token", "url", "user_url", "url_path", "a1_b2", "x");
    }
}
