package dev.farminglabs.orm.render;

/** Text of people where a line end would end more than the text. */
final class OneLine {

    /** The text with a space for every line end and control character. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").trim();
    }

    private OneLine() {}
}
