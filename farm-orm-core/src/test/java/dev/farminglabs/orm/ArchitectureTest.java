package dev.farminglabs.orm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.SetupStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules between the rooms, each with its reason. A room that is still empty keeps its rule. */
@AnalyzeClasses(packages = "dev.farminglabs.orm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.farminglabs.orm";

    /** A double quote or a backtick inside a text or character literal. */
    private static final Pattern QUOTE_IN_A_LITERAL = Pattern.compile("\\\\\"|'\"'|'`'|\"[^\"\n]*`[^\"\n]*\"");

    /**
     * How many top-level types a room may have where it is more than 25: the front door has those of the published API.
     * The numbers only go down.
     */
    private static final Map<String, Integer> LIMITS = Map.of(ROOT, 31);

    private static String room(String name) {
        return ROOT + "." + name + "..";
    }

    // ------------------------------------------------------------------------------------------ 1 no cycles

    @ArchTest
    static final ArchRule roomsHaveNoCycles = slices().matching(ROOT + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("a room that needs a room that needs it is one room with two names");

    @ArchTest
    static final ArchRule theFrontDoorIsTheOutermostRoom = noClasses()
            .that()
            .resideInAnyPackage(
                    room("error"),
                    room("definition"),
                    room("operation"),
                    room("driver"),
                    room("engine"),
                    room("sql"),
                    room("setup"),
                    room("render"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT)
            .because("what callers type first may know everything, and nothing may know it");

    @ArchTest
    static final ArchRule errorKnowsNoOtherRoom = knowsOnly("error");

    @ArchTest
    static final ArchRule definitionKnowsErrorOnly = knowsOnly("definition", "error");

    @ArchTest
    static final ArchRule operationKnowsDefinitions = knowsOnly("operation", "definition", "error");

    @ArchTest
    static final ArchRule theSpiKnowsOperations = noClasses()
            .that()
            .resideInAPackage(ROOT + ".driver")
            .should()
            .dependOnClassesThat(are(inTheLibrary())
                    .and(not(resideInAnyPackage(
                            ROOT + ".driver", room("operation"), room("definition"), room("error")))))
            .because("what a store must offer is said in operations and definitions alone");

    @ArchTest
    static final ArchRule theEngineKnowsTheSpi = knowsOnly("engine", "driver", "operation", "definition", "error");

    @ArchTest
    static final ArchRule theEngineKnowsNoStore = noClasses()
            .that()
            .resideInAPackage(room("engine"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".driver.*..")
            .because("what is decided once for every store cannot depend on one")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule sqlKnowsOperations = knowsOnly("sql", "operation", "definition", "error");

    @ArchTest
    static final ArchRule renderKnowsSqlAndDefinitions = knowsOnly("render", "sql", "operation", "definition", "error");

    @ArchTest
    static final ArchRule nobodyKnowsRender = noClasses()
            .that()
            .resideOutsideOfPackage(room("render"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(room("render"))
            .because("files for other tools are made before an application runs, and it runs without them");

    private static ArchRule knowsOnly(String room, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = room(room);
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = room(others[i]);
        }
        return noClasses()
                .that()
                .resideInAPackage(room(room))
                .should()
                .dependOnClassesThat(are(inTheLibrary()).and(not(resideInAnyPackage(allowed))))
                .because("dependencies run error <- definition <- operation <- driver <- engine <- front door")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> inTheLibrary() {
        return resideInAPackage(ROOT + "..");
    }

    // ------------------------------------------------------------------------------------------ 2 drivers

    @ArchTest
    static final ArchRule driversDoNotKnowEachOther = slices().matching(ROOT + ".driver.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage(ROOT + ".driver.*.."), resideInAPackage(room("driver.row")))
            .ignoreDependency(resideInAPackage(ROOT + ".driver.*.."), resideInAPackage(room("driver.transaction")))
            .because("a store can be taken out, or added by somebody else, without touching another");

    @ArchTest
    static final ArchRule rowsKnowNoStore = knowsOnly("driver.row", "operation", "definition", "error");

    @ArchTest
    static final ArchRule transactionsKnowNoStore = knowsOnly("driver.transaction", "error");

    @ArchTest
    static final ArchRule driversStayBelowTheSpi = noClasses()
            .that()
            .resideInAPackage(ROOT + ".driver..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT, room("engine"), room("setup"), room("render"))
            .because("a driver that knows what is decided above it decides it a second time");

    @ArchTest
    static final ArchRule onlyTheJdbcDriverSpeaksSql = noClasses()
            .that()
            .resideInAnyPackage(
                    room("engine"), room("setup"), room("driver.redis"), room("driver.mongo"), room("driver.memory"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(room("sql"))
            .because("text for SQL databases means nothing to other stores")
            .allowEmptyShould(true);

    // ------------------------------------------------------------------------------------------ 3 libraries

    @ArchTest
    static final ArchRule jdbcStaysInItsRoom =
            staysIn("driver.jdbc", "java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule redisStaysInItsRoom =
            staysIn("driver.redis", "org.springframework.data.redis..", "io.lettuce..", "redis.clients..");

    @ArchTest
    static final ArchRule mongoStaysInItsRoom =
            staysIn("driver.mongo", "org.springframework.data.mongodb..", "com.mongodb..", "org.bson..");

    private static ArchRule staysIn(String room, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because("the library is optional: an application that lacks it must load none of its classes");
    }

    @ArchTest
    static final ArchRule springStaysInErrorAndDrivers = noClasses()
            .that()
            .resideOutsideOfPackages(
                    room("driver.jdbc"), room("driver.redis"), room("driver.mongo"), room("driver.transaction"))
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.springframework..").and(not(resideInAPackage("org.springframework.dao.."))))
            .because("the core is for frameworks that are not Spring too; it takes Spring's exceptions and no more");

    // ------------------------------------------------------------------------------------------ 4 and 5 SQL text

    @ArchTest
    static void statementsArePreparedInOnePlace(JavaClasses classes) {
        Set<String> preparing = classes.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream().anyMatch(ArchitectureTest::takesSqlText))
                .map(type -> type.getName().replaceAll("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(preparing)
                .as(
                        "classes that give SQL text to a database: one does, from a text whose values are binds; another runs"
                                + " the statements of a setup, which hold no values")
                .containsExactly(
                        "dev.farminglabs.orm.driver.jdbc.JdbcRunner",
                        "dev.farminglabs.orm.driver.jdbc.SetupStatements");
    }

    private static boolean takesSqlText(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        boolean jdbc = Set.of("java.sql.Connection", "java.sql.Statement", "java.sql.PreparedStatement")
                        .contains(owner)
                || owner.startsWith("org.springframework.jdbc.core.");
        List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
        return jdbc
                && call.getName().matches("prepare(Statement|Call)|execute.*|addBatch|query.*|update|batchUpdate|sql")
                && !parameters.isEmpty()
                && parameters.get(0).isEquivalentTo(String.class);
    }

    @Test
    void quotesAreMadeInOnePlace() throws IOException {
        Set<String> quoting = new TreeSet<>();
        for (Path file : sources("sql", "driver/jdbc")) {
            String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
            if (QUOTE_IN_A_LITERAL.matcher(code).find()) {
                quoting.add(file.getFileName().toString());
            }
        }
        // one quotes names, one literals of DDL, one texts in JSON, three read what databases quoted in their messages
        quoting.removeAll(Set.of(
                "Identifier.java",
                "SqlLiterals.java",
                "JsonArrays.java",
                "H2Message.java",
                "MySqlMessage.java",
                "ViolationNames.java"));
        assertThat(quoting)
                .as("files that quote names: a name that is quoted in two places is escaped in one of them")
                .isEmpty();
    }

    private static List<Path> sources(String... rooms) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String room : rooms) {
            Path folder = Path.of("src/main/java/dev/farminglabs/orm", room);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.walk(folder)) {
                    found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
        }
        return files;
    }

    // ------------------------------------------------------------------------------------------ 6 names

    @ArchTest
    static final ArchRule namesAreLookedUpWhereRecordsAreBound = noClasses()
            .that()
            .resideOutsideOfPackages(room("definition"), room("engine"))
            .should()
            .callMethod(ModelDefinition.class, "field", String.class)
            .orShould()
            .callMethod(ModelDefinition.class, "relation", String.class)
            .because(
                    "filters built from strings are how queries are injected; an operation holds resolved definitions");

    @ArchTest
    static final ArchRule operationsHoldNoNames = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(room("operation"))
            .should()
            .haveRawType(String.class)
            .because("an operation holds resolved definitions, and a string in it would be a name or a value");

    // ------------------------------------------------------------------------------------------ 7 setup

    @ArchTest
    static final ArchRule stepsOnlyAdd = classes()
            .that()
            .areAssignableTo(SetupStep.class)
            .should()
            .haveNameMatching(".*\\.SetupStep(\\$(Create|Add)[A-Za-z]+)?")
            .because("a push that can drop or narrow will one day do it to somebody's data");

    @ArchTest
    static final ArchRule nothingIsCalledDestructive = noClasses()
            .that()
            .resideInAnyPackage(room("setup"), ROOT + ".driver..")
            .should()
            .haveSimpleNameContaining("Drop")
            .orShould()
            .haveSimpleNameContaining("Truncate")
            .because("setup has no destructive step type");

    // ------------------------------------------------------------------------------------------ the house

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Common|Misc|Impl)(\\$.*)?")
            .because("such a name says only that its author had no better one");

    @ArchTest
    static final ArchRule nobodyPrints = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
            "what a library says goes through slf4j, where an application decides about it");

    @ArchTest
    static final ArchRule nobodyLogsElsewhere = noFields()
            .should()
            .haveRawType("java.util.logging.Logger")
            .because("what a library says goes through slf4j, where an application decides about it");

    @ArchTest
    static final ArchRule loggersAreOfSlf4j = fields().that()
            .haveRawType("org.slf4j.Logger")
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal()
            .because("a logger belongs to its class")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("who waits for something waits for that thing");

    @ArchTest
    static void everyRoomIntroducesItself(JavaClasses classes) {
        classes()
                .should(new ArchCondition<JavaClass>("be in a package with a package-info that says @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " says @NullMarked: " + marked));
                    }
                })
                .because("nullness is part of every signature, and a room without an introduction is a drawer")
                .check(classes);
    }

    @ArchTest
    static void roomsStaySmall(JavaClasses classes) {
        List<JavaPackage> rooms = new ArrayList<>(classes.getPackage(ROOT).getSubpackagesInTree());
        rooms.add(classes.getPackage(ROOT));
        for (JavaPackage room : rooms) {
            assertThat(topLevel(room))
                    .as(room.getName() + ": too many types are not one idea")
                    .hasSizeLessThanOrEqualTo(LIMITS.getOrDefault(room.getName(), 25));
        }
    }

    private static Set<String> topLevel(JavaPackage room) {
        return room.getClasses().stream()
                .filter(type -> type.isTopLevelClass() && !type.isArray())
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.toSet());
    }
}
