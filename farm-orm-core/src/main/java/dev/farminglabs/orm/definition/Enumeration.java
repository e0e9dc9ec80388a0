package dev.farminglabs.orm.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The constants of an enumeration field and the text each is stored as. Immutable. */
public final class Enumeration {

    private final Class<?> type;
    private final Map<String, Object> byText = new LinkedHashMap<>();
    private final Map<Object, String> texts = new LinkedHashMap<>();
    private final @Nullable String problem;

    private Enumeration(Class<?> type, @Nullable String problem) {
        this.type = type;
        this.problem = problem;
    }

    /** The constants of {@code type}, each stored as {@code stored} says. */
    public static <E extends Enum<E>> Enumeration of(Class<E> type, Function<? super E, String> stored) {
        Map<String, Object> byText = new LinkedHashMap<>();
        Map<Object, String> texts = new LinkedHashMap<>();
        String problem = null;
        for (E constant : type.getEnumConstants()) {
            String text = stored.apply(constant);
            if (text == null || byText.put(text, constant) != null) {
                problem = type.getSimpleName() + "." + constant.name()
                        + (text == null ? " has no stored text" : " has the same stored text as another constant");
            }
            texts.put(constant, String.valueOf(text));
        }
        Enumeration result = new Enumeration(type, problem);
        result.byText.putAll(byText);
        result.texts.putAll(texts);
        return result;
    }

    /** The enum class. */
    public Class<?> type() {
        return type;
    }

    /** The stored texts in the order of the constants. */
    public List<String> texts() {
        return List.copyOf(texts.values());
    }

    /** The text that constant is stored as, or null when it is none of the enumeration's. */
    public @Nullable String text(Object constant) {
        return texts.get(constant);
    }

    /** The constant stored as that text, or null when there is none. */
    public @Nullable Object constant(String text) {
        return byText.get(text);
    }

    @Nullable
    String problem() {
        return problem;
    }
}
