package framing.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, its own background traffic turned off, that keeps account of what pages ask for. */
public final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final ChromeDriver driver;

    public Browser() {
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.PERFORMANCE, Level.ALL);
        logging.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(onPath(CHROMIUM).toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // tests run as root in containers
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--window-size=1280,1000");
        options.setCapability("goog:loggingPrefs", logging);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath(List.of("chromedriver")).toFile())
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
    }

    private static Path onPath(List<String> names) {
        return names.stream()
                .flatMap(name -> Arrays.stream(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "None of " + names + " is on the path. Install it: apt-get install chromium chromium-driver"));
    }

    /** Opens the page and returns how many milliseconds it took until the page could be used. */
    public long open(Path page) {
        driver.get(page.toUri().toString());
        return ((Number) script("const t = performance.getEntriesByType('navigation')[0]; return t.loadEventEnd;"))
                .longValue();
    }

    public Object script(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
    }

    public WebElement first(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** The elements of the selector that can be seen. */
    @SuppressWarnings("unchecked")
    public List<WebElement> seen(String selector) {
        return (List<WebElement>) script(
                "return [...document.querySelectorAll(arguments[0])].filter(e => e.getClientRects().length > 0)",
                selector);
    }

    /** Their texts. */
    @SuppressWarnings("unchecked")
    public List<String> texts(String selector) {
        return (List<String>) script(
                "return [...document.querySelectorAll(arguments[0])].filter(e => e.getClientRects().length > 0)"
                        + ".map(e => e.textContent)",
                selector);
    }

    public void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Moves by Tab until the element with this id has the focus, as one does without a mouse. */
    public void tabTo(String id) {
        for (int presses = 0; presses < 200; presses++) {
            if (id.equals(driver.switchTo().activeElement().getAttribute("id"))) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("Tab does not reach #" + id);
    }

    public void point(WebElement element) {
        new Actions(driver).moveToElement(element).perform();
    }

    /** The text that the style shows after an element. */
    public String shownAfter(WebElement element) {
        return String.valueOf(script("return getComputedStyle(arguments[0], '::after').content;", element));
    }

    /** What the pages asked for since the last call, beside their own files. */
    public List<String> requests() {
        List<String> requests = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = read(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                requests.add(message.at("/params/request/url").asText());
            }
        }
        return requests;
    }

    /** What the browser complained of since the last call. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The serious and critical violations that axe-core finds on the page, each with the first element at fault. */
    public List<String> accessibilityViolations() {
        driver.executeScript(resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"));
        String found = String.valueOf(driver.executeAsyncScript(
                "const done = arguments[0]; axe.run().then(r => done(JSON.stringify(r.violations)))"));
        List<String> violations = new ArrayList<>();
        for (JsonNode violation : read(found)) {
            if (List.of("serious", "critical").contains(violation.path("impact").asText())) {
                violations.add(violation.path("id").asText() + ": "
                        + violation.at("/nodes/0/html").asText() + " "
                        + violation.at("/nodes/0/failureSummary").asText());
            }
        }
        return violations;
    }

    /** Makes the window so wide that styles for phones or desks apply. */
    public void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** How high the page is. */
    public int height() {
        return ((Number) script("return document.documentElement.scrollHeight")).intValue();
    }

    /** A picture in PNG that begins so far below the top of an element, and shows the whole width of the window. */
    public byte[] picture(String selector, int below, int width, int height) {
        int top = ((Number) script(
                        "return document.querySelector(arguments[0]).getBoundingClientRect().top + scrollY", selector))
                .intValue();
        Object data = driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of("x", 0, "y", top + below, "width", width, "height", height, "scale", 1)))
                .get("data");
        return Base64.getDecoder().decode(String.valueOf(data));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
