package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.console.html.Html;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * Asks which records are to be in sight.
 *
 * @param sight which are now
 * @param model whose records are shown
 * @param read  the models whose records are read for that
 */
record SightForm(Sight sight, ModelDefinition model, List<ModelDefinition> read) {

    boolean isNeeded() {
        return tenants() || marks();
    }

    private boolean tenants() {
        return read.stream().anyMatch(each -> each.with(FieldRole.TENANT) != null);
    }

    private boolean marks() {
        return model.with(FieldRole.SOFT_DELETE) != null;
    }

    /** The form, which leads to the address with these parameters besides. */
    Html to(String address, MultiValueMap<String, String> kept) {
        Html form = FilterForms.form("sight", address, kept);
        if (tenants()) {
            form.add(FilterForms.label(
                    "Tenant",
                    Html.of("input")
                            .with("name", Sight.TENANT)
                            .with("value", sight.tenant() == null ? "" : sight.tenant())
                            .with("autocomplete", "off")));
            form.add(box("All tenants", Sight.ACROSS, sight.across()));
        }
        if (marks()) {
            form.add(box("Deleted ones too", Sight.DELETED, sight.deleted()));
        }
        return form.add(Html.of("button", "Show").with("type", "submit"));
    }

    private static Html box(String words, String name, boolean checked) {
        Html input =
                Html.of("input").with("type", "checkbox").with("name", name).with("value", "1");
        return Html.styled("label", "box", input.with(checked, "checked", "checked"), Html.of("span", words));
    }
}
