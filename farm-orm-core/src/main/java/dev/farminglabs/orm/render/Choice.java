package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.Suggestion;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Finds what a name in a configuration stands for. */
final class Choice {

    /** The value of that name; refuses a name that none has. */
    static <T> T of(String what, String name, T[] values, Function<T, String> names) {
        String wanted = name.trim().toLowerCase(Locale.ROOT);
        List<String> known = Arrays.stream(values).map(names).toList();
        int at = known.indexOf(wanted);
        if (at < 0) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_QUERY,
                            "There is no " + what + " called " + name + Suggestion.didYouMean(wanted, known)
                                    + (Suggestion.didYouMean(wanted, known).isEmpty() ? "." : "")
                                    + " Known are " + String.join(", ", known))
                    .exception();
        }
        return values[at];
    }

    private Choice() {}
}
