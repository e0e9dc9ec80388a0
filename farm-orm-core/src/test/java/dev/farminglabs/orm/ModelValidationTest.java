package dev.farminglabs.orm;

import static dev.farminglabs.orm.SchemaValidationTest.PLAYER;
import static dev.farminglabs.orm.SchemaValidationTest.TEAM;
import static dev.farminglabs.orm.SchemaValidationTest.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.SchemaValidationTest.Player;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The mistakes one model can hold, whatever the schema around it. */
class ModelValidationTest {

    static final class Keyless extends Model<Keyless> {
        public final StringField teamId = string().references(() -> TEAM.id);
        public final HasMany<Player> players = hasMany(() -> PLAYER.id);
    }

    @Test
    void aModelHasAKey() {
        assertThat(problems(TEAM, PLAYER, new Keyless()))
                .containsExactly("model keyless has no key: declare one field with id() or numericId()");
    }

    static final class Nullable2 extends Model<Nullable2> {
        public final IdField<String> id = id();
        public final StringField nickname = string().nullable().unique();
        public final StringField first = string();
        public final StringField second = string().nullable();
        public final Unique2<String, String> both = unique(first, second);
        public final StringField third = string().nullable().uniqueIfPresent();
    }

    @Test
    void aUniqueKeyIsNotNullable() {
        assertThat(problems(new Nullable2()))
                .containsExactly(
                        "model nullable2 nickname is nullable and unique, and stores disagree on two nulls:"
                                + " declare it uniqueIfPresent(), or not nullable",
                        "model nullable2 the unique key [first, second] holds second, which is nullable:"
                                + " declare the key with uniqueIfPresent(...)");
    }

    static final class Rules extends Model<Rules> {
        public final IdField<String> id = id().nullable();
        public final StringField teamId = string().references(() -> TEAM.id).onDelete(OnDelete.SET_NULL);
        public final StringField idle = string().onDelete(OnDelete.CASCADE);
        public final StringField empty = string().length(0);
        public final NumberField<java.math.BigDecimal> price = decimal(2, 3);
        public final NumberField<java.math.BigDecimal> none = decimal(0, 0);
        public final NumberField<java.math.BigDecimal> minus = decimal(5, -1);
        public final StringField blank = string().column(" ");
    }

    @Test
    void modifiersFitTheirFields() {
        assertThat(problems(TEAM, PLAYER, new Rules()))
                .containsExactly(
                        "model rules id is the key and cannot be nullable",
                        "model rules teamId says onDelete(SET_NULL) but is required: declare it nullable()",
                        "model rules idle says onDelete but references nothing",
                        "model rules empty has length 0: it must be at least 1",
                        "model rules price is decimal(2, 3): the scale must be between 0 and the precision",
                        "model rules none is decimal(0, 0): the scale must be between 0 and the precision",
                        "model rules minus is decimal(5, -1): the scale must be between 0 and the precision",
                        "model rules blank has a blank column name");
    }

    static final class Roles extends Model<Roles> {
        public final IdField<String> id = id();
        public final IdField<Long> number = numericId();
        public final StringField org = string().tenant();
        public final StringField region = string().tenant();
        public final DateTimeField ends = datetime().expires();
        public final DateTimeField stops = datetime().expires();
        public final DateTimeField deletedAt = softDelete();
        public final DateTimeField removedAt = softDelete();
        public final NumberField<Long> version = version();
        public final NumberField<Long> revision = version();
    }

    @Test
    void aRoleIsPlayedOnce() {
        assertThat(problems(new Roles()))
                .containsExactlyInAnyOrder(
                        "model roles id is declared by more than one field: [id, number]",
                        "model roles tenant is declared by more than one field: [org, region]",
                        "model roles expiry is declared by more than one field: [ends, stops]",
                        "model roles soft delete is declared by more than one field: [deletedAt, removedAt]",
                        "model roles version is declared by more than one field: [version, revision]");
    }

    static final class KeyOfAll extends Model<KeyOfAll> {
        public final IdField<String> id = id();
        public final StringField pin = string().secret().defaultTo("0000");
        public final DateTimeField issuedAt = datetime().secret().defaultNow();
    }

    @Test
    void aSecretIsNoPartOfTheSource() {
        assertThat(problems(new KeyOfAll()))
                .containsExactly(
                        "model keyOfAll pin is secret() and has a default, which whoever reads the model or the table"
                                + " can see: give the value to each create");
    }

    static final class LiveAlone extends Model<LiveAlone> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final BooleanField live = live().defaultTo(false);
        public final Unique2<String, Boolean> nameLive = uniqueIfPresent(name, live);

