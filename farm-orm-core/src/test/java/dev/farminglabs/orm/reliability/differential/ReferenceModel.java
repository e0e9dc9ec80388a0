package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every call means: semantics.md in lists and loops. Naive on purpose. A store's declared abilities decide one thing only,
 * whether a reference may point at nothing.
 */
final class ReferenceModel {

    private final boolean enforcesReferences;
    private final ReferenceWrites writes = new ReferenceWrites(this);
    private final ReferenceReads reads = new ReferenceReads(this);
    private Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
    private Instant now;
    private int made;

    ReferenceModel(Capabilities capabilities, Instant start) {
        this.enforcesReferences = capabilities.references() == Capabilities.Support.NATIVE;
        this.now = start;
        Facts.MODELS.keySet().forEach(model -> tables.put(model, new ArrayList<>()));
    }

    /** What the call answers; one that fails, or is open, changes nothing. */
    Expected run(Call call) {
        if (call instanceof Call.Wait wait) {
            now = now.plusMillis(wait.millis());
            return Expected.value(null);
        }
        bury();
        Map<String, List<Map<String, Object>>> before = copy();
        try {
            return call instanceof Call.Find || call instanceof Call.FindUnique ? reads.run(call) : writes.run(call);
        } catch (Refused e) {
            tables = before;
            return e.codes().isEmpty() ? Expected.OPEN : Expected.failure(e.codes());
        }
    }

    /** A copy of everything, to come back to. */
    Map<String, List<Map<String, Object>>> copy() {
        Map<String, List<Map<String, Object>>> copy = new LinkedHashMap<>();
        tables.forEach((model, rows) -> {
            List<Map<String, Object>> copied = new ArrayList<>();
            rows.forEach(row -> copied.add(new LinkedHashMap<>(row)));
            copy.put(model, copied);
        });
        return copy;
    }

    void restore(Map<String, List<Map<String, Object>>> copy) {
        tables = copy;
    }

    /** Everything that can be seen by somebody. */
    Map<String, List<Object>> content() {
        bury();
        Map<String, List<Object>> content = new LinkedHashMap<>();
        for (String model : Facts.REMOVAL) {
            List<Object> rows = new ArrayList<>();
            rows(model).forEach(row -> rows.add(ReferenceReads.fields(Facts.model(model), row)));
            content.put(model, Shapes.bag(rows));
        }
        return content;
    }

    /** What is past its time is gone, and in nobody's way. */
    private void bury() {
        for (Map.Entry<String, List<Map<String, Object>>> table : tables.entrySet()) {
            Facts.Field expiry = Facts.model(table.getKey()).with(Facts.Role.EXPIRY);
            if (expiry != null) {
                table.getValue().removeIf(row -> row.get(expiry.name()) instanceof Instant time && !time.isAfter(now));
            }
        }
    }

    List<Map<String, Object>> rows(String model) {
        return tables.get(model);
    }

    List<Map<String, Object>> visible(String model, Call.Sight sight) {
        return rows(model).stream()
                .filter(row -> visible(Facts.model(model), row, sight))
                .toList();
    }

    private boolean visible(ModelFacts model, Map<String, Object> row, Call.Sight sight) {
        Facts.Field expiry = model.with(Facts.Role.EXPIRY);
        boolean over = expiry != null && row.get(expiry.name()) instanceof Instant time && !time.isAfter(now);
        return !over && belongs(model, row, sight);
    }

    static boolean belongs(ModelFacts model, Map<String, Object> row, Call.Sight sight) {
        Facts.Field tenant = model.with(Facts.Role.TENANT);
        if (tenant != null && sight.tenant() != null && !sight.tenant().equals(row.get(tenant.name()))) {
            return false;
        }
        Facts.Field deleted = model.with(Facts.Role.SOFT_DELETE);
        return deleted == null || sight.withDeleted() || row.get(deleted.name()) == null;
    }

    Instant now() {
        return now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    boolean enforcesReferences() {
        return enforcesReferences;
    }

    String newId() {
        made++;
        return "made " + made;
    }
}
