package dev.farminglabs.orm.autoconfigure.artifacts;

import java.util.function.IntConsumer;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Ends the process with 0 after a start that was for files and went well. For Spring Boot a start that does not come to its
 * end has failed.
 */
final class ExitWhenDone implements ApplicationListener<ApplicationFailedEvent>, Ordered {

    private final IntConsumer exit;

    /** For Spring. */
    ExitWhenDone() {
        this(System::exit);
    }

    ExitWhenDone(IntConsumer exit) {
        this.exit = exit;
    }

    /** Before those that tell of failures. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationFailedEvent event) {
        if (event.getException() instanceof ArtifactsDone) {
            exit.accept(0);
        }
    }
}
