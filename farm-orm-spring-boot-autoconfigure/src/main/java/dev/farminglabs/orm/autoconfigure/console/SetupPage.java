package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.console.html.Html;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.setup.Setup;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.ServerRequest;

/** How a store differs from its schema, and what a push would add; or has added, where the page was sent to do it. */
final class SetupPage {

    private static final Logger LOG = LoggerFactory.getLogger(SetupPage.class);

    private final Site site;

    SetupPage(Site site) {
        this.site = site;
    }

    Page show(ServerRequest request, boolean push) {
        Links links = site.links(request);
        BoundSchema schema = site.catalog().schema(request.pathVariable("schema"));
        Setup setup = schema.setup();
        List<Html> content = new ArrayList<>();
        if (push) {
            content.add(pushed(push(schema)));
        }
        content.add(drift(setup.drift()));
        content.add(plan(request, schema, setup.plan(), links));
        return Page.of(
                "Setup of " + schema.name(),
                List.of(Html.link(links.home(), "Schemas"), Html.link(links.schema(schema), schema.name())),
                content);
    }

    /** The log says what was done to the store, as it does at a start. */
    private static List<SetupStep> push(BoundSchema schema) {
        List<SetupStep> added = schema.setup().push();
        LOG.info(
                "Schema bean '{}': pushed {} from the console",
                schema.name(),
                added.stream().map(SetupStep::what).toList());
        return added;
    }

    private static Html pushed(List<SetupStep> steps) {
        Html notice = Html.styled("div", "notice right").with("role", "status");
        return steps.isEmpty()
                ? notice.add(Html.of("p", "Nothing was missing: nothing was pushed."))
                : notice.add(Html.of("p", "Pushed:"), steps(steps));
    }

    private static Html drift(List<Difference> differences) {
        Html part = Html.styled("section", "card", Html.of("h2", "Drift"));
        if (differences.isEmpty()) {
            return part.add(Html.of("p", "The store fits the schema."));
        }
        Html rows = Html.of("tbody");
        differences.forEach(difference -> rows.add(row(difference)));
        Html head = Html.of("tr");
        List.of("Where", "The schema says", "The store has", "")
                .forEach(name -> head.add(Html.of(name.isEmpty() ? "td" : "th", name)));
        return part.add(
                Html.scroll("Differences", Html.of("table").add(Html.of("thead").add(head), rows)));
    }

    private static Html row(Difference difference) {
        Html mark = difference.breaking()
                ? Html.styled("span", "badge wrong").text("breaks")
                : Html.styled("span", "badge").text("harmless");
        return Html.of("tr")
                .add(Html.of("th", difference.where()).with("scope", "row"))
                .add(
                        Html.of("td", difference.expected()),
                        Html.of("td", difference.found()),
                        Html.of("td").add(mark));
    }

    private Html plan(ServerRequest request, BoundSchema schema, List<SetupStep> steps, Links links) {
        Html part = Html.styled("section", "card", Html.of("h2", "Pending plan"));
        if (steps.isEmpty()) {
            return part.add(Html.of("p", "A push would add nothing."));
        }
        part.add(Html.of("p", "A push would add this, and remove nothing:"), steps(steps));
        String readOnly = site.whyReadOnly();
        if (readOnly != null) {
            return part.add(Html.styled("p", "quiet").text(readOnly));
        }
        Html button = Html.of("button", "Push " + steps.size() + (steps.size() == 1 ? " step" : " steps"));
        return part.add(site.forms().form(request, links.setup(schema)).add(button.with("type", "submit")));
    }

    private static Html steps(List<SetupStep> steps) {
        Html list = Html.styled("ol", "steps");
        steps.forEach(step -> list.add(Html.of("li")
                .add(Html.of("span", step.what()))
                .add(Html.styled("pre", "statement")
                        .with("tabindex", "0")
                        .with("role", "region")
                        .with("aria-label", "Statement")
                        .add(Html.of("code", step.statement())))));
        return list;
    }
}
