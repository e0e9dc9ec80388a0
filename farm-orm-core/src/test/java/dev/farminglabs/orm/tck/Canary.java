package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.farminglabs.orm.error.OrmError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Secret values that must not turn up where they do not belong. While it is open it listens to all loggers: to those of the
 * library from the finest level on, to those of others as they are set. Whoever makes text of what a client does (metrics, an
 * endpoint) can ask it about that text too.
 */
public final class Canary implements AutoCloseable {

    private final List<String> secrets = IntStream.range(0, 200)
            .mapToObj(i -> "canary" + i + "x" + UUID.randomUUID().toString().replace("-", ""))
            .toList();
    private final List<String> heard = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger library = (Logger) LoggerFactory.getLogger("dev.farminglabs.orm");

    /** Begins to listen. */
    public Canary() {
        log.start();
        root.addAppender(log);
        library.addAppender(log);
        library.setLevel(Level.DEBUG); // TRACE shows values, which is what it is for
        library.setAdditive(false); // not on the console too
    }

    /** Two hundred texts that are nowhere else. */
    public List<String> secrets() {
        return secrets;
    }

    /** Something that was said, such as a message or what an object prints. */
    public void hear(@Nullable Object said) {
        heard.add(String.valueOf(said));
    }

    /**
     * What a failure says. What is thrown has to be free of values, whatever it is, and so have the library's exceptions further
     * down; a native exception at the end of the chain is the store's own and may hold them. Null is no failure.
     */
    public void hear(@Nullable Throwable failure) {
        heard.add(String.valueOf(failure));
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof OrmError error) {
                hear(at.getMessage() + " " + at + " " + error.fields() + error.model() + error.store());
            }
        }
    }

    /** Fails when a secret was said or logged. */
    public void assertSilent() {
        List<String> all = new ArrayList<>(heard);
        for (ILoggingEvent event : List.copyOf(log.list)) {
            all.add(event.getLoggerName() + ": " + event.getFormattedMessage());
        }
        assertThat(all).isNotEmpty();
        String text = String.join("\n", all);
        assertThat(secrets.stream()
                        .filter(text::contains)
                        .map(secret -> all.stream()
                                .filter(line -> line.contains(secret))
                                .findFirst()
                                .orElse("")))
                .as("what was said with a secret in it")
                .isEmpty();
    }

    @Override
    public void close() {
        root.detachAppender(log);
        library.detachAppender(log);
        library.setLevel(null);
        library.setAdditive(true);
        log.stop();
    }
}
