package dev.farminglabs.orm.autoconfigure.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.browser.PageChecks;
import dev.farminglabs.orm.tck.StoresRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The console as a developer meets it. Without a browser on this machine nothing is shown, and the report says so. */
@SuppressWarnings("NullAway.Init")
@ExtendWith(StoresRun.class)
class ConsoleBrowserTest {

    private static final List<String> PAGES = List.of(
            "",
            "/schemas/shop",
            "/schemas/shop/setup",
            "/schemas/shop/models/customer?f=name&o=starts&v=Customer",
            "/schemas/shop/models/customer/record?id=c1",
            "/schemas/board/models/note?across=1&deleted=1");

    private static @Nullable Browser browser;
    private static ServletWebServerApplicationContext application;
    private static String home;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void open() {
        application = ConsoleApplication.start("browser", "farm.orm.schemas.shop.setup=push");
        home = at(application);
        Shop.fill(application.getBean("shopOrmClient", OrmClient.class));
        Board.fill(application.getBean("boardOrmClient", OrmClient.class));
        browser = Browser.open(); // last, for whatever fails before it would leave it behind
    }

    @AfterAll
    static void close() {
        application.close();
        if (browser != null) {
            browser.close();
        }
    }

    private static String at(ServletWebServerApplicationContext started) {
        return "http://localhost:" + started.getWebServer().getPort() + "/farm-orm";
    }

