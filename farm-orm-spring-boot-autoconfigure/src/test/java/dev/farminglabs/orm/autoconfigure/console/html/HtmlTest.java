package dev.farminglabs.orm.autoconfigure.console.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @Test
    void textAndAttributesAreEscaped() {
        assertThat(Html.of("p", "<b>&\"'").with("title", "\"><script>").toString())
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&quot;&#39;</p>");
    }

    @Test
    void elementsNest() {
        assertThat(Html.styled(
                                "div",
                                "a b",
                                Html.of("br"),
                                Html.of("p").text("x").text("y"))
                        .document())
                .isEqualTo("<!DOCTYPE html>\n<div class=\"a b\"><br><p>xy</p></div>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//evil.example", "http://evil.example", "", "data:text/html,x"})
    void anAddressStaysOnThisServer(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> Html.link(address, "x"));
    }

    @Test
    void aNameIsAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> Html.of("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Html.of("a").with("x y", "z"));
    }
}