        LiveAlone() {
            super("lives");
        }
    }

    @Test
    void liveFollowsAMark() {
        assertThat(problems(new LiveAlone()))
                .containsExactlyInAnyOrder(
                        "model liveAlone live is live(), and nothing marks records as deleted: declare softDelete() too, or"
                                + " leave it out",
                        "model liveAlone live is live(), true in every new record, and cannot have another default",
                        "model liveAlone live is live(), which is a part of every unique key already: leave it out there",
                        "model liveAlone the unique key [name, live] is declared twice");
    }

    static final class Nickname extends Model<Nickname> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final StringField alias = string().nullable();
        public final StringField ofName = string().references(() -> NICKNAME.name);
        public final DateTimeField deletedAt = softDelete();
        public final BooleanField live = live();
        public final Unique2<String, String> both = unique(name, alias);

        Nickname() {
            super("nicknames");
        }
    }

    static final Nickname NICKNAME = new Nickname();

    @Test
    void aKeyOfWhatIsThereIsNoTargetAndStillSaysWhenItMayBeAbsent() {
        assertThat(problems(NICKNAME))
                .containsExactlyInAnyOrder(
                        "model nickname the unique key [name, alias] holds alias, which is nullable: declare the key with"
                                + " uniqueIfPresent(...)",
                        "field nickname.ofName references nickname.name, which is neither the id nor unique among records"
                                + " marked as deleted");
    }

    static final class JavaFields extends Model<JavaFields> {
        public final IdField<String> id = id();
        public StringField changeable = string();
        final StringField hidden = string();
        public final StringField name = string();
        public final StringField alias = name;
        public final List<StringField> listed = List.of(string(), string());
        public static final String CONSTANT = "";
        public final StringField borrowed = TEAM_NAME.get();
        final HasMany<Player> relation = hasMany(() -> PLAYER.teamId);

        JavaFields() {
            super("fields");
        }
    }

    /** Another model's field, kept under a name of one's own. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static final Supplier<JavaFields.StringField> TEAM_NAME = () -> (Model.StringField) TEAM.name;

    @Test
    void javaFieldsAreHowFieldsGetTheirNames() {
        assertThat(problems(TEAM, PLAYER, new JavaFields()))
                .containsExactly(
                        "model javaFields field changeable is not final: declare it public final",
                        "model javaFields field hidden is not public: declare it public final",
                        "model javaFields one field object has two names, name and alias",
                        "model javaFields field relation is not public: declare it public final",
                        "model javaFields a string field was created but is not held by a public final Java field",
                        "model javaFields a string field was created but is not held by a public final Java field",
                        "relation javaFields.relation goes by player.teamId, which references team.id and not javaFields");
    }

    abstract static class Base<M extends Base<M>> extends Model<M> {
        public final IdField<String> id = id();
        public final StringField name = string();
    }

    static final class Hiding extends Base<Hiding> {
        public final StringField name = string();
    }

    @Test
    void aFieldHidesAnInheritedOne() {
        assertThat(problems(new Hiding())).containsExactly("hiding.name and hiding.name are both in column name");
    }

    enum Code {
        A,
        B,
        C
    }

    static final class Texts extends Model<Texts> {
        public final IdField<String> id = id();
        public final EnumField<Code> same = enumeration(Code.class, code -> "x");

        @SuppressWarnings("NullAway")
        public final EnumField<Code> none = enumeration(Code.class, code -> code == Code.B ? null : code.name());
    }

    @Test
    void enumerationTextsTellConstantsApart() {
        assertThat(problems(new Texts()))
                .containsExactly(
                        "model texts same: Code.C has the same stored text as another constant",
                        "model texts none: Code.B has no stored text");
    }

    static final class Documents extends Model<Documents> {
        public final IdField<String> id = id();
        public final JsonField<Map<String, Object>> body = json().unique();
        public final StringField a = string();
        public final StringField b = string();
        public final Unique2<String, String> ab = unique(a, b);
        public final Unique2<String, String> ba = unique(b, a);
        public final Unique2<String, String> aa = unique(a, a);

        Documents() {
            super(" ");
            index(body);
            index();
        }
    }

    @Test
    void keysAndIndexesHoldWhatCanBeLookedUp() {
        assertThat(problems(new Documents()))
                .containsExactlyInAnyOrder(
                        "model documents body is JSON and cannot be unique: make what is unique a field of its own",
                        "model documents the unique key [b, a] is declared twice",
                        "model documents the unique key [a, a] names a field twice",
                        "model documents an index holds body, which is JSON: make what drives a query a field of its own",
                        "model documents an index names no field",
                        "model documents the table name is blank");
    }

    static final class Late extends Model<Late> {
        public final IdField<String> id = id();
        public final StringSpec name = string();
        public final NumberSpec<Integer> count = integer();
    }

    @Test
    void aModifierComesTooLate() {
        Late late = new Late();
        late.name.length(5).unique();
        Schema.of("shop", late);

        for (Supplier<?> modifier : List.<Supplier<?>>of(
                late.name::nullable,
                late.name::unique,
                () -> late.name.length(6),
                () -> late.name.column("x"),
                () -> late.name.references(() -> TEAM.id),
                () -> late.count.defaultTo(1))) {
            assertThatThrownBy(modifier::get)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("where the field is declared");
        }
        assertThat(late.definition().field(late.name.declaration).length()).isEqualTo(5);
        assertThat(late.definition().field(late.name.declaration).nullable()).isFalse();
    }
}
