package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.tck.StoresRun;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A real Chromium without a window. Where there is none, or no driver for it, the list of stores talked to names the hole.
 * Pictures are taken only where the system property {@code farm.orm.screenshots} is {@code true}.
 */
final class Browser implements AutoCloseable {

    private static final Path PICTURES = Path.of("..", "docs", "images");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A browser, or null where there is none. */
    static @Nullable Browser open() {
        File chromium = program("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        File service = program("chromedriver");
        if (chromium == null || service == null) {
            StoresRun.hole("pages of the console in Chromium: " + (chromium == null ? "chromium" : "chromedriver")
                    + " is not here");
            return null;
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(chromium)
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--window-size=1200,860");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(service)
                        .usingAnyFreePort()
                        .build(),
                options);
        StoresRun.line("Pages of the console in Chromium: real");
        return new Browser(driver);
    }

    private static @Nullable File program(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "")
                                .split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst()
                .orElse(null);
    }

    void go(String address) {
        driver.get(address);
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /** What is to be read on the page. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void follow(String link) {
        driver.findElement(By.linkText(link)).click();
    }

    void click(String css) {
        driver.findElement(By.cssSelector(css)).click();
    }

    void type(String css, String text) {
        driver.findElement(By.cssSelector(css)).sendKeys(text);
    }

    void choose(String name, String value) {
        driver.findElement(By.cssSelector("select[name=" + name + "] option[value='" + value + "']"))
                .click();
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    Object run(String script) {
        return Objects.requireNonNull(driver.executeScript(script));
    }

    /** Presses the tabulator and says what has the focus then: the text of it, or its name. */
    String tab() {
        new Actions(driver).sendKeys(Keys.TAB).perform();
        return String.valueOf(run("const e = document.activeElement;"
                + " return (e.getAttribute('aria-label') || e.textContent || e.name || e.tagName).trim();"));
    }

    void press(CharSequence key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /** As wide as a telephone, or as a screen again for 0. */
    void width(int pixels) {
        if (pixels == 0) {
            driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        } else {
            driver.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", true));
        }
    }

    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** What the browser complained of since the last time. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** A picture for the guide. */
    void picture(String name) {
        if (Boolean.getBoolean("farm.orm.screenshots")) {
            try {
                Files.createDirectories(PICTURES);
                Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
