package dev.farminglabs.orm.tck;

import java.util.List;

/** Text that has broken something somewhere. */
final class Hostile {

    static final List<String> TEXTS = List.of(
            "",
            " ",
            "  leading and trailing  ",
            "'",
            "''",
            "\"",
            "\\",
            "\\'",
            "`",
            "%",
            "_",
            "%_%",
            "\\%",
            "*",
            "?",
            "??",
            "$1",
            "$$",
            ":name",
            "{0}",
            "${jndi:ldap://x}",
            "#{1+1}",
            "%s%n",
            "'; drop table samples; --",
            "' or '1'='1",
            "/* comment */",
            "-- comment",
            "a\nb\r\nc\td",
            "\u0001\u001f\u007f",
            "null",
            "NULL",
            "true",
            "0",
            "-0",
            "1e400",
            "{\"$gt\": \"\"}",
            "[\"a\"]",
            "$where",
            "a.b.c",
            "a:b:c",
            "a/b?c=d&e",
            "\u00e4\u00f6\u00fc\u00df",
            "e\u0301",
            "\u00e9",
            "\u202eright to left",
            "\u200bzero width",
            "\ufeffbom",
            "\uffff",
            "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udcbb",
            "\u0130\u0131",
            "\u3000");

    /** What no store is ever shown. */
    static final List<String> REFUSED = List.of("\0", "a\0b", "\ud800", "\udc00", "a\udc00\ud800b", "\ud800x");

    private Hostile() {}
}
