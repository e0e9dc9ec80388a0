package dev.farminglabs.guide.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.commonmark.node.FencedCodeBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The page has the files of the quick start as they are, and they are an application that answers what the page says. */
class QuickStartTest {

    private static final Path FILES = Project.GUIDE.resolve("quick-start");
    private static final Path MAIN = FILES.resolve("src/main");
    private static final String ADA = "/authors/ada@example.org";

    private final Page page = Page.read(Project.GUIDE.resolve("quick-start.md"));

    @TempDir
    private Path classes;

    @Test
    void thePageHasEveryFileWhole() {
        List<String> shown = page.nodes(FencedCodeBlock.class).stream()
                .map(FencedCodeBlock::getLiteral)
                .toList();
        assertThat(files()).hasSize(4).allSatisfy(file -> assertThat(shown).contains(Project.text(file)));
    }

    private static List<Path> files() {
        return Stream.of(".java", ".yml", "pom.xml")
                .flatMap(ending -> Project.files(FILES, ending, 9).stream())
                .toList();
    }

    /** The one that the root's pom names: a run may be on another. */
    @Test
    void itIsOnTheBootOfThisProject() {
        String version = Project.tag("spring-boot.version", Project.text(Project.ROOT.resolve("pom.xml")));
        assertThat(Project.text(FILES.resolve("pom.xml")))
                .containsPattern("spring-boot-starter-parent</artifactId>\\s*<version>" + Pattern.quote(version) + "<");
    }

    /** This test's own class path has far more, so what the pom lacks would not be missed. */
    @Test
    void itsPomHasWhatItsSourcesImport() {
        String pom = Project.text(FILES.resolve("pom.xml"));
        List<String> imported = Project.files(MAIN, ".java", 9).stream()
                .flatMap(file -> IMPORT.matcher(Project.text(file)).results())
                .map(found -> found.group(1))
                .filter(name -> !name.startsWith("java.") && !name.startsWith("library."))
                .toList();
        assertThat(imported)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(BROUGHT_BY.entrySet())
                        .filteredOn(known -> name.startsWith(known.getKey()))
                        .singleElement()
                        .satisfies(known ->
                                assertThat(pom).contains("<artifactId>" + known.getValue() + "</artifactId>")));
        assertThat(pom).as("a store").contains("spring-boot-starter-jdbc</artifactId>", "<artifactId>h2</artifactId>");
    }

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+);");

    private static final Map<String, String> BROUGHT_BY = Map.of(
            "dev.farminglabs.orm.", "farm-orm-spring-boot-starter",
            "org.springframework.boot.", "spring-boot-starter-webmvc",
            "org.springframework.context.", "spring-boot-starter-webmvc",
            "org.springframework.http.", "spring-boot-starter-webmvc",
            "org.springframework.web.", "spring-boot-starter-webmvc");

    @Test
    void theReadmeShowsPiecesOfIt() {
        String sources = String.join("\n", files().stream().map(Project::text).toList());
        Page readme = Page.read(Project.ROOT.resolve("README.md"));
        assertThat(Stream.of("xml", "yaml").flatMap(language -> readme.blocks(language).stream()))
                .hasSize(2)
                .allSatisfy(block -> assertThat(lines(sources)).containsSubsequence(lines(block.getLiteral())));
        assertThat(readme.blocks("java").get(1).getLiteral().strip()).startsWith("@Bean");
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).toList();
    }

    @Test
    void itAnswersWhatThePageSays() throws Exception {
        compile();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            try (ConfigurableApplicationContext running = start(loader.loadClass("library.LibraryApplication"))) {
                String server = "http://localhost:" + running.getEnvironment().getProperty("local.server.port");
                send(server + ADA, "PUT", "{\"name\": \"Ada\"}");
                send(server + ADA, "PUT", "{\"name\": \"Ada\"}");
                send(server + ADA + "/books", "POST", "{\"title\": \"Notes\"}");
                assertThat(send(server + ADA, "GET", "") + "\n")
                        .isEqualTo(page.blocks("json").get(0).getLiteral());
            }
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }

    private void compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var sources = compiler.getStandardFileManager(null, null, null)
                .getJavaFileObjectsFromPaths(Project.files(MAIN, ".java", 9));
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-parameters", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        assertThat(compiler.getTask(said, null, null, options, null, sources).call())
                .as(said::toString)
                .isTrue();
    }

    /** The stores of the sample's other pairings are on this class path too, and are left out as its own profiles do it. */
    private static ConfigurableApplicationContext start(Class<?> application) {
        return new SpringApplication(application)
                .run(
                        "--spring.config.location=" + MAIN.resolve("resources/application.yml"),
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:quick-start",
                        "--spring.docker.compose.enabled=false",
                        "--spring.autoconfigure.exclude=" + String.join(",", OTHER_STORES));
    }

    private static final List<String> OTHER_STORES = List.of(
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
            "org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration",
            "org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration");

    private static String send(String address, String method, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
