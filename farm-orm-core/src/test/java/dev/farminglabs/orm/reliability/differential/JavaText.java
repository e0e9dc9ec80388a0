package dev.farminglabs.orm.reliability.differential;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A program as a Java test. It compiles in this package, with the constants of {@link Bazaar} imported. */
final class JavaText {

    /** The test of a program that went wrong. */
    static String test(long seed, String store, List<Call> program, Differential.Mismatch mismatch) {
        StringBuilder text = new StringBuilder("\n    /** Seed " + seed + " on " + store + ". */\n    @Test\n");
        text.append("    void seed").append(Long.toUnsignedString(seed)).append("() {\n");
        for (int i = 0; i < program.size(); i++) {
            if (i == mismatch.at()) {
                text.append(comment(mismatch));
            }
            text.append("        ").append(call("orm", program.get(i))).append(";\n");
        }
        if (mismatch.at() >= program.size()) {
            text.append("        // then all that is stored\n").append(comment(mismatch));
        }
        return text.append("    }\n").toString();
    }

    private static String comment(Differential.Mismatch mismatch) {
        return "        // the model says: " + line(mismatch.expected()) + "\n        // the store says: "
                + line(mismatch.actual()) + "\n";
    }

    private static String line(Object value) {
        return String.valueOf(value).replace("\n", "\\n").replace("\r", "\\r");
    }

    static String call(String orm, Call call) {
        if (call instanceof Call.Wait wait) {
            return "clock.advance(Duration.ofMillis(" + wait.millis() + "))";
        }
        if (call instanceof Call.Transaction transaction) {
            String end = transaction.rollback() ? "throw new IllegalStateException(\"undo\");" : "return null;";
            return orm + ".transaction(tx -> {\n" + lines("tx", transaction.calls()) + "            " + end
                    + "\n        })";
        }
        if (call instanceof Call.Batch batch) {
            return scoped(orm, batch.sight()) + ".batch(b -> {\n" + lines("b", batch.calls()) + "        })";
        }
        if (call instanceof Call.FindUnique unique) {
            return client(orm, unique.sight(), unique.model()) + ".where(" + key(unique.model(), unique.key())
                    + ").findUnique(" + projection(orm, unique.model(), unique.shape()) + ")";
        }
        return call instanceof Call.Find find ? find(orm, find) : write(orm, call);
    }

    private static String lines(String orm, List<Call> calls) {
        return calls.stream()
                .map(one -> "            " + call(orm, one) + ";\n")
                .collect(Collectors.joining());
    }

    private static String scoped(String orm, Call.Sight sight) {
        if (orm.equals("b")) {
            return orm;
        }
        return orm + (sight.tenant() == null ? ".acrossTenants()" : ".forTenant(" + value(sight.tenant()) + ")");
    }

    private static String client(String orm, Call.Sight sight, String model) {
        return scoped(orm, sight) + ".model(" + constant(model) + ")" + (sight.withDeleted() ? ".withDeleted()" : "");
    }

    private static String constant(String model) {
        return model.toUpperCase(Locale.ROOT);
    }

    private static String field(String model, String field) {
        return constant(model) + "." + field;
    }

    // ------------------------------------------------------------------------------------------------ writes

    private static String write(String orm, Call call) {
        if (call instanceof Call.Create c) {
            return client(orm, c.sight(), c.model()) + ".create(" + assigns(c.model(), c.values()) + ")";
        }
        if (call instanceof Call.CreateMany c) {
            String records = c.records().stream()
                    .map(record -> "new " + Inputs.name(c.model()) + "("
                            + record.stream().map(one -> value(one.value())).collect(Collectors.joining(", ")) + ")")
                    .collect(Collectors.joining(", "));
            return client(orm, c.sight(), c.model()) + ".createMany(List.of(" + records + "))";
        }
        if (call instanceof Call.CreateIfAbsent c) {
            return keyed(orm, c.sight(), c.model(), c.key(), null) + ".createIfAbsent(" + assigns(c.model(), c.values())
                    + ")";
        }
        if (call instanceof Call.Update c) {
            return keyed(orm, c.sight(), c.model(), c.key(), c.guard()) + ".update("
                    + (c.shown() ? whole(c.model()) + ", " : "") + assigns(c.model(), c.changes()) + ")";
        }
        if (call instanceof Call.Upsert c) {
            return keyed(orm, c.sight(), c.model(), c.key(), null) + ".upsert("
                    + (c.shown() ? whole(c.model()) + ", " : "") + "u -> u.create(" + assigns(c.model(), c.create())
                    + ").update(" + assigns(c.model(), c.update()) + ")"
                    + (c.when() == null ? "" : ".when(" + where(c.model(), c.when()) + ")") + ")";
        }
        if (call instanceof Call.Delete c) {
            return keyed(orm, c.sight(), c.model(), c.key(), c.guard()) + ".delete()";
        }
        if (call instanceof Call.UpdateMany c) {
            return some(orm, c.sight(), c.model(), c.where()) + ".updateMany(" + assigns(c.model(), c.changes()) + ")";
        }
        Call.DeleteMany c = (Call.DeleteMany) call;
        return some(orm, c.sight(), c.model(), c.where()) + (c.purge() ? ".purge()" : ".deleteMany()");
    }

    private static String whole(String model) {
        return Wholes.of(model).getSimpleName() + ".class";
    }

    private static String keyed(String orm, Call.Sight sight, String model, Call.Key key, @Nullable Where guard) {
        return client(orm, sight, model) + ".where(" + key(model, key)
                + (guard == null ? "" : ", " + where(model, guard)) + ")";
    }

