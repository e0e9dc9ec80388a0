package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SchemaProperties;
import dev.farminglabs.orm.definition.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Decides which store a schema lives in: the one that is named, or the only one there is. It never guesses. */
final class StoreResolver {

    private final StoreBeans stores;

    StoreResolver(StoreBeans stores) {
        this.stores = stores;
    }

    /**
     * The store of the schema bean.
     *
     * @throws StartupRefusedException when there is none, or more than one could be meant
     */
    ResolvedStore resolve(String schemaBean, SchemaProperties settings) {
        StoreKind kind = settings.store();
        String bean = settings.bean();
        if (kind == StoreKind.MEMORY) {
            return memory(schemaBean, settings);
        }
        if (bean != null) {
            return named(schemaBean, bean, settings);
        }
        return kind == null ? only(schemaBean) : onlyOf(kind, schemaBean);
    }

    private static ResolvedStore memory(String schemaBean, SchemaProperties settings) {
        if (settings.bean() != null) {
            throw new StartupRefusedException(
                    "Schema bean '" + schemaBean + "' is on the memory store, which is no bean, but its bean is named '"
                            + settings.bean() + "'.",
                    StartupRefusedException.write(
                            "Take the line with '.bean' away, and leave only:",
                            List.of(FarmOrmProperties.line(schemaBean, "store", "memory"))));
        }
        return new ResolvedStore(StoreKind.MEMORY, FarmOrmAutoConfiguration.MEMORY_STORE);
    }

    private ResolvedStore named(String schemaBean, String bean, SchemaProperties settings) {
        StoreKind stated = settings.store();
        List<ResolvedStore> known = everyStore();
        for (ResolvedStore store : known) {
            if (store.bean().equals(bean) && (stated == null || stated == store.kind())) {
                return store;
            }
        }
        // The type of some factories is known only once they have made their bean.
        if (stated != null
                && stores.exists(bean)
                && known.stream().noneMatch(store -> store.bean().equals(bean))) {
            return new ResolvedStore(stated, bean);
        }
        String what = stated == null ? "store bean" : stated.property() + " store bean";
        List<String> names = known.stream().map(ResolvedStore::bean).toList();
        throw new StartupRefusedException(
                "Schema bean '" + schemaBean + "' is to be on bean '" + bean + "', but there is no " + what
                        + " of that name" + sentence(Suggestion.didYouMean(bean, names)) + found(known),
                known.isEmpty() ? addStore(schemaBean) : choose(schemaBean, known, true));
    }

    private ResolvedStore only(String schemaBean) {
        List<ResolvedStore> candidates = Arrays.stream(StoreKind.values())
                .flatMap(kind -> stores.injectable(kind).stream().map(name -> new ResolvedStore(kind, name)))
                .toList();
        if (candidates.isEmpty()) {
            throw none(schemaBean, "Schema bean '" + schemaBean + "' has no store to live in.");
        }
        return single(schemaBean, candidates);
    }

    private ResolvedStore onlyOf(StoreKind kind, String schemaBean) {
        List<ResolvedStore> candidates = stores.injectable(kind).stream()
                .map(name -> new ResolvedStore(kind, name))
                .toList();
        if (candidates.isEmpty()) {
            throw none(
                    schemaBean,
                    "Schema bean '" + schemaBean + "' is to be on a " + kind.property() + " store, but no bean of type "
                            + String.join(" or ", kind.beanTypes()) + " can be used for it.");
        }
        return single(schemaBean, candidates);
    }

    private static ResolvedStore single(String schemaBean, List<ResolvedStore> candidates) {
        if (candidates.size() > 1) {
            throw new StartupRefusedException(
                    "Schema bean '" + schemaBean + "' could live in several stores." + found(candidates),
                    choose(schemaBean, candidates, false));
        }
        return candidates.get(0);
    }

    /** Beans that injection leaves out can still be named; beans without their library can not. */
    private StartupRefusedException none(String schemaBean, String description) {
        List<ResolvedStore> known = everyStore();
        if (!known.isEmpty()) {
            return new StartupRefusedException(
                    description + " Those there are have to be named." + found(known), choose(schemaBean, known, true));
        }
        String missing = Arrays.stream(StoreKind.values())
                .filter(kind -> !stores.all(kind).isEmpty() && !stores.isSupported(kind))
                .map(kind -> " Beans " + stores.all(kind) + " would do, but " + kind.library()
                        + " is not on the class path.")
                .collect(Collectors.joining());
        return new StartupRefusedException(description + missing, addStore(schemaBean));
    }

    private List<ResolvedStore> everyStore() {
        List<ResolvedStore> all = new ArrayList<>();
        for (StoreKind kind : StoreKind.values()) {
            if (stores.isSupported(kind)) {
                stores.all(kind).forEach(name -> all.add(new ResolvedStore(kind, name)));
            }
        }
        return all;
    }

    private static String sentence(String suggestion) {
        return suggestion.isEmpty() ? "." : suggestion;
    }

    private static String found(List<ResolvedStore> stores) {
        return stores.isEmpty()
                ? ""
                : "\nStores found:\n    - "
                        + stores.stream().map(ResolvedStore::toString).collect(Collectors.joining("\n    - "));
    }

    /** The kind alone says it where there is one bean of the kind; the bean's name says it always. */
    private static String choose(String schemaBean, List<ResolvedStore> candidates, boolean byName) {
        List<String> lines = candidates.stream()
                .map(store -> byName || !isAlone(store, candidates)
                        ? FarmOrmProperties.line(schemaBean, "bean", store.bean())
                        : FarmOrmProperties.line(
                                schemaBean, "store", store.kind().property()))
                .toList();
        return StartupRefusedException.write("Say which, with one of these lines:", lines);
    }

    private static boolean isAlone(ResolvedStore store, List<ResolvedStore> candidates) {
        return candidates.stream().filter(other -> other.kind() == store.kind()).count() == 1;
    }

    private static String addStore(String schemaBean) {
        return StartupRefusedException.write(
                "Add spring-boot-starter-jdbc and the driver of your database, and write spring.datasource.url; or add"
                        + " spring-boot-starter-data-redis or spring-boot-starter-data-mongodb; or keep the records in this"
                        + " process' memory, for tests and prototypes:",
                List.of(FarmOrmProperties.line(schemaBean, "store", "memory")));
    }
}
