package dev.farminglabs.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes that a compiler finds, so no test, review or customer has to. */
class DoesNotCompileTest {

    private static final String BEFORE = """
            import static com.acme.platform.ControlPlane.*;
            import static com.acme.platform.FastState.*;

            import com.acme.platform.*;
            import dev.farminglabs.orm.*;
            import java.time.Instant;
            import java.util.*;

            class Snippet {
                record Slug(String slug) {}

                void run(OrmClient<ControlPlane> orm, OrmClient<FastState> fast, boolean flag) {
            """;

    private static final int LINES_BEFORE = (int) BEFORE.lines().count();

    private record Found(Diagnostic.Kind kind, long line, String code, String message) {}

    private static final JavaCompiler COMPILER = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());

    /** One for all snippets: it keeps the class path open. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    @TempDir
    private Path classes;

    @AfterAll
    static void closeFiles() throws IOException {
        FILES.close();
    }

    private List<Found> compile(String snippet) {
        String source = BEFORE + snippet + "\n    }\n}\n";
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-Xlint:all,-classfile,-path",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        COMPILER.getTask(null, FILES, diagnostics, options, null, List.of(file)).call();
        List<Found> found = new ArrayList<>();
        for (Diagnostic<?> one : diagnostics.getDiagnostics()) {
            found.add(new Found(one.getKind(), one.getLineNumber(), one.getCode(), one.getMessage(Locale.ROOT)));
        }
        return found;
    }

    private void refused(String snippet, String... codes) {
        List<Found> errors = compile(snippet).stream()
                .filter(found -> found.kind() == Diagnostic.Kind.ERROR)
                .toList();
        assertThat(errors).as(snippet).hasSize(1);
        assertThat(errors.get(0).line()).as(snippet).isEqualTo(LINES_BEFORE + 1);
        assertThat(errors.get(0).code()).as(errors.get(0).message()).isIn((Object[]) codes);
    }

    /** The call is there, and its argument is of the wrong model or type. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // another model's condition, order, assignment, key, projection or relation
                "orm.model(WORKSPACE).where(USER.email.eq(\"x\"));",
                "orm.model(WORKSPACE).where(WORKSPACE.slug.eq(\"x\"), USER.email.eq(\"x\"));",
                "orm.model(WORKSPACE).where(WORKSPACE.slug.eq(\"x\")).where(USER.email.eq(\"x\"));",
                "orm.model(WORKSPACE).orderBy(USER.email.asc());",
                "orm.model(WORKSPACE).where(WORKSPACE.slug.eq(\"x\")).orderBy(USER.email.desc());",
                "orm.model(WORKSPACE).create(USER.name.set(\"x\"));",
                "orm.model(WORKSPACE).where(WORKSPACE.slug.eq(\"x\")).update(USER.name.set(\"x\"));",
                "orm.model(WORKSPACE).all().updateMany(USER.name.set(\"x\"));",
                "orm.model(WORKSPACE).where(WORKSPACE.slug.eq(\"x\")).createIfAbsent(USER.name.set(\"x\"));",
                "orm.model(WORKSPACE).where(WORKSPACE_MEMBERSHIP.userInWorkspace.is(\"u\", \"w\"));",
                "orm.model(WORKSPACE).where(WORKSPACE.slug.eq(\"x\")).findUnique(orm.model(USER).projection(Slug.class));",
                "orm.model(WORKSPACE).findMany(orm.model(USER).projection(Slug.class));",
                "orm.model(USER).findValues(WORKSPACE.slug);",
                "orm.model(USER).countBy(WORKSPACE.plan);",
                "orm.model(USER).max(WORKSPACE.createdAt);",
                "orm.model(WORKSPACE).where(WORKSPACE.memberships.some(USER.email.eq(\"x\")));",
                "orm.model(WORKSPACE).where(WORKSPACE.memberships.every(WORKSPACE.slug.eq(\"x\")));",
                "orm.model(WORKSPACE_MEMBERSHIP).where(WORKSPACE_MEMBERSHIP.user.is(WORKSPACE.slug.eq(\"x\")));",
                "orm.model(WORKSPACE).projection(Slug.class).with(USER.memberships, m -> m);",
                "fast.model(CACHE_ENTRY).where(CACHE_ENTRY.key.eq(\"k\")).upsert(u -> u.create(SESSION_STATE.userId.set(\"u\")));",
                // a value of another type
                "orm.model(WORKSPACE).where(WORKSPACE.slug.eq(1));",
                "orm.model(WORKSPACE).where(WORKSPACE.plan.eq(\"FREE\"));",
                "orm.model(WORKSPACE).where(WORKSPACE.plan.in(Plan.FREE, \"PRO\"));",
                "orm.model(WORKSPACE).where(WORKSPACE.createdAt.gt(\"2026-01-01\"));",
                "fast.model(RATE_LIMIT_BUCKET).where(RATE_LIMIT_BUCKET.remaining.between(1, 2L));",
                "fast.model(RATE_LIMIT_BUCKET).where(RATE_LIMIT_BUCKET.bucket.is(\"s\", 1));",
                "fast.model(RATE_LIMIT_BUCKET).where(RATE_LIMIT_BUCKET.bucket.is(\"s\"));",
                "CACHE_ENTRY.value.set(\"text\");",
                "WORKSPACE.plan.set(\"FREE\");",
                "WORKSPACE.createdAt.set(0L);",
                "WORKSPACE.slug.set(1);",
                "RATE_LIMIT_BUCKET.remaining.set(1L);",
                "RATE_LIMIT_BUCKET.remaining.decrement(1L);",
                "String created = orm.model(WORKSPACE).findFirst().get().get(WORKSPACE.createdAt);",
                "Optional<String> latest = orm.model(WORKSPACE).max(WORKSPACE.createdAt);",
                "orm.model(WORKSPACE).findMany(String.class);",
                "orm.model(WORKSPACE).sum(WORKSPACE.slug);"
            })
    void wrongModelOrType(String snippet) {
        refused(
                snippet,
                "compiler.err.cant.apply.symbol",
                "compiler.err.cant.apply.symbols",
                "compiler.err.prob.found.req",
                "compiler.err.report.access");
    }

    /** There is no such call there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // what changes records needs a where, or all()
                "orm.model(WORKSPACE).deleteMany();",
                "orm.model(WORKSPACE).updateMany(WORKSPACE.name.set(\"x\"));",
                "orm.model(WORKSPACE).delete();",
                "orm.model(WORKSPACE).update(WORKSPACE.name.set(\"x\"));",
                "orm.model(WORKSPACE).upsert(u -> u);",
                "orm.model(WORKSPACE).findUnique(Slug.class);",
                "orm.model(WORKSPACE).findUnique();",
                "orm.model(WORKSPACE).createIfAbsent(WORKSPACE.name.set(\"x\"));",
                // what was ordered or paged is for reading
                "orm.model(WORKSPACE).where(WORKSPACE.slug.eq(\"x\")).take(1).deleteMany();",
                "orm.model(WORKSPACE).where(WORKSPACE.slug.eq(\"x\")).skip(1).updateMany(WORKSPACE.name.set(\"x\"));",
                "orm.model(WORKSPACE).all().orderBy(WORKSPACE.slug.asc()).deleteMany();",
                "orm.model(WORKSPACE).take(1).findUnique(Slug.class);",
                // creating is not about records that are there
                "orm.model(WORKSPACE).where(WORKSPACE.slug.eq(\"x\")).create(WORKSPACE.name.set(\"x\"));",
                // operators belong to kinds
                "WORKSPACE.slug.increment(1);",
                "WORKSPACE.createdAt.contains(\"2026\");",
                "WORKSPACE.plan.gt(Plan.FREE);",
                "CACHE_ENTRY.value.contains(\"x\");",
                "RATE_LIMIT_BUCKET.remaining.startsWith(\"1\");",
                "WORKSPACE.slug.setNow();",
                "WORKSPACE_MEMBERSHIP.user.some(USER.email.eq(\"x\"));",
                "WORKSPACE.memberships.is(WORKSPACE_MEMBERSHIP.role.eq(\"owner\"));",
                // a schema is said once
                "WORKSPACE.slug.unique();",
                "WORKSPACE.slug.nullable();",
                "WORKSPACE.slug.length(5);",
                "WORKSPACE.createdAt.expires();"
            })
    void noSuchVerb(String snippet) {
        refused(snippet, "compiler.err.cant.resolve.location.args");
    }

    /** What should compile does, without so much as a warning. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Optional<Slug> s = orm.model(WORKSPACE).where(WORKSPACE.slug.eq(\"x\")).findUnique(Slug.class);",
                "var q = orm.model(USER).where(USER.createdAt.gt(Instant.now())); if (flag) q = q.where(USER.name.contains(\"a\")); q.findMany();",
                "List<Condition<User>> all = new ArrayList<>(); all.add(USER.name.eq(\"x\")); orm.model(USER).where(all).findMany();",
                "ModelClient<Workspace> workspaces = orm.model(WORKSPACE); workspaces.all().deleteMany();",
                "Field<Workspace, String> f = WORKSPACE.slug; orm.model(WORKSPACE).where(f.eq(\"x\")).count();",
                "Optional<Integer> m = fast.model(RATE_LIMIT_BUCKET).max(RATE_LIMIT_BUCKET.remaining);",
                "orm.model(WORKSPACE).where(WORKSPACE.slug.in(\"a\", \"b\"), WORKSPACE.plan.ne(Plan.FREE)).updateMany(WORKSPACE.name.set(\"x\"), WORKSPACE.plan.set(Plan.PRO));",
                "int n = orm.transaction(tx -> { tx.model(USER).create(USER.email.set(\"e\"), USER.name.set(\"n\")); return 1; });",
                "fast.model(SESSION_STATE).where(SESSION_STATE.sessionToken.eq(\"t\")).upsert(u -> u.create(SESSION_STATE.userId.set(\"u\")).update(SESSION_STATE.expiresAt.set(Instant.now())));",
                "Projection<Workspace, Slug> p = orm.model(WORKSPACE).projection(Slug.class).with(WORKSPACE.memberships, m -> m.orderBy(WORKSPACE_MEMBERSHIP.createdAt.desc()).take(5));",
                "orm.model(WORKSPACE).where(WORKSPACE.memberships.some(WORKSPACE_MEMBERSHIP.role.eq(\"owner\")), WORKSPACE.plan.in(Plan.PRO)).orderBy(WORKSPACE.createdAt.desc(), WORKSPACE.slug.asc()).take(20).findMany(Slug.class);",
                "boolean b = fast.model(RATE_LIMIT_BUCKET).where(RATE_LIMIT_BUCKET.bucket.is(\"s\", \"i\"), RATE_LIMIT_BUCKET.remaining.gt(0)).update(RATE_LIMIT_BUCKET.remaining.decrement(1));"
            })
    void control(String snippet) {
        assertThat(compile(snippet)).as(snippet).isEmpty();
    }
}
