package dev.farminglabs.orm.autoconfigure.console.html;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import java.util.List;

/**
 * Where a model is drawn, in pixels from the upper left corner.
 *
 * @param model its model
 * @param x     its left side
 * @param y     its upper side
 */
record Place(ModelDefinition model, int x, int y) {

    static final int WIDTH = 224;
    static final int HEAD = 28;
    static final int PAD = 12;
    private static final int ROW = 19;
    private static final int MOST = 14;
    private static final int LETTERS = 19;

    /** The fields that are drawn: the first ones, and whichever leads elsewhere. */
    static List<FieldDefinition> shown(ModelDefinition model) {
        return model.fields().stream()
                .filter(field -> field.position() < MOST || field.reference() != null)
                .toList();
    }

    static String shortened(String name) {
        return name.length() <= LETTERS ? name : name.substring(0, LETTERS - 1) + "…";
    }

    static int height(ModelDefinition model) {
        int rows = shown(model).size() + (shown(model).size() < model.fields().size() ? 1 : 0);
        return HEAD + rows * ROW + 8;
    }

    int height() {
        return height(model);
    }

    /** The middle of the field's row; of the head where the field is not drawn. */
    int row(FieldDefinition field) {
        int row = shown(model).indexOf(field);
        return row < 0 ? y + HEAD / 2 : y + HEAD + 4 + row * ROW + ROW / 2;
    }
}
