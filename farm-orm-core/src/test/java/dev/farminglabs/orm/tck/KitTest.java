package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every topic of the kit is asked of every store, and listed for those who write a driver. */
class KitTest {

    private static final Path SOURCES = Path.of("src", "test", "java", "dev", "farminglabs", "orm", "tck");

    /** Counts the statements of SQL databases, which run it in a test of their own. */
    private static final Set<String> OF_SQL = Set.of("StatementBudget");

    private static Stream<String> types(String end) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(end + ".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(KitTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The topics of the kit, without the end of their names. */
    private static Set<String> topics() throws IOException {
        return types("Contract")
                .map(KitTest::type)
                .filter(type -> Modifier.isAbstract(type.getModifiers()) && type != Contract.class)
                .map(KitTest::topic)
                .filter(topic -> !OF_SQL.contains(topic))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String topic(Class<?> contract) {
        return contract.getSimpleName().replaceAll("Contract$", "");
    }

    /** What holds the kit against a store. */
    static List<Class<?>> stores() throws IOException {
        return Stream.concat(
                        types("ContractTest").filter(name -> !name.equals("MySqlContractTest")),
                        Stream.of("MySqlContract")) // which its test runs where there is a server
                .<Class<?>>map(KitTest::type)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void everyTopicIsAskedOfEveryStore(Class<?> store) throws IOException {
        Set<String> asked = Arrays.stream(store.getDeclaredClasses())
                .filter(type -> type.isAnnotationPresent(Nested.class))
                .map(type -> topic(type.getSuperclass()))
                .filter(topic -> !OF_SQL.contains(topic))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).isEqualTo(topics());
    }

    @Test
    void everyTopicIsInTheGuide() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "writing-a-driver.md"));
        Set<String> listed = new TreeSet<>();
        for (String line : lines.subList(lines.indexOf("| topics | what they check |") + 2, lines.size())) {
            if (!line.startsWith("|")) {
                break;
            }
            Matcher name = Pattern.compile("`(\\w+)`").matcher(line.split("\\|")[1]);
            while (name.find()) {
                listed.add(name.group(1));
            }
        }
        assertThat(listed).isEqualTo(topics());
    }
}
