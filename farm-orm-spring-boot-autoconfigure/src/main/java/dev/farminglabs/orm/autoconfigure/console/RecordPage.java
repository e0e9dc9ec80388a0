package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.console.html.Html;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.RelationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;

/** One record: its values, and ways to the records it is related to. */
final class RecordPage {

    private final Site site;

    RecordPage(Site site) {
        this.site = site;
    }

    Page show(ServerRequest request) {
        Links links = site.links(request);
        BoundSchema schema = site.catalog().schema(request.pathVariable("schema"));
        ModelDefinition model = Catalog.model(schema, request.pathVariable("model"));
        Sight sight = Sight.of(request.params());
        if (Values.secret(model.id())) {
            throw Refusal.bad("The id of " + model + " is secret: the console has no page for a record of it");
        }
        String id = request.param(Cells.ID).orElseThrow(() -> Refusal.bad("Which record is meant is not said"));
        MultiValueMap<String, String> kept = new LinkedMultiValueMap<>();
        sight.to(kept);
        List<Html> way = new ArrayList<>(RecordsPage.way(schema, links));
        way.add(Html.link(links.records(schema, model, kept), model.name()));
        Cells cells = new Cells(schema, sight, links);
        return Page.of(
                model.name() + " " + id,
                way,
                sight.lacksTenant(model) ? askForTenant(model, id, cells) : record(model, id, cells));
    }

    /** A link from a record of everybody's does not say whose record it leads to. */
    private static List<Html> askForTenant(ModelDefinition model, String id, Cells cells) {
        MultiValueMap<String, String> kept = new LinkedMultiValueMap<>();
        kept.add(Cells.ID, id);
        String here = cells.links().record(cells.schema(), model, new LinkedMultiValueMap<>());
        return List.of(
                RecordsPage.notice(Sight.chooseTenant(model)),
                new SightForm(cells.sight(), model, List.of(model)).to(here, kept));
    }

    private static List<Html> record(ModelDefinition model, String id, Cells cells) {
        Map<String, ?> record = Records.of(cells.schema(), model, cells.sight())
                .find(id)
                .orElseThrow(() -> Refusal.unknown("There is no such record of " + model + " in sight", ""))
                .toMap();
        List<Html> content = new ArrayList<>(List.of(values(model, record, cells)));
        if (!model.relations().isEmpty()) {
            content.add(Html.of("h2", "Related"));
            content.add(relations(model, record, cells));
        }
        return content;
    }

    private static Html values(ModelDefinition model, Map<String, ?> record, Cells cells) {
        Html list = Html.styled("dl", "record");
        for (FieldDefinition field : model.fields()) {
            list.add(Html.of("div")
                    .add(Html.of("dt", field.name()))
                    .add(Html.of("dd").add(cells.whole(field, record.get(field.name())))));
        }
        return list;
    }

    private static Html relations(ModelDefinition model, Map<String, ?> record, Cells cells) {
        Html list = Html.styled("ul", "relations");
        for (RelationDefinition relation : model.relations()) {
            String kind = relation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            list.add(Html.of("li")
                    .add(jump(relation, record.get(relation.localKey().name()), cells))
                    .add(Html.styled("span", "quiet").text(kind + " " + relation.target())));
        }
        return list;
    }

    private static Html jump(RelationDefinition relation, @Nullable Object key, Cells cells) {
        if (key == null || !Via.canFollow(relation)) {
            return Html.styled("span", "none").text(relation.name() + (key == null ? ": none" : ": by a secret"));
        }
        if (relation.kind() != RelationKind.MANY_TO_MANY) {
            return Html.link(cells.to(relation.targetKey(), key), relation.name());
        }
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        new Via(relation, Values.line(relation.localKey(), key)).to(query);
        cells.sight().to(query);
        return Html.link(cells.links().records(cells.schema(), relation.target(), query), relation.name());
    }
}
