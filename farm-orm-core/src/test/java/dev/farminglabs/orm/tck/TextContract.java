package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Condition;
import dev.farminglabs.orm.driver.Capabilities.TextOrder;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.tck.Samples.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text is compared exactly: case and trailing blanks count, and no character means anything. */
public abstract class TextContract extends Contract<Samples> {

    protected TextContract() {
        super(new Samples());
    }

    private void labels(String... labels) {
        for (String label : labels) {
            orm.model(SAMPLE).create(SAMPLE.label.set(label));
        }
    }

    private List<String> found(Condition<Sample> condition) {
        return orm.model(SAMPLE).where(condition).findValues(SAMPLE.label);
    }

    @Test
    void caseCounts() {
        labels("abc", "ABC", "Abc");
        assertThat(found(SAMPLE.label.eq("ABC"))).containsExactly("ABC");
        assertThat(found(SAMPLE.label.in("abc", "aBC"))).containsExactly("abc");
        assertThat(found(SAMPLE.label.contains("B"))).containsExactly("ABC");
        assertThat(found(SAMPLE.label.startsWith("Ab"))).containsExactly("Abc");
        assertThat(found(SAMPLE.label.endsWith("BC"))).containsExactly("ABC");
    }

    @Test
    void trailingBlanksCount() {
        labels("a", "a ", "a  ");
        assertThat(found(SAMPLE.label.eq("a"))).containsExactly("a");
        assertThat(found(SAMPLE.label.eq("a "))).containsExactly("a ");
        assertThat(found(SAMPLE.label.ne("a "))).containsExactlyInAnyOrder("a", "a  ");
        orm.model(DOCUMENT).create(DOCUMENT.title.set("t"));
        orm.model(DOCUMENT).create(DOCUMENT.title.set("t "));
        orm.model(DOCUMENT).create(DOCUMENT.title.set("T"));
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(3);
    }

    @Test
    void patternCharactersArePlain() {
        labels("50%", "50 percent", "a_b", "axb", "a\\b", "a[b]", "a*b", "a?b", "a.b", "^a$");
        assertThat(found(SAMPLE.label.contains("%"))).containsExactly("50%");
        assertThat(found(SAMPLE.label.contains("_"))).containsExactly("a_b");
        assertThat(found(SAMPLE.label.startsWith("a_"))).containsExactly("a_b");
        assertThat(found(SAMPLE.label.endsWith("_b"))).containsExactly("a_b");
        assertThat(found(SAMPLE.label.contains("\\"))).containsExactly("a\\b");
        assertThat(found(SAMPLE.label.endsWith("\\b"))).containsExactly("a\\b");
        assertThat(found(SAMPLE.label.contains("["))).containsExactly("a[b]");
        assertThat(found(SAMPLE.label.startsWith("a*"))).containsExactly("a*b");
        assertThat(found(SAMPLE.label.startsWith("a?"))).containsExactly("a?b");
        assertThat(found(SAMPLE.label.startsWith("a."))).containsExactly("a.b");
        assertThat(found(SAMPLE.label.startsWith("^a"))).containsExactly("^a$");
        assertThat(found(SAMPLE.label.containsIgnoreCase("A_B"))).containsExactly("a_b");
        assertThat(found(SAMPLE.label.startsWithIgnoreCase("A%"))).isEmpty();
        assertThat(found(SAMPLE.label.endsWithIgnoreCase("_B"))).containsExactly("a_b");
    }

    @Test
    void thePartHasItsPlace() {
        labels("abcab", "bcab", "cabc");
        assertThat(found(SAMPLE.label.startsWith("ab"))).containsExactly("abcab");
        assertThat(found(SAMPLE.label.endsWith("cab"))).containsExactlyInAnyOrder("abcab", "bcab");
        assertThat(found(SAMPLE.label.contains("bca"))).containsExactlyInAnyOrder("abcab", "bcab");
        assertThat(found(SAMPLE.label.startsWith("abcabc"))).isEmpty();
        assertThat(found(SAMPLE.label.endsWith("xabcab"))).isEmpty();
    }

