package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.console.html.Html;
import dev.farminglabs.orm.autoconfigure.console.trace.Trail;
import java.util.List;
import java.util.Locale;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;

/** What is around every page: its head, the way to it, the list of models, and what was sent to make it. */
final class Frame {

    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
                    + "%3Crect width='16' height='16' rx='4' fill='%232f6f4f'/%3E"
                    + "%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='white' stroke-width='1.5'/%3E%3C/svg%3E";

    private final Site site;
    private final Links links;

    Frame(Site site, ServerRequest request) {
        this.site = site;
        this.links = site.links(request);
    }

    /** The document around a page. */
    String around(Page page, List<Trail.Step> steps) {
        Html head = head(page)
                .add(Html.of("link").with("rel", "icon").with("href", ICON))
                .add(Html.of("link").with("rel", "stylesheet").with("href", links.asset("console.css")))
                .add(Html.of("script").with("src", links.asset("console.js")).with("defer", "defer"));
        Html body = Html.of("body")
                .add(Html.link("#main", "To the content").with("class", "skip"))
                .add(top())
                .add(Html.styled("div", "frame", main(page, steps), models()));
        return document(head, body);
    }

    /** A page for those who are not let in: it says nothing about the application. */
    static String bare(Page page) {
        return document(
                head(page),
                Html.of("body")
                        .add(Html.of("main").add(Html.of("h1", page.title())).add(page.content())));
    }

    private static String document(Html head, Html body) {
        return Html.of("html").with("lang", "en").add(head, body).document();
    }

    private static Html head(Page page) {
        return Html.of("head")
                .add(Html.of("meta").with("charset", "utf-8"))
                .add(Html.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"))
                .add(Html.of("meta").with("name", "color-scheme").with("content", "light dark"))
                .add(Html.of("title", page.title() + " · Farm ORM"));
    }

    private Html top() {
        Html mode = site.whyReadOnly() == null
                ? Html.styled("span", "badge warm").text("may push")
                : Html.styled("span", "badge").text("read-only");
        return Html.styled(
                "header",
                "top",
                Html.link(links.home(), "Farm ORM").with("class", "brand"),
                Html.styled("span", "product").text("Console"),
                mode);
    }

    private Html main(Page page, List<Trail.Step> steps) {
        Html way = Html.styled("nav", "way").with("aria-label", "Way").add(page.way());
        Html main = Html.of("main").with("id", "main").with("tabindex", "-1");
        return main.add(way)
                .add(Html.of("h1", page.title()))
                .add(page.content())
                .add(sent(steps));
    }

    private Html models() {
        Html nav = Html.styled("nav", "models").with("aria-label", "Models");
        for (BoundSchema schema : site.catalog().all()) {
            Html list = Html.of("ul");
            schema.setup()
                    .schema()
                    .models()
                    .forEach(model -> list.add(Html.of("li")
                            .add(Html.link(links.records(schema, model, new LinkedMultiValueMap<>()), model.name()))));
            nav.add(Html.of("h2").add(Html.link(links.schema(schema), schema.name())), list);
        }
        return nav;
    }

    private static Html sent(List<Trail.Step> steps) {
        long nanos = steps.stream().mapToLong(Trail.Step::nanos).sum();
        Html all = Html.styled("details", "sent")
                .with("open", "open")
                .add(Html.of(
                        "summary",
                        "Sent for this page: " + steps.size() + (steps.size() == 1 ? " operation, " : " operations, ")
                                + time(nanos)));
        steps.forEach(step -> all.add(Html.styled(
                "section",
                "step",
                Html.of("p")
                        .add(Html.of("code", step.what()))
                        .add(Html.styled("span", "quiet").text(time(step.nanos()) + ", " + step.outcome())),
                statements(step))));
        return all;
    }

    private static Html statements(Trail.Step step) {
        Html list = Html.styled("div", "statements");
        step.statements()
                .forEach(statement -> list.add(Html.styled("pre", "statement")
                        .with("tabindex", "0")
                        .with("aria-label", "Statement")
                        .with("role", "region")
                        .add(Html.of("code", statement))));
        return list;
    }

    private static String time(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
