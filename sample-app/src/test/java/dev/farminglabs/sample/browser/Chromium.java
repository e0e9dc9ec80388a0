package dev.farminglabs.sample.browser;

import dev.farminglabs.orm.tck.StoresRun;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Chromium of this machine, without a window. Where it or its driver is missing, the list of stores talked to names the hole.
 */
final class Chromium implements AutoCloseable {

    private static final Path IMAGES = Path.of("..", "docs", "images");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    static Optional<Chromium> open() {
        Optional<Path> browser = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(Chromium::onPath)
                .findFirst();
        Optional<Path> service = onPath("chromedriver").findFirst();
        boolean there = browser.isPresent() && service.isPresent();
        if (there) {
            StoresRun.line("Pages of the sample in Chromium: real");
        } else {
            StoresRun.hole("pages of the sample in Chromium: chromium or chromedriver is not here");
        }
        return there ? Optional.of(new Chromium(start(browser.get(), service.get()))) : Optional.empty();
    }

    private static Stream<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }

    private static ChromeDriver start(Path browser, Path service) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService chromedriver = new ChromeDriverService.Builder()
                .usingDriverExecutable(service.toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(chromedriver, options);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** As wide as a phone, or as a desk. */
    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", pixels < 500));
    }

    void scheme(String lightOrDark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", lightOrDark))));
    }

    /** What the console has been told since this was asked last. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** Keeps a picture of the page for the guide, when {@code -Dfarm.orm.screenshots=true} asks for it. */
    void picture(String name) {
        if (!Boolean.getBoolean("farm.orm.screenshots")) {
            return;
        }
        try {
            Files.createDirectories(IMAGES);
            Files.write(IMAGES.resolve("sample-" + name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
