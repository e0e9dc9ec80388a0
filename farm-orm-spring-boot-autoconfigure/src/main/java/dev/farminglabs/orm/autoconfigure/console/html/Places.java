package dev.farminglabs.orm.autoconfigure.console.html;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts the models into columns: whoever points at another stands right of it, and in a column whoever points higher stands
 * higher. Models that nothing ties to another fill rows below.
 */
final class Places {

    private static final int GAP_X = 64;
    private static final int GAP_Y = 26;
    private static final int MARGIN = 8;
    private static final int LONE_IN_A_ROW = 4;

    private final Map<ModelDefinition, Place> places = new HashMap<>();
    private final Map<ModelDefinition, Set<ModelDefinition>> targets = new HashMap<>();
    private final Map<ModelDefinition, Integer> ranks = new HashMap<>();
    private int width = 2 * MARGIN;
    private int height = MARGIN;

    Places(SchemaDefinition schema) {
        Set<ModelDefinition> tied = new HashSet<>();
        schema.models().forEach(model -> targets.put(model, new HashSet<>()));
        for (Tie tie : Tie.all(schema)) {
            tied.add(tie.from().model());
            tied.add(tie.to().model());
            if (tie.from().model() != tie.to().model()) {
                Objects.requireNonNull(targets.get(tie.from().model()))
                        .add(tie.to().model());
            }
        }
        Map<Integer, List<ModelDefinition>> columns = schema.models().stream()
                .filter(tied::contains)
                .collect(Collectors.groupingBy(this::column, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        int column = 0;
        for (List<ModelDefinition> models : columns.values()) {
            models.sort(Comparator.comparingDouble(this::height));
            fill(column++, models);
        }
        lone(schema.models().stream().filter(model -> !tied.contains(model)).toList());
    }

    /** As far right as whoever points at the model lets it be, so that lines are short. */
    private int column(ModelDefinition model) {
        int own = rank(model, new HashSet<>());
        return targets.entrySet().stream()
                .filter(entry -> entry.getValue().contains(model))
                .mapToInt(entry -> rank(entry.getKey(), new HashSet<>()) - 1)
                .filter(column -> column >= own)
                .min()
                .orElse(own);
    }

    /** How many steps lead on from the model; one that leads back is not counted. */
    private int rank(ModelDefinition model, Set<ModelDefinition> way) {
        Integer known = ranks.get(model);
        if (known != null || !way.add(model)) {
            return known == null ? 0 : known;
        }
        int rank = 0;
        for (ModelDefinition target : Objects.requireNonNull(targets.get(model))) {
            rank = way.contains(target) ? rank : Math.max(rank, 1 + rank(target, way));
        }
        way.remove(model);
        ranks.put(model, rank);
        return rank;
    }

    /** How high what it points at stands; what points at nothing comes last. */
    private double height(ModelDefinition model) {
        return Objects.requireNonNull(targets.get(model)).stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToInt(Place::y)
                .average()
                .orElse(Integer.MAX_VALUE);
    }

    private void fill(int column, List<ModelDefinition> models) {
        int y = MARGIN;
        for (ModelDefinition model : models) {
            put(model, column, y);
            y += Place.height(model) + GAP_Y;
        }
    }

    private void lone(List<ModelDefinition> models) {
        for (int first = 0; first < models.size(); first += LONE_IN_A_ROW) {
            int y = height() + (places.isEmpty() ? 0 : GAP_Y - MARGIN);
            for (int i = first; i < Math.min(models.size(), first + LONE_IN_A_ROW); i++) {
                put(models.get(i), i - first, y);
            }
        }
    }

    private void put(ModelDefinition model, int column, int y) {
        Place place = new Place(model, MARGIN + column * (Place.WIDTH + GAP_X), y);
        places.put(model, place);
        width = Math.max(width, place.x() + Place.WIDTH + GAP_X / 2 + MARGIN);
        height = Math.max(height, y + place.height());
    }

    Place of(ModelDefinition model) {
        return Objects.requireNonNull(places.get(model), model::name);
    }

    int width() {
        return width;
    }

    int height() {
        return places.isEmpty() ? MARGIN : height + MARGIN;
    }
}
