package dev.farminglabs.orm.reliability.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schema {@link Bazaar} once more, in plain words and by hand, so that a mistake in reading it is seen. */
final class Facts {

    enum Kind {
        TEXT,
        INTEGER,
        BIGINT,
        DECIMAL,
        BOOL,
        TIME,
        ENUM,
        JSON;

        boolean numeric() {
            return this == INTEGER || this == BIGINT || this == DECIMAL;
        }

        boolean comparable() {
            return numeric() || this == TEXT || this == TIME;
        }
    }

    enum Role {
        PLAIN,
        ID,
        TENANT,
        SOFT_DELETE,
        EXPIRY,
        VERSION,
        UPDATED_NOW
    }

    enum OnDelete {
        RESTRICT,
        CASCADE,
        SET_NULL
    }

    /** Stands for the time of the call, as a default. */
    static final Object NOW = new Object();

    /** Stands for an id that is made, as a default. */
    static final Object NEW_ID = new Object();

    record Reference(String model, String field, OnDelete onDelete) {}

    record Field(
            String name,
            Kind kind,
            boolean nullable,
            Role role,
            @Nullable Object byDefault,
            int length,
            int precision,
            int scale,
            @Nullable Reference reference) {

        Field role(Role newRole) {
            return new Field(name, kind, nullable, newRole, byDefault, length, precision, scale, reference);
        }

        Field byDefault(Object value) {
            return new Field(name, kind, nullable, role, value, length, precision, scale, reference);
        }

        Field orNull() {
            return new Field(name, kind, true, role, byDefault, length, precision, scale, reference);
        }

        Field length(int most) {
            return new Field(name, kind, nullable, role, byDefault, most, precision, scale, reference);
        }

        Field digits(int all, int afterPoint) {
            return new Field(name, kind, nullable, role, byDefault, length, all, afterPoint, reference);
        }

        Field to(String model, String field, OnDelete onDelete) {
            Reference target = new Reference(model, field, onDelete);
            return new Field(name, kind, nullable, role, byDefault, length, precision, scale, target);
        }
    }

    /** {@code local} of this model equals {@code far} of the target, or is linked to it by records of {@code join}. */
    record Relation(
            String name,
            String target,
            boolean many,
            String local,
            String far,
            @Nullable Join join) {}

    record Join(String model, String local, String far) {}

    record ModelFacts(String name, List<Field> fields, List<List<String>> keys, List<Relation> relations) {

        Field field(String field) {
            return fields.stream()
                    .filter(one -> one.name.equals(field))
                    .findFirst()
                    .orElseThrow();
        }

        Relation relation(String relation) {
            return relations.stream()
                    .filter(one -> one.name.equals(relation))
                    .findFirst()
                    .orElseThrow();
        }

        @Nullable
        Field with(Role role) {
            return fields.stream().filter(one -> one.role == role).findFirst().orElse(null);
        }

        boolean has(String field) {
            return fields.stream().anyMatch(one -> one.name.equals(field));
        }

        boolean inKey(String field) {
            return keys.stream().anyMatch(key -> key.contains(field));
        }

        /** Ids of this model are made by stores as they like, so they are not compared. */
        boolean idsMade() {
            return name.equals("pass");
        }
    }

    /** A field of a model that points at a model. */
    record Pointer(ModelFacts from, Field field, Reference reference) {}

    private static Field field(String name, Kind kind) {
        return new Field(name, kind, false, Role.PLAIN, null, Integer.MAX_VALUE, 38, 9, null);
    }

    private static Field id() {
        return field("id", Kind.TEXT).role(Role.ID).byDefault(NEW_ID);
    }

