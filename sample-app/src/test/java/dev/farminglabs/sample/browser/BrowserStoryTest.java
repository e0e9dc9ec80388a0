package dev.farminglabs.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.farminglabs.orm.browser.PageChecks;
import dev.farminglabs.orm.tck.StoresRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The story as somebody with a keyboard, a phone or a dark room sees it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(StoresRun.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserStoryTest {

    private static final int PHONE = 360;
    private static final int DESK = 1100;
    private static final String NO_SCROLLING =
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";

    @LocalServerPort
    int port;

    private Optional<Chromium> chromium = Optional.empty();

    @BeforeAll
    void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    void close() {
        chromium.ifPresent(Chromium::close);
    }

    @Test
    @Order(1)
    void withTheKeyboardAlone() {
        chromium.ifPresent(browser -> {
            browser.width(DESK);
            browser.scheme("light");
            ChromeDriver page = browser.driver();
            page.get(url("/"));
            browser.picture("welcome");

            press(page, Keys.TAB);
            assertThat(focused(page).getText()).isEqualTo("Skip to the content");
            tabTo(page, "Sign up");
            press(page, Keys.ENTER);
            shows(page, "h1", "Sign up");
            tabTo(page, "email");
            type(page, "kim@keys.example", "Kim", "correct horse battery");
            press(page, Keys.ENTER);
            shows(page, "h1", "Your workspaces");

            tabTo(page, "name");
            type(page, "Greenhouse", "greenhouse");
            press(page, Keys.ENTER);
            shows(page, "h1", "Greenhouse");
            tabTo(page, "plan");
            type(page, "pro");
            press(page, Keys.TAB, Keys.ENTER);
            shows(page, "main", "1 of 25", "plan.chosen", "by Kim");

            page.findElement(By.cssSelector("footer summary")).sendKeys(Keys.ENTER);
            shows(page, "footer", "h2: ", "redis: ", "find acme_workspaces", "update acme_session_state");
            assertThat(browser.console()).isEmpty();
        });
    }

    @Test
    @Order(2)
    void onAPhoneAndInTheDark() {
        chromium.ifPresent(browser -> {
            ChromeDriver page = browser.driver();
            for (String scheme : List.of("light", "dark")) {
                browser.scheme(scheme);
                for (String path :
                        List.of("/", "/workspaces/greenhouse", "/workspaces/greenhouse/audit", "/stores", "/sign-up")) {
                    page.get(url(path));
                    browser.width(PHONE);
                    assertThat(page.executeScript(NO_SCROLLING)).as(path).isEqualTo(true);
                    assertThat(page.executeScript(PageChecks.UNNAMED)).as(path).isEqualTo(List.of());
                    assertThat(page.executeScript(PageChecks.PALE))
                            .as(path + " " + scheme)
                            .isEqualTo(List.of());
                    String name = path.substring(path.lastIndexOf('/') + 1);
                    if (scheme.equals("dark") && name.equals("greenhouse")) {
                        browser.picture("phone-dark");
                    }
                    browser.width(DESK);
                    assertThat(page.executeScript(NO_SCROLLING)).as(path).isEqualTo(true);
                    if (scheme.equals("light")
                            && List.of("greenhouse", "stores").contains(name)) {
                        browser.picture(name.equals("stores") ? "stores" : "workspace");
                    }
                }
                assertThat(brightness(page)).isEqualTo(scheme);
            }
            assertThat(browser.console()).isEmpty();
        });
    }

    @Test
    @Order(3)
    void theConsoleHidesTheHash() {
        chromium.ifPresent(browser -> {
            ChromeDriver page = browser.driver();
            page.get(url("/stores"));
            page.findElement(By.linkText("console")).click();
            shows(page, "h1", "Schemas");
            page.findElement(By.cssSelector(".models a[href$='/models/credential']"))
                    .click();
            shows(page, "h1", "credential");
            shows(page, "table.records", "passwordHash", "••••••");
            assertThat(page.findElement(By.tagName("main")).getText()).doesNotContainPattern("[0-9a-f]{64}");
            assertThat(browser.console()).isEmpty();
        });
    }

    @Test
    @Order(4)
    void aMistakeIsShownAtItsField() {
        chromium.ifPresent(browser -> {
            ChromeDriver page = browser.driver();
            page.get(url("/"));
            page.findElement(By.id("name")).sendKeys("Another");
            page.findElement(By.id("slug")).sendKeys("greenhouse", Keys.ENTER);
            shows(page, "#slug-note", "There is a workspace with this address already.");
            WebElement slug = page.findElement(By.id("slug"));
            assertThat(slug.getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(slug.getAttribute("aria-describedby")).isEqualTo("slug-note");
            assertThat(slug.getAttribute("value")).isEqualTo("greenhouse");
        });
    }

    /** Waits for the page that a key has asked for. */
    private static void shows(ChromeDriver page, String selector, String... texts) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                page.findElement(By.cssSelector(selector)).getText())
                        .contains(texts));
    }

    private static String brightness(ChromeDriver page) {
        Object ground = page.executeScript("return getComputedStyle(document.body).backgroundColor");
        return String.valueOf(ground).startsWith("rgb(2") ? "light" : "dark";
    }

    private static WebElement focused(ChromeDriver page) {
        return page.switchTo().activeElement();
    }

    private static void press(ChromeDriver page, Keys... keys) {
        for (Keys key : keys) {
            focused(page).sendKeys(key);
        }
    }

    /** Fills the field that has the focus and those after it. */
    private static void type(ChromeDriver page, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            if (i > 0) {
                press(page, Keys.TAB);
            }
            focused(page).sendKeys(texts[i]);
        }
    }

    /** Goes on until the field of that id, or the link of that text, has the focus. */
    private static void tabTo(ChromeDriver page, String idOrText) {
        for (int i = 0; i < 30; i++) {
            press(page, Keys.TAB);
            WebElement element = focused(page);
            if (idOrText.equals(element.getAttribute("id")) || idOrText.equals(element.getText())) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + idOrText);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