    @Test
    void everyTextHoldsTheEmptyText() {
        labels("", "a");
        assertThat(found(SAMPLE.label.contains(""))).hasSize(2);
        assertThat(found(SAMPLE.label.startsWith(""))).hasSize(2);
        assertThat(found(SAMPLE.label.endsWith(""))).hasSize(2);
        assertThat(found(SAMPLE.label.eq(""))).containsExactly("");
        assertThat(orm.model(SAMPLE).where(SAMPLE.note.eq("")).count()).isZero();
    }

    @Test
    void theEmptyTextIsAValue() {
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.note.set(""));
        assertThat(orm.model(SAMPLE).where(SAMPLE.note.isNull()).count()).isZero();
        assertThat(orm.model(SAMPLE).findFirst().orElseThrow().get(SAMPLE.note)).isEmpty();
    }

    @Test
    void ignoringCaseIsAboutAsciiLetters() {
        labels("Grüße", "GRÜßE", "gRüßE", "straße", "STRASSE", "\u0130x", "ix", "K", "\u212a");
        assertThat(found(SAMPLE.label.eqIgnoreCase("grüße"))).containsExactlyInAnyOrder("Grüße", "gRüßE");
        assertThat(found(SAMPLE.label.startsWithIgnoreCase("GRü"))).containsExactlyInAnyOrder("Grüße", "gRüßE");
        assertThat(found(SAMPLE.label.endsWithIgnoreCase("ÜßE"))).containsExactly("GRÜßE");
        assertThat(found(SAMPLE.label.containsIgnoreCase("RASS"))).containsExactly("STRASSE");
        assertThat(found(SAMPLE.label.eqIgnoreCase("IX"))).containsExactly("ix");
        assertThat(found(SAMPLE.label.eqIgnoreCase("k"))).containsExactly("K");
    }

    @Test
    void textIsOrderedByCodePointAsDeclared() {
        // U+FF5E comes before U+1F600 by code point, and after it by UTF-16 unit
        labels(
                "b",
                "B",
                "a",
                "A",
                "\u00e4",
                "Z",
                "_",
                "1",
                "10",
                "9",
                "\uff5e",
                "\ud83d\ude00",
                "a b",
                "ab",
                "a-b",
                "");
        List<String> ordered = orm.model(SAMPLE).orderBy(SAMPLE.label.asc()).findValues(SAMPLE.label);
        if (capabilities().textOrder() == TextOrder.CODE_POINT) {
            assertThat(ordered)
                    .containsExactly(
                            "",
                            "1",
                            "10",
                            "9",
                            "A",
                            "B",
                            "Z",
                            "_",
                            "a",
                            "a b",
                            "a-b",
                            "ab",
                            "b",
                            "\u00e4",
                            "\uff5e",
                            "\ud83d\ude00");
            assertThat(found(SAMPLE.label.gt("\uff5e"))).containsExactly("\ud83d\ude00");
            assertThat(found(SAMPLE.label.lt("10"))).containsExactlyInAnyOrder("", "1");
        } else {
            assertThat(ordered).hasSize(16);
        }
    }

    @Test
    void lengthCountsCodePoints() {
        String eight = "\ud83d\ude00".repeat(8);
        assertThat(orm.model(SAMPLE)
                        .create(SAMPLE.label.set("a"), SAMPLE.brief.set(eight))
                        .get(SAMPLE.brief))
                .isEqualTo(eight);
        OrmError error = failure(
                OrmErrorCode.VALUE_TOO_LARGE,
                () -> orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.brief.set("123456789")));
        assertThat(error.fields()).containsExactly("brief");
        assertThat(error.model()).isEqualTo("sample");
        failure(
                OrmErrorCode.VALUE_TOO_LARGE,
                () -> orm.model(SAMPLE).where(SAMPLE.label.eq("a")).updateMany(SAMPLE.brief.set("123456789")));
        assertThat(orm.model(SAMPLE).findValues(SAMPLE.brief)).containsExactly(eight);
    }

    @Test
    void aLongTextComesBack() {
        String text = "0123456789äöü\u20ac".repeat(20_000);
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.note.set(text)); // the label is in an index
        assertThat(orm.model(SAMPLE).findValues(SAMPLE.note)).containsExactly(text);
        assertThat(orm.model(SAMPLE).where(SAMPLE.note.eq(text)).count()).isEqualTo(1);
    }
}
