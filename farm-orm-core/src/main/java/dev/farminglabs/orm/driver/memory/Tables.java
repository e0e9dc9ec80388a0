package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** All tables of one store by physical name. A table is made when the first schema names it. */
final class Tables {

    private final Transactions transactions = new Transactions();
    private final Map<String, MemoryTable> byName = new HashMap<>();

    Transactions transactions() {
        return transactions;
    }

    /** The tables of a schema; those not there yet are made, with their references. */
    SchemaTables bind(SchemaDefinition schema) {
        return transactions.alone(() -> {
            IdentityHashMap<ModelDefinition, MemoryTable> bound = new IdentityHashMap<>();
            List<ModelDefinition> made = new ArrayList<>();
            for (ModelDefinition model : schema.models()) {
                bound.put(model, table(schema, model, made));
            }
            SchemaTables tables = new SchemaTables(bound);
            made.forEach(model -> model.fields().forEach(field -> refer(tables, field)));
            return tables;
        });
    }

    /** Empties all tables, when no transaction is under way. */
    void clear() {
        transactions.<Boolean>alone(() -> {
            byName.values().forEach(MemoryTable::clear);
            return true;
        });
    }

    private MemoryTable table(SchemaDefinition schema, ModelDefinition model, List<ModelDefinition> made) {
        String name = schema.table(model);
        List<String> columns = model.fields().stream()
                .map(field -> schema.column(field) + " " + field.kind())
                .toList();
        MemoryTable known = byName.get(name);
        if (known != null && !known.columns().equals(columns)) {
            throw Violations.otherColumns(name);
        }
        if (known == null) {
            known = new MemoryTable(model, columns, transactions.undo());
            byName.put(name, known);
            made.add(model);
        }
        return known;
    }

    private static void refer(SchemaTables tables, FieldDefinition field) {
        ReferenceDefinition declared = field.reference();
        if (declared == null) {
            return;
        }
        FieldDefinition target = declared.target();
        MemoryTable from = tables.of(field.model());
        MemoryTable to = tables.of(target.model());
        Reference reference = new Reference(from, field, to, target, declared.onDelete());
        from.outgoing().add(reference);
        to.incoming().add(reference);
    }
}
