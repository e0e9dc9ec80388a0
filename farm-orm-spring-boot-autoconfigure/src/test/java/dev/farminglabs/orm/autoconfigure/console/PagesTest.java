package dev.farminglabs.orm.autoconfigure.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.BoundSchemas;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@SuppressWarnings("NullAway.Init")
class PagesTest {

    private static final String SHOP = "/farm-orm/schemas/shop";
    private static final String CUSTOMERS = SHOP + "/models/customer";
    private static final String NOTES = "/farm-orm/schemas/board/models/note";

    private static ServletWebServerApplicationContext application;
    private static Visitor visitor;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void start() {
        application = ConsoleApplication.start("pages", "farm.orm.schemas.shop.setup=push");
        Shop.fill(application.getBean("shopOrmClient", OrmClient.class));
        Shop.fillBulk(application.getBean("shopOrmClient", OrmClient.class));
        Board.fill(application.getBean("boardOrmClient", OrmClient.class));
        visitor = new Visitor(application);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void theFirstPageHasAllSchemasTheirStoresAndADrawing() {
        String page = visitor.page("/farm-orm");
        assertThat(page)
                .contains("shop on h2", "board on memory", "h2:mem:pages", "<svg", "interactive")
                .contains("purchase.customerId points at customer.id")
                .doesNotContain("style=", "onclick");
    }

    @Test
    void aSchemaShowsItsFieldsAndRules() {
        assertThat(visitor.page(SHOP))
                .contains("Where invoices go", "OPEN | PAID | SENT", "unique with productId", "decimal(12, 2)")
                .contains("many to many", "default OPEN", "api_key");
    }

    @Test
    void recordsAreShownPageByPageWithTheStatement() {
        String first = visitor.page(CUSTOMERS + "?sort=email");
        assertThat(first).contains("customer01@example.com", "customer25@example.com", "1 to 25", "Next →");
        assertThat(first).doesNotContain("customer26@example.com", "Previous");
        assertThat(first).contains("find customer order by email, id take ?", "customers", "26 records", " ms");
        assertThat(first).containsIgnoringCase("select");
        String last = visitor.page(CUSTOMERS + "?sort=email&page=3&count=1");
        assertThat(last).contains("customer60@example.com", "51 to 60", "of 60").doesNotContain("Next →");
        assertThat(visitor.page(CUSTOMERS + "?sort=-email")).contains("customer60@example.com");
    }

    @Test
    void everyKindOfFilterWorks() {
        assertThat(visitor.page(CUSTOMERS + "?f=name&o=starts&v=Ada")).contains("1 to 1", "name starts with Ada");
        assertThat(visitor.page(CUSTOMERS + "?f=email&o=contains&v=05%40")).contains("1 to 1");
        assertThat(visitor.page(CUSTOMERS + "?f=settings&o=present&v=")).contains("1 to 1", "theme");
        assertThat(visitor.page(CUSTOMERS + "?f=createdAt&o=gte&v=2001-01-01&f=id&o=eq&v=c7"))
                .contains("1 to 1");
        assertThat(visitor.page(SHOP + "/models/purchase?f=total&o=gt&v=10&f=state&o=eq&v=OPEN"))
                .contains("1 to 2");
        assertThat(visitor.page(SHOP + "/models/purchase?f=note&o=null&v=")).contains("1 to 3");
        assertThat(visitor.page(SHOP + "/models/product?f=stock&o=ne&v=0")).contains("No records here");
    }

    @Test
    void aRecordLeadsToWhatItIsRelatedTo() {
        assertThat(visitor.page(CUSTOMERS + "/record?id=c1"))
                .contains("Ada Lovelace", "models/purchase?f=customerId&amp;o=eq&amp;v=c1", "&quot;theme&quot; : ");
        assertThat(visitor.page(SHOP + "/models/purchase?f=customerId&o=eq&v=c1"))
                .contains("1 to 3", "models/customer/record?id=c1");
        assertThat(visitor.page(SHOP + "/models/purchase/record?id=o1"))
                .contains("models/product?from=purchase&amp;by=products&amp;key=o1");
        assertThat(visitor.page(SHOP + "/models/product?from=purchase&by=products&key=o1"))
                .contains("1 to 2", "SKU-1", "SKU-2", "of purchase.products o1");
    }

    @Test
    void secretsAreNowhere() {
        for (String address : new String[] {CUSTOMERS, CUSTOMERS + "/record?id=c1"}) {
            assertThat(visitor.page(address)).contains(Values.MASK).doesNotContain("key-of-nobody-else");
        }
        assertThat(visitor.get(CUSTOMERS + "?f=apiKey&o=starts&v=key").getStatus())
                .isEqualTo(400);
        assertThat(visitor.get(CUSTOMERS + "?sort=apiKey").getStatus()).isEqualTo(400);
        String tickets = visitor.page("/farm-orm/schemas/board/models/ticket");
        assertThat(tickets).contains("door").doesNotContain("ticket-that-opens-doors");
        assertThat(visitor.get("/farm-orm/schemas/board/models/ticket/record?id=ticket-that-opens-doors")
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void aCopyOfASecretIsOneToo() {
        String visits = "/farm-orm/schemas/board/models/visit";
        assertThat(visitor.page(visits))
                .contains("Grace", Values.MASK)
                .doesNotContain("ticket-that-opens-doors", "value=\"ticketId\"", "sort=ticketId");
        assertThat(visitor.page(visits + "?f=guest&o=eq&v=Grace")).contains("1 to 1");
        assertThat(visitor.get(visits + "?f=ticketId&o=starts&v=ticket").getStatus())
                .isEqualTo(400);
        assertThat(visitor.get(visits + "?sort=ticketId").getStatus()).isEqualTo(400);
    }

    @Test
    void aTenantIsChosenOrAllAre() {
        assertThat(visitor.page(NOTES)).contains("choose one").doesNotContain("plants");
        assertThat(visitor.page(NOTES + "?tenant=acme"))
                .contains("Water the plants of acme", "find note where", "org = ?")
                .doesNotContain("globex", "Gone from");
        assertThat(visitor.page(NOTES + "?across=1")).contains("plants of acme", "plants of globex");
        assertThat(visitor.page(NOTES + "?across=1&deleted=1"))
                .contains("Gone from acme", "class=\"deleted\"", "record?id=acme-1&amp;across=1&amp;deleted=1");
        assertThat(visitor.get(NOTES + "/record?id=globex-1&tenant=acme").getStatus())
                .isEqualTo(404);
    }

    @Test
    void oneRecordNeedsATenantToo() {
        assertThat(visitor.page(NOTES + "/record?id=acme-1"))
                .contains("choose one", "name=\"tenant\"", "name=\"id\" value=\"acme-1\"")
                .doesNotContain("plants");
        BoundSchema board =
                Objects.requireNonNull(application.getBean(BoundSchemas.class).find("board"));
        assertThatThrownBy(() -> new Sight(null, false, false)
                        .client(board.client(), board.setup().schema().models().get(0)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("choose one");
        assertThat(visitor.page(NOTES + "/record?id=acme-1&tenant=acme")).contains("plants of acme");
        assertThat(visitor.page(NOTES + "/record?id=acme-1&across=1")).contains("plants of acme");
    }

    @Test
    void soDoTheRecordsOfAJoinModel() {
        String colours = "/farm-orm/schemas/board/models/colour?from=label&by=colours&key=urgent";
        assertThat(visitor.page(colours))
                .contains("Records of paint belong to tenants", "name=\"tenant\"")
                .doesNotContain("red of");
        assertThat(visitor.page(colours + "&tenant=acme"))
                .contains("red of acme")
                .doesNotContain("globex\"");
        assertThat(visitor.page(colours + "&across=1")).contains("red of acme", "red of globex");
        assertThat(visitor.page("/farm-orm/schemas/board/models/colour")).contains("red of acme", "red of globex");
    }

    @Test
    void aJumpToVeryManySaysWhereItEnds() {
        String products = SHOP + "/models/product?from=purchase&by=products&count=1&key=";
        assertThat(visitor.page(products + "o1")).contains("of 2").doesNotContain("or more", "are followed");
        assertThat(visitor.page(products + "bulk"))
                .contains("Only the first 1000 records of line are followed", "of 1000 or more");
    }

    @Test
    void whatIsStoredIsTextAndNothingElse() {
        assertThat(visitor.page(CUSTOMERS + "?f=id&o=eq&v=c59"))
                .contains("&lt;script&gt;alert(")
                .doesNotContain("<script>alert");
        String hostile = URLEncoder.encode(Shop.HOSTILE + "' or '1'='1", StandardCharsets.UTF_8);
        assertThat(visitor.page(CUSTOMERS + "?f=name&o=eq&v=" + hostile))
                .contains("No records here")
                .doesNotContain("<script>alert");
        for (String parameter : new String[] {"f", "o", "sort", "from", "key", "page", "tenant", "by"}) {
            var answer = visitor.get(CUSTOMERS + "?f=name&o=eq&v=x&" + parameter + "=" + hostile);
            assertThat(answer.getStatus()).isIn(200, 400, 404);
            assertThat(Visitor.text(answer)).doesNotContain("<script>alert");
        }
        assertThat(Visitor.text(visitor.get("/farm-orm/schemas/" + hostile.replace("%2F", ""))))
                .contains("no schema bean of that name")
                .doesNotContain("<script>alert");
    }

    @Test
    void aMistakeIsExplained() {
        assertThat(visitor.page(CUSTOMERS + "?f=emial&o=eq&v=x")).contains("Did you mean email?");
        assertThat(visitor.page("/farm-orm/schemas/shop/models/custmer")).contains("Did you mean customer?");
        assertThat(visitor.page(SHOP + "/models/product?f=stock&o=eq&v=many")).contains("product.stock takes a whole");
        assertThat(visitor.page(SHOP + "/models/purchase?f=state&o=eq&v=LOST")).contains("[OPEN, PAID, SENT]");
        assertThat(visitor.page(SHOP + "/models/purchase?f=id&o=contains&v=o"))
                .contains("purchase.id cannot be asked whether it contains");
        assertThat(visitor.get(CUSTOMERS + "/record?id=nobody").getStatus()).isEqualTo(404);
        assertThat(visitor.get(CUSTOMERS + "?page=0").getStatus()).isEqualTo(400);
        assertThat(visitor.get(CUSTOMERS + "?f=name").getStatus()).isEqualTo(400);
        assertThat(visitor.get(SHOP + "/models/purchase?f=total&o=eq&v=1e999999999")
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void anErrorOfTheStoreHasItsCode() {
        try (ServletWebServerApplicationContext bare = ConsoleApplication.start("bare")) {
            var answer = new Visitor(bare).get(CUSTOMERS);
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(Visitor.text(answer)).contains("MISSING_TABLE", "failed", "Add filter");
            assertThat(new Visitor(bare).page(SHOP + "/setup"))
                    .contains("table customers", "breaks", "Pending plan", "farm.orm.console.writable")
                    .doesNotContain("method=\"post\"");
        }
    }
}
