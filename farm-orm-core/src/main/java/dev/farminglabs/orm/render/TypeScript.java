package dev.farminglabs.orm.render;

/** Text in TypeScript. */
final class TypeScript {

    /** A text literal. */
    static String text(String text) {
        return PrismaSchema.quoted(text).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    /** Text inside a template literal. */
    static String template(String text) {
        return text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${");
    }

    /** Text inside a comment that ends in a star and a slash. */
    static String comment(String text) {
        return OneLine.of(text).replace("*/", "* /");
    }

    private TypeScript() {}
}