    private static final ModelFacts SHOP = new ModelFacts(
            "shop",
            List.of(
                    id(),
                    field("code", Kind.TEXT),
                    field("alias", Kind.TEXT).orNull(),
                    field("label", Kind.TEXT).orNull(),
                    field("brief", Kind.TEXT).length(8).orNull(),
                    field("count", Kind.INTEGER).byDefault(0),
                    field("spare", Kind.INTEGER).orNull(),
                    field("total", Kind.BIGINT).orNull(),
                    field("price", Kind.DECIMAL).orNull(),
                    field("rate", Kind.DECIMAL).digits(6, 2).orNull(),
                    field("open", Kind.BOOL).orNull(),
                    field("at", Kind.TIME).orNull(),
                    field("level", Kind.ENUM).byDefault(Bazaar.Level.LOW),
                    field("color", Kind.ENUM).orNull(),
                    field("data", Kind.JSON).orNull(),
                    field("parentId", Kind.TEXT).orNull().to("shop", "id", OnDelete.SET_NULL),
                    field("version", Kind.BIGINT).role(Role.VERSION).byDefault(1L),
                    field("updatedAt", Kind.TIME).role(Role.UPDATED_NOW).byDefault(NOW)),
            List.of(List.of("id"), List.of("code"), List.of("alias")),
            List.of(
                    new Relation("parent", "shop", false, "parentId", "id", null),
                    new Relation("children", "shop", true, "id", "parentId", null),
                    new Relation("items", "item", true, "id", "shopId", null),
                    new Relation("flagship", "item", false, "code", "flagshipOf", null),
                    new Relation("links", "link", true, "id", "shopId", null),
                    new Relation("stock", "item", true, "id", "id", new Join("link", "shopId", "itemId"))));

    private static final ModelFacts ITEM = new ModelFacts(
            "item",
            List.of(
                    id(),
                    field("org", Kind.TEXT).role(Role.TENANT),
                    field("name", Kind.TEXT),
                    field("slot", Kind.INTEGER).byDefault(0),
                    field("flagshipOf", Kind.TEXT).orNull().to("shop", "code", OnDelete.RESTRICT),
                    field("shopId", Kind.TEXT).orNull().to("shop", "id", OnDelete.CASCADE),
                    field("price", Kind.DECIMAL).digits(9, 3).orNull(),
                    field("deletedAt", Kind.TIME).role(Role.SOFT_DELETE).orNull()),
            List.of(List.of("id"), List.of("flagshipOf"), List.of("org", "name"), List.of("shopId", "slot")),
            List.of(
                    new Relation("shop", "shop", false, "shopId", "id", null),
                    new Relation("flagshipShop", "shop", false, "flagshipOf", "code", null),
                    new Relation("links", "link", true, "id", "itemId", null),
                    new Relation("shops", "shop", true, "id", "id", new Join("link", "itemId", "shopId"))));

    private static final ModelFacts LINK = new ModelFacts(
            "link",
            List.of(
                    id(),
                    field("shopId", Kind.TEXT).to("shop", "id", OnDelete.CASCADE),
                    field("itemId", Kind.TEXT).to("item", "id", OnDelete.CASCADE),
                    field("weight", Kind.INTEGER).byDefault(1),
                    field("until", Kind.TIME).role(Role.EXPIRY).orNull()),
            List.of(List.of("id")),
            List.of(
                    new Relation("shop", "shop", false, "shopId", "id", null),
                    new Relation("item", "item", false, "itemId", "id", null)));

    private static final ModelFacts PASS = new ModelFacts(
            "pass",
            List.of(
                    id(),
                    field("scope", Kind.TEXT),
                    field("name", Kind.TEXT),
                    field("remaining", Kind.INTEGER).byDefault(3),
                    field("note", Kind.TEXT).orNull(),
                    field("until", Kind.TIME).role(Role.EXPIRY).orNull()),
            List.of(List.of("id"), List.of("scope", "name")),
            List.of());

    static final Map<String, ModelFacts> MODELS = Map.of("shop", SHOP, "item", ITEM, "link", LINK, "pass", PASS);

    /** Those that point come before those they point at. */
    static final List<String> REMOVAL = List.of("link", "item", "shop", "pass");

    static ModelFacts model(String name) {
        return MODELS.get(name);
    }

    /** What points at records of the model. */
    static List<Pointer> pointingAt(String model) {
        List<Pointer> found = new ArrayList<>();
        for (ModelFacts from : Stream.of(SHOP, ITEM, LINK, PASS).toList()) {
            for (Field field : from.fields) {
                if (field.reference != null && field.reference.model.equals(model)) {
                    found.add(new Pointer(from, field, field.reference));
                }
            }
        }
        return found;
    }

    private Facts() {}
}
