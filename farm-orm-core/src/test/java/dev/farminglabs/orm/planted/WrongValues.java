package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Stores another value than the given one. */
final class WrongValues extends Passing {

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{17,}");

    private final FieldKind kind;
    private final UnaryOperator<Object> mistake;

    WrongValues(DriverSession next, FieldKind kind, UnaryOperator<Object> mistake) {
        super(next);
        this.kind = kind;
        this.mistake = mistake;
    }

    /** JSON read by something that takes every number for a double. */
    static Object json(Object text) {
        return LONG_NUMBER
                .matcher((String) text)
                .replaceAll(found -> new BigDecimal(Double.parseDouble(found.group())).toPlainString());
    }

    @Override
    public Written write(Write write, Arguments arguments) {
        if (!(write instanceof Write.Create create)) {
            return next.write(write, arguments);
        }
        Values values = new Values(arguments);
        for (Setting setting : create.settings()) {
            FieldDefinition field = setting.field();
            Object value = arguments.get(setting.value());
            if (value != null && field.kind() == kind && field != field.model().id()) {
                values.set(setting.value(), mistake.apply(value));
            }
        }
        return next.write(create, values.arguments());
    }
}
