package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.console.html.Html;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.error.OrmError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;

/** The records of a model: filtered, ordered, page by page. */
final class RecordsPage {

    private final Site site;

    RecordsPage(Site site) {
        this.site = site;
    }

    Page show(ServerRequest request) {
        Links links = site.links(request);
        BoundSchema schema = site.catalog().schema(request.pathVariable("schema"));
        ModelDefinition model = Catalog.model(schema, request.pathVariable("model"));
        Listing listing = Listing.of(schema, model, request.params());
        List<Html> content = new ArrayList<>();
        content.add(
                Html.styled("p", "quiet").text("in " + schema.setup().schema().table(model)));
        content.addAll(new FilterForms(listing, links).all());
        Optional<ModelDefinition> lacking =
                listing.read().stream().filter(listing.sight()::lacksTenant).findFirst();
        lacking.map(Sight::chooseTenant).map(RecordsPage::notice).ifPresent(content::add);
        HttpStatus status = lacking.isPresent() ? HttpStatus.OK : read(listing, links, content);
        return new Page(status, model.name(), way(schema, links), content);
    }

    static List<Html> way(BoundSchema schema, Links links) {
        return List.of(Html.link(links.home(), "Schemas"), Html.link(links.schema(schema), schema.name()));
    }

    /** Where the store refuses, the filters stay, so that they can be corrected. */
    private static HttpStatus read(Listing listing, Links links, List<Html> content) {
        try {
            Records<?> records = Records.of(listing.schema(), listing.model(), listing.sight());
            List<Row> page = records.page(listing);
            List<Row> shown = page.subList(0, Math.min(Listing.SIZE, page.size()));
            if (records.cut()) {
                content.add(notice("Only the first " + Records.JOINED + " records of "
                        + Objects.requireNonNull(listing.via()).join()
                        + " are followed: there are more records here than are shown or counted."));
            }
            content.add(table(listing, shown, links));
            content.add(pager(listing, shown.size(), page.size() > Listing.SIZE, records, links));
            return HttpStatus.OK;
        } catch (DataAccessException failure) {
            OrmError error = OrmError.in(failure).orElseThrow(() -> failure);
            content.add(Page.notice(error));
            return Page.of(error).status();
        }
    }

    static Html notice(String words) {
        return Html.styled("div", "notice").add(Html.of("p", words));
    }

    private static Html table(Listing listing, List<Row> records, Links links) {
        Html head = Html.of("tr");
        listing.model().fields().forEach(field -> head.add(column(listing, field, links)));
        Html body = Html.of("tbody");
        Cells cells = new Cells(listing.schema(), listing.sight(), links);
        FieldDefinition mark = listing.model().with(FieldRole.SOFT_DELETE);
        for (Row each : records) {
            Map<String, ?> record = each.toMap();
            boolean deleted = mark != null && record.get(mark.name()) != null;
            Html row = Html.of("tr").with(deleted, "class", "deleted");
            listing.model()
                    .fields()
                    .forEach(field -> row.add(Html.of("td").add(cells.brief(field, record.get(field.name())))));
            body.add(row);
        }
        if (records.isEmpty()) {
            return notice("No records here.");
        }
        return Html.scroll(
                "Records of " + listing.model(),
                Html.styled("table", "records", Html.of("thead").add(head), body));
    }

    private static Html column(Listing listing, FieldDefinition field, Links links) {
        Html column = Html.of("th").with("scope", "col");
        if (!Listing.sortable(field)) {
            return column.text(field.name());
        }
        boolean by = field == listing.sort();
        String arrow = !by ? "" : listing.descending() ? " ↓" : " ↑";
        return column.with(by, "aria-sort", listing.descending() ? "descending" : "ascending")
                .add(Html.link(
                        links.records(listing.schema(), listing.model(), listing.orderedBy(field)),
                        field.name() + arrow));
    }

    private static Html pager(Listing listing, int shown, boolean more, Records<?> records, Links links) {
        Html pager = Html.styled("nav", "pager").with("aria-label", "Pages");
        int before = (listing.page() - 1) * Listing.SIZE;
        if (listing.page() > 1) {
            pager.add(step(listing, listing.page() - 1, "← Previous", links).with("rel", "prev"));
        }
        pager.add(Html.of("span", shown == 0 ? "none" : (before + 1) + " to " + (before + shown)));
        if (listing.counted()) {
            long count = records.count(listing);
            pager.add(Html.of("span", records.cut() ? "of " + count + " or more" : "of " + count));
        } else {
            pager.add(Html.link(links.records(listing.schema(), listing.model(), listing.counting()), "Count all"));
        }
        return more
                ? pager.add(step(listing, listing.page() + 1, "Next →", links).with("rel", "next"))
                : pager;
    }

    private static Html step(Listing listing, int page, String words, Links links) {
        return Html.link(links.records(listing.schema(), listing.model(), listing.query(page)), words);
    }
}
