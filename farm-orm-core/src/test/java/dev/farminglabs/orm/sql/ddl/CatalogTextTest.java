package dev.farminglabs.orm.sql.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.sql.form.ValueForm;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What catalogs say of types, defaults and checks, read back. */
class CatalogTextTest {

    private static Set<String> texts(String check, String column) {
        return CheckedTexts.in(DdlDialect.POSTGRESQL, check, column).texts();
    }

    @Test
    void aConstantInTheSpellingsOfDatabases() {
        assertThat(LiteralReader.text("'it''s'::text")).isEqualTo("it's");
        assertThat(LiteralReader.text("('x'::character varying)::text")).isEqualTo("x");
        assertThat(LiteralReader.text("U&'a''b\\\\\\00e9\\+01f600;'")).isEqualTo("a'b\\\u00e9\ud83d\ude00;");
        assertThat(LiteralReader.text("TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00'"))
                .isEqualTo("2020-01-01 00:00:00+00");
        assertThat(LiteralReader.text("''")).isEmpty();
        assertThat(LiteralReader.text("_utf8mb4'it''s'")).isEqualTo("it's");
    }

    @Test
    void anExpressionIsNoConstant() {
        assertThat(LiteralReader.text("now()")).isNull();
        assertThat(LiteralReader.text("('a'::text || 'b'::text)")).isNull();
        assertThat(LiteralReader.text("lower('A'::text)")).isNull();
    }

    @Test
    void theTextsOfACheck() {
        assertThat(texts("CHECK ((plan = ANY (ARRAY['FREE'::text, 'P''RO'::text])))", "plan"))
                .containsExactlyInAnyOrder("FREE", "P'RO");
        assertThat(texts("\"it's\" IN('A', 'B')", "it's")).containsExactlyInAnyOrder("A", "B");
        assertThat(texts("CHECK ((length(plan) > 0))", "plan")).isEmpty();
    }

    @Test
    void aTypeTakenApart() {
        assertThat(TypeText.of("timestamp(3) with time zone"))
                .isEqualTo(new TypeText("timestamp with time zone", List.of(3)));
        assertThat(TypeText.of("numeric(38,9)")).isEqualTo(new TypeText("numeric", List.of(38, 9)));
        assertThat(TypeText.of("text")).isEqualTo(new TypeText("text", List.of()));
    }

    @Test
    void roomOfATypeInAnother() {
        assertThat(TypeText.of("numeric(38,9)").holds(TypeText.of("numeric(10,2)"), true))
                .isTrue();
        assertThat(TypeText.of("numeric(10,5)").holds(TypeText.of("numeric(10,2)"), true))
                .isFalse();
        assertThat(TypeText.of("text").holds(TypeText.of("character varying(5)"), false))
                .isTrue();
        assertThat(TypeText.of("character varying(5)").holds(TypeText.of("text"), false))
                .isFalse();
    }

    @Test
    void textThatWantsToEndTheLiteral() {
        SqlLiterals postgres = new SqlLiterals(SqlLiterals.Backslash.MARKED, "", ValueForm.STANDARD);
        assertThat(postgres.text("a'; drop table x; --")).isEqualTo("'a''; drop table x; --'");
        assertThat(postgres.text("\\'")).isEqualTo("E'\\\\'''");
        assertThat(new SqlLiterals(SqlLiterals.Backslash.PLAIN, "", ValueForm.STANDARD).text("\\'"))
                .isEqualTo("'\\'''");
    }
}