    private static String some(String orm, Call.Sight sight, String model, @Nullable Where where) {
        return client(orm, sight, model) + (where == null ? ".all()" : ".where(" + where(model, where) + ")");
    }

    private static String key(String model, Call.Key key) {
        String values = key.values().stream().map(JavaText::value).collect(Collectors.joining(", "));
        return switch (String.join(".", key.fields())) {
            case "org.name" -> "ITEM.orgName.is(" + values + ")";
            case "shopId.slot" -> "ITEM.shopSlot.is(" + values + ")";
            case "scope.name" -> "PASS.scopeName.is(" + values + ")";
            default -> field(model, key.fields().get(0)) + ".eq(" + values + ")";
        };
    }

    private static String assigns(String model, List<Call.Assign> assigns) {
        return assigns.stream()
                .map(one -> {
                    String word = one.put() == Call.Put.set && one.value() == null
                            ? "setOrNull"
                            : one.put().name();
                    String value = one.put() == Call.Put.setNow ? "" : value(one.value());
                    return field(model, one.field()) + "." + word + "(" + value + ")";
                })
                .collect(Collectors.joining(", "));
    }

    // ------------------------------------------------------------------------------------------------ reads

    private static String find(String orm, Call.Find c) {
        String query = client(orm, c.sight(), c.model())
                + (c.where() == null ? "" : ".where(" + where(c.model(), c.where()) + ")")
                + ask(c.model(), c.ask());
        String shape = projection(orm, c.model(), c.shape());
        return query + "." + c.verb() + "("
                + switch (c.verb()) {
                    case findMany, findFirst, stream -> shape;
                    case findPage -> shape + ", Cursor.first(" + c.size() + ")";
                    case count, exists -> "";
                    case findValues, sum, avg, min, max, countBy -> field(c.model(), String.valueOf(c.field()));
                }
                + ")";
    }

    private static String projection(String orm, String model, Call.Shape shape) {
        if (shape.view() == null) {
            return "";
        }
        String view = shape.view().getSimpleName() + ".class";
        if (shape.narrowed().isEmpty()) {
            return view;
        }
        StringBuilder text = new StringBuilder(orm + ".model(" + constant(model) + ").projection(" + view + ")");
        for (Call.Narrow one : shape.narrowed()) {
            String target = Facts.model(model).relation(one.relation()).target();
            text.append(".with(").append(field(model, one.relation())).append(", n -> n");
            text.append(one.where() == null ? "" : ".where(" + where(target, one.where()) + ")");
            text.append(ask(target, one.ask())).append(")");
        }
        return text.toString();
    }

    private static String ask(String model, Call.Ask ask) {
        String sorts = ask.sorts().stream()
                .map(sort -> field(model, sort.field())
                        + (sort.descending() ? ".desc()" : ".asc()")
                        + (sort.nullsFirst() == null ? "" : sort.nullsFirst() ? ".nullsFirst()" : ".nullsLast()"))
                .collect(Collectors.joining(", "));
        return (sorts.isEmpty() ? "" : ".orderBy(" + sorts + ")")
                + (ask.skip() > 0 ? ".skip(" + ask.skip() + ")" : "")
                + (ask.take() == null ? "" : ".take(" + ask.take() + ")");
    }

    static String where(String model, Where where) {
        if (where instanceof Where.All all) {
            return "Condition.allOf(" + parts(model, all.parts()) + ")";
        }
        if (where instanceof Where.Any any) {
            return "Condition.anyOf(" + parts(model, any.parts()) + ")";
        }
        if (where instanceof Where.Not not) {
            return where(model, not.part()) + ".not()";
        }
        if (where instanceof Where.Empty empty) {
            return field(model, empty.field()) + (empty.negated() ? ".isNotNull()" : ".isNull()");
        }
        if (where instanceof Where.Among among) {
            return field(model, among.field()) + (among.negated() ? ".notIn(" : ".in(")
                    + among.values().stream().map(JavaText::value).collect(Collectors.joining(", ")) + ")";
        }
        if (where instanceof Where.Between between) {
            return field(model, between.field()) + ".between(" + value(between.low()) + ", " + value(between.high())
                    + ")";
        }
        if (where instanceof Where.Relates relates) {
            return field(model, relates.relation()) + (relates.negated() ? ".isEmpty()" : ".isNotEmpty()");
        }
        if (where instanceof Where.Related related) {
            String target = Facts.model(model).relation(related.relation()).target();
            return field(model, related.relation()) + "." + related.quantifier() + "(" + where(target, related.target())
                    + ")";
        }
        Where.Compare compare = (Where.Compare) where;
        return field(model, compare.field()) + "." + compare.operator() + "(" + value(compare.value()) + ")";
    }

    private static String parts(String model, List<Where> parts) {
        return parts.stream().map(part -> where(model, part)).collect(Collectors.joining(", "));
    }

    // ------------------------------------------------------------------------------------------------ values

    static String value(@Nullable Object value) {
        if (value instanceof String text) {
            return literal(text);
        }
        if (value instanceof Long number) {
            return number + "L";
        }
        if (value instanceof BigDecimal number) {
            return "new BigDecimal(\"" + number + "\")";
        }
        if (value instanceof Instant time) {
            return "Instant.parse(\"" + time + "\")";
        }
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> value(entry.getKey()) + ", " + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "map(", ")"));
        }
        return value instanceof List<?> list
                ? list.stream().map(JavaText::value).collect(Collectors.joining(", ", "Arrays.asList(", ")"))
                : String.valueOf(value);
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                literal.append(String.format("\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString().replace("\\u000a", "\\n").replace("\\u000d", "\\r");
    }

    private JavaText() {}
}
