package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.core.OverridingClassLoader;

/**
 * What DevTools does: the application's classes come anew from a loader of their own at each restart, and the libraries' classes
 * stay. A database in this process survives.
 */
class RestartTest {

    private static final String APPLICATION = "dev.farminglabs.orm.autoconfigure.restart.";

    @Test
    void eachRestartReadsWhatTheOneBeforeWrote() throws ReflectiveOperationException {
        Set<Class<?>> schemas = new HashSet<>();
        for (int starts = 1; starts <= 3; starts++) {
            RestartLoader loader = new RestartLoader();
            assertThat(run(loader)).isEqualTo(starts);
            schemas.add(loader.loadClass(APPLICATION + "Diary"));
        }
        assertThat(schemas).hasSize(3);
    }

    private static Object run(RestartLoader loader) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            var application = loader.loadClass(APPLICATION + "DiaryApplication").getDeclaredConstructor();
            return ((Supplier<?>) application.newInstance()).get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static final class RestartLoader extends OverridingClassLoader {
        RestartLoader() {
            super(RestartTest.class.getClassLoader());
        }

        @Override
        protected boolean isEligibleForOverriding(String className) {
            return className.startsWith(APPLICATION);
        }

        @Override
        protected InputStream openStreamForClass(String name) {
            return java.util.Objects.requireNonNull(
                    getParent().getResourceAsStream(name.replace('.', '/') + ".class"), name);
        }
    }
}
