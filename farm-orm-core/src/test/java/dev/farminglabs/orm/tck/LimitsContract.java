package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figures;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Much of something at once is stored and found, or refused by a code that says so. */
public abstract class LimitsContract extends Contract<Samples> {

    /** More than a document of MongoDB may hold; as much as any application should think of in a long run. */
    private static final int LARGE = (Figures.longRun() ? 64 : 17) << 20;

    private static final int DEEP = 10_000;

    record Numbered(String label, int amount) {}

    protected LimitsContract() {
        super(new Samples());
    }

    private void numbers(int count) {
        List<Numbered> records =
                IntStream.range(0, count).mapToObj(i -> new Numbered("n", i)).toList();
        assertThat(orm.model(SAMPLE).createMany(records)).isEqualTo(count);
    }

    private Figures figures(Claim claim) {
        return Figures.about(claim).on(fixture());
    }

    @Test
    void tenThousandRecordsAtOnce() throws Exception {
        figures(Claim.TEN_THOUSAND_RECORDS).target("10,000 records").measure(() -> {
            numbers(10_000);
            assertThat(orm.model(SAMPLE).count()).isEqualTo(10_000);
            assertThat(orm.model(SAMPLE).max(SAMPLE.amount)).contains(9_999);
            return "10,000 records";
        });
    }

    private static List<Integer> even(int count) {
        return IntStream.range(0, count).map(i -> 2 * i).boxed().toList();
    }

    /** Stores take lists in chunks: no value of the list may fall between two of them. */
    @Test
    void aListOfManyValues() throws Exception {
        figures(Claim.LONG_LIST).target("750 of 1,500").measure(() -> {
            numbers(1_500);
            List<Integer> even = even(60_000);
            assertThat(orm.model(SAMPLE).where(SAMPLE.amount.in(even)).findValues(SAMPLE.amount))
                    .containsExactlyInAnyOrderElementsOf(even.subList(0, 750));
            assertThat(orm.model(SAMPLE).where(SAMPLE.amount.in(even)).deleteMany())
                    .isEqualTo(750);
            return "750 of 1,500";
        });
    }

    @Test
    void aListOfAHundredThousandValuesIsSearchedOrRefused() throws Exception {
        figures(Claim.LONGER_LIST)
                .target("answered or refused")
                .measure(() -> searched(even(100_000)) ? "answered" : "refused");
    }

    private boolean searched(List<Integer> even) {
        numbers(10);
        boolean searched = storedOrRefused(() -> {
            assertThat(orm.model(SAMPLE).where(SAMPLE.amount.in(even)).count()).isEqualTo(5);
            assertThat(orm.model(SAMPLE).where(SAMPLE.amount.notIn(even)).count())
                    .isEqualTo(5);
        });
        assertThat(searched || !(place() instanceof JdbcPlace))
                .as("every SQL database searches it")
                .isTrue();
        return searched;
    }

    @Test
    void aLargeTextComesBackOrIsRefused() throws Exception {
        String size = (LARGE >> 20) + " MB ";
        figures(Claim.LARGE_TEXT)
                .target(size + "stored or refused")
                .measure(() -> size + (largeTextIsStored() ? "stored" : "refused"));
    }

    private boolean largeTextIsStored() {
        String text = "x".repeat(LARGE);
        boolean stored = storedOrRefused(() -> orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.note.set(text)));
        List<String> found = orm.model(SAMPLE).findValues(SAMPLE.note);
        assertThat(found.stream().map(String::length).toList()).isEqualTo(stored ? List.of(LARGE) : List.of());
        assertThat(found.stream().allMatch(text::equals)).isTrue();
        return stored;
    }

    @Test
    void deepJsonComesBackOrIsRefused() throws Exception {
        figures(Claim.DEEP_JSON).target("stored or refused").measure(() -> deepJsonIsStored() ? "stored" : "refused");
    }

    private boolean deepJsonIsStored() {
        Object deep = 1;
        for (int i = 0; i < DEEP; i++) {
            deep = i % 2 == 0 ? List.of(deep) : Map.of("k", deep);
        }
        Object json = deep;
        boolean stored = storedOrRefused(() -> orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.any.set(json)));
        List<Object> found = orm.model(SAMPLE).findValues(SAMPLE.any);
        assertThat(found.stream().map(LimitsContract::depth).toList()).isEqualTo(stored ? List.of(DEEP) : List.of());
        storedOrRefused(() -> orm.model(SAMPLE).where(SAMPLE.any.eq(json)).count());
        return stored;
    }

    private static int depth(@Nullable Object json) {
        Object at = json;
        int depth = 0;
        while (at instanceof List || at instanceof Map) {
            at = at instanceof List<?> list
                    ? list.get(0)
                    : ((Map<?, ?>) at).values().iterator().next();
            depth++;
        }
        return depth;
    }

    private static boolean storedOrRefused(Runnable call) {
        Throwable thrown = catchThrowable(call::run);
        if (thrown == null) {
            return true;
        }
        OrmError error =
                OrmError.in(thrown).orElseThrow(() -> new AssertionError("a failure that is no OrmError", thrown));
        assertThat(error.code())
                .as(thrown.toString())
                .isIn(OrmErrorCode.VALUE_TOO_LARGE, OrmErrorCode.INVALID_QUERY, OrmErrorCode.UNSUPPORTED);
        assertThat(error.retry()).isEqualTo(Retry.NEVER);
        assertThat(String.valueOf(thrown.getMessage())).hasSizeLessThan(500);
        return false;
    }
}
