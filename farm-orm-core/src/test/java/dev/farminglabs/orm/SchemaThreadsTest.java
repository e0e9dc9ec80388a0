package dev.farminglabs.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.SchemaDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Models in two classes that point at each other, initialised from two threads at once. Class initialisation happens once
 * for each class loader, so every repetition has a loader of its own.
 */
class SchemaThreadsTest {

    /** One half of a ring. */
    public static final class Left {
        public static final Hen HEN = new Hen();

        public static SchemaDefinition schema() {
            return Schema.of("ring", HEN, Right.EGG).definition(PhysicalNaming.DEFAULT);
        }

        public static final class Hen extends Model<Hen> {
            public final IdField<String> id = id();
            public final StringField eggId = string().nullable().references(() -> Right.EGG.id);
            public final BelongsTo<Right.Egg> egg = belongsTo(() -> Right.EGG, eggId);
            public final HasMany<Right.Egg> laid = hasMany(() -> Right.EGG.henId);
        }
    }

    /** The other half. */
    public static final class Right {
        public static final Egg EGG = new Egg();

        public static SchemaDefinition schema() {
            return Schema.of("ring", EGG, Left.HEN).definition(PhysicalNaming.DEFAULT);
        }

        public static final class Egg extends Model<Egg> {
            public final IdField<String> id = id();
            public final StringField henId = string().references(() -> Left.HEN.id);
            public final BelongsTo<Left.Hen> hen = belongsTo(() -> Left.HEN, henId);
            public final HasMany<Left.Hen> hatched = hasMany(() -> Left.HEN.eggId);
        }
    }

    /** Loads the two halves anew, and everything else as usual. */
    private static final class Fresh extends ClassLoader {
        Fresh() {
            super(SchemaThreadsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Left.class.getName()) && !name.startsWith(Right.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (@Nullable InputStream bytes = getParent().getResourceAsStream(file)) {
                byte[] code = Objects.requireNonNull(bytes).readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @RepeatedTest(50)
    void twoThreadsMeetTheRingFromTwoSides() throws Exception {
        ClassLoader loader = new Fresh();
        CyclicBarrier start = new CyclicBarrier(2);
        Future<SchemaDefinition> left = threads.submit(() -> schema(loader, Left.class, start));
        Future<SchemaDefinition> right = threads.submit(() -> schema(loader, Right.class, start));

        SchemaDefinition one = left.get(20, TimeUnit.SECONDS);
        SchemaDefinition other = right.get(20, TimeUnit.SECONDS);
        assertThat(one.models()).containsExactlyInAnyOrderElementsOf(other.models());
        assertThat(Objects.requireNonNull(one.models().get(0).relation("egg")).target())
                .isSameAs(other.models().get(0));
    }

    private static SchemaDefinition schema(ClassLoader loader, Class<?> half, CyclicBarrier start) throws Exception {
        Class<?> fresh = loader.loadClass(half.getName());
        start.await();
        return (SchemaDefinition)
                Objects.requireNonNull(fresh.getMethod("schema").invoke(null));
    }
}