    @AfterEach
    void nothingWasComplainedOf() {
        if (browser != null) {
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void modelsRecordsFiltersPagesAndJumps() {
        Browser page = browser;
        if (page == null) {
            return;
        }
        page.go(home);
        assertThat(page.text()).contains("shop on h2", "board on memory", "read-only", "Compare with the store");
        page.picture("console-home");
        page.follow("shop");
        assertThat(page.text()).contains("Where invoices go");
        page.click(".models a[href$='/models/customer']");
        assertThat(page.text())
                .contains("1 to 25", "find customer", "ms, 26 records")
                .containsIgnoringCase("select");
        page.follow("email");
        assertThat(page.text()).contains("customer01@example.com");
        page.follow("Next →");
        assertThat(page.text()).contains("26 to 50", "customer26@example.com").doesNotContain("customer01@example.com");

        page.go(home + "/schemas/shop/models/customer?f=name&o=starts&v=Customer%201&sort=email");
        assertThat(page.text()).contains("1 to 10");
        page.picture("console-records");
        page.click(".chips a");
        assertThat(page.text()).contains("1 to 25");
        page.choose("f", "name");
        page.choose("o", "starts");
        page.type("#filter-value", "Ada");
        page.click(".filter button");
        assertThat(page.text()).contains("name starts with Ada", "1 to 1", "Ada Lovelace", Values.MASK);
        page.follow("c1");
        assertThat(page.text()).contains("dark", "Related").doesNotContain("key-of-nobody-else");
        page.follow("purchases");
        assertThat(page.text()).contains("customerId is c1", "1 to 3");
        page.follow("o1");
        page.picture("console-record");
        page.follow("products");
        assertThat(page.text()).contains("SKU-1", "SKU-2", "1 to 2");
    }

    @Test
    void recordsInMemoryByTenant() {
        Browser page = browser;
        if (page == null) {
            return;
        }
        page.go(home);
        page.follow("note");
        assertThat(page.text()).contains("choose one");
        page.type("input[name=tenant]", "acme" + Keys.ENTER);
        assertThat(page.text()).contains("Water the plants of acme", "org = ?").doesNotContain("globex");
        page.click("input[name=across]");
        page.click("input[name=deleted]");
        page.click(".sight button");
        assertThat(page.text()).contains("plants of globex", "Gone from acme");
    }

    @Test
    void driftPlanAndPush() {
        Browser page = browser;
        if (page == null) {
            return;
        }
        try (ServletWebServerApplicationContext writable =
                ConsoleApplication.start("drift", "farm.orm.console.writable=true")) {
            page.go(at(writable) + "/schemas/shop/setup");
            assertThat(page.text()).contains("table customers", "breaks", "Pending plan", "may push");
            page.picture("console-setup");
            page.click("form[method=post] button");
            assertThat(page.text()).contains("Pushed:", "The store fits the schema", "A push would add nothing");
            page.go(at(writable) + "/schemas/shop/models/customer");
            assertThat(page.text()).contains("No records here");
        }
        page.go(home + "/schemas/shop/setup");
        assertThat(page.count("form[method=post]")).isZero();
    }

    @Test
    void aTelephoneScrollsOneWayOnly() {
        Browser page = browser;
        if (page == null) {
            return;
        }
        page.width(360);
        for (String path : PAGES) {
            page.go(home + path);
            assertThat(page.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(path)
                    .isEqualTo(true);
        }
        page.go(home + "/schemas/shop/models/customer?sort=email");
        page.picture("console-phone");
        page.width(0);
    }

    @Test
    void everyFieldHasALabelAndEveryTextContrast() {
        Browser page = browser;
        if (page == null) {
            return;
        }
        try (ServletWebServerApplicationContext empty =
                ConsoleApplication.start("labels", "farm.orm.console.writable=true")) {
            List<String> addresses =
                    new ArrayList<>(PAGES.stream().map(path -> home + path).toList());
            addresses.add(at(empty) + "/schemas/shop/setup");
            for (boolean dark : new boolean[] {false, true}) {
                page.dark(dark);
                for (String address : addresses) {
                    page.go(address);
                    assertThat(page.run(PageChecks.UNNAMED)).as(address).isEqualTo(List.of());
                    assertThat(page.run(PageChecks.PALE))
                            .as(address + " dark " + dark)
                            .isEqualTo(List.of());
                }
            }
        }
        page.dark(false);
        page.go(home);
        page.run("document.querySelector('h1').style.color = 'rgb(140, 140, 140)'; return true");
        assertThat((List<?>) page.run(PageChecks.PALE))
                .singleElement()
                .asString()
                .startsWith("Schemas");
    }

    @Test
    void darkIsDark() {
        Browser page = browser;
        if (page == null) {
            return;
        }
        String colour = "return getComputedStyle(document.body).backgroundColor";
        page.go(home);
        Object light = page.run(colour);
        page.dark(true);
        page.go(home + "/schemas/shop");
        assertThat(page.run(colour)).isNotEqualTo(light);
        page.picture("console-dark");
        page.dark(false);
    }

    @Test
    void theKeyboardReachesEverything() {
        Browser page = browser;
        if (page == null) {
            return;
        }
        page.go(home + "/schemas/shop/models/product");
        assertThat(page.tab()).isEqualTo("To the content");
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            reached.add(page.tab());
        }
        assertThat(reached)
                .contains("Farm ORM", "sku", "title", "Add filter", "Count all", "p1", "customer", "Statement");
        page.go(home + "/schemas/shop/models/product");
        page.type("#filter-value", "");
        page.choose("f", "sku");
        page.type("#filter-value", "SKU-2");
        page.press(Keys.ENTER);
        assertThat(page.address()).contains("f=sku&o=eq&v=SKU-2");
        assertThat(page.text()).contains("Tea, box 2").doesNotContain("Tea, box 1");
    }

    @Test
    void theScriptKeepsOutWhatDoesNotFit() {
        Browser page = browser;
        if (page == null) {
            return;
        }
        page.go(home + "/schemas/shop/models/customer");
        page.choose("f", "settings");
        assertThat(page.run("return document.querySelectorAll('#filter-operator option:not(:disabled)').length"))
                .isEqualTo(2L);
        assertThat(page.run("return document.getElementById('filter-value').readOnly"))
                .isEqualTo(true);
        assertThat(
                        page.run(
                                "return [...document.querySelectorAll('#filter-field option')].some(o => o.value === 'apiKey')"))
                .isEqualTo(false);
    }
}
