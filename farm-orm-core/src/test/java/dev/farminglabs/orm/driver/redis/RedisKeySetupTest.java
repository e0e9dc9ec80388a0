package dev.farminglabs.orm.driver.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.setup.Setup;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Unique keys that a schema gains, loses or changes while records are there. */
class RedisKeySetupTest {

    /** One key of two fields. */
    static final class Seat extends Model<Seat> {
        public final IdField<String> id = id();
        public final StringField hall = string();
        public final StringField row = string();
        public final StringField code = string().nullable();

        public final Unique2<String, String> place = unique(hall, row);

        Seat() {
            super("seats");
            index(hall);
        }
    }

    /** One more, which is declared before it. */
    static final class CodedSeat extends Model<CodedSeat> {
        public final IdField<String> id = id();
        public final StringField hall = string();
        public final StringField row = string();
        public final StringField code = string().nullable().uniqueIfPresent();

        public final Unique2<String, String> place = unique(hall, row);

        CodedSeat() {
            super("seats");
            index(hall);
        }
    }

    /** The same keys, of records that are not marked as deleted. */
    static final class MarkedSeat extends Model<MarkedSeat> {
        public final IdField<String> id = id();
        public final StringField hall = string();
        public final StringField row = string();
        public final StringField code = string().nullable();
        public final DateTimeField deletedAt = softDelete();
        public final BooleanField live = live();

        public final Unique2<String, String> place = unique(hall, row);

        MarkedSeat() {
            super("seats");
            index(hall);
        }
    }

    record NewSeat(String hall, String row, String code) {}

    private final RedisBench bench = new RedisBench();
    private final Seat seat = new Seat();
    private final CodedSeat coded = new CodedSeat();
    private final Schema first = Schema.of("first", seat);
    private final Schema second = Schema.of("second", coded);

    @AfterEach
    void close() {
        bench.close();
    }

    private Setup setup(Schema schema) {
        return FarmOrm.client(schema, bench.driver).setup();
    }

    private OrmClient<Schema> connect(Schema schema) {
        return FarmOrm.client(schema, bench.driver).connect();
    }

    /** Three hundred in one hall, more than one script takes, with as many codes. */
    private void seats(int codes) {
        bench.client(first)
                .model(seat)
                .createMany(IntStream.range(0, 300)
                        .mapToObj(i -> new NewSeat("h", "r" + i, "c" + i % codes))
                        .toList());
    }

    private static OrmErrorCode code(ThrowingCallable call) {
        return OrmError.in(catchThrowable(call)).orElseThrow().code();
    }

    @Test
    void aNewKeyIsBuiltForTheRecordsThatAreThere() {
        seats(300);
        assertThat(setup(second).drift()).singleElement().matches(Difference::breaking);
        assertThat(code(setup(second)::validate)).isEqualTo(OrmErrorCode.INVALID_SCHEMA);
        assertThat(setup(second).push())
                .singleElement()
                .isInstanceOf(SetupStep.AddIndex.class)
                .matches(step -> step.what().equals("unique seats(code)"));
        assertThat(setup(second).drift()).isEmpty();
        OrmClient<Schema> client = connect(second);
        assertThat(client.model(coded)
                        .where(coded.code.eq("c299"))
                        .findUnique()
                        .orElseThrow()
                        .get(coded.row))
                .isEqualTo("r299");
        assertThat(code(() ->
                        client.model(coded).create(coded.hall.set("h"), coded.row.set("new"), coded.code.set("c299"))))
                .isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
    }

    @Test
    void theOtherKeysKeepTheirRecords() {
        seats(300);
        setup(second).push();
        OrmClient<Schema> client = connect(second);
        assertThat(client.model(coded).where(coded.place.is("h", "r7")).findUnique())
                .isPresent();
        assertThat(code(() -> client.model(coded).create(coded.hall.set("h"), coded.row.set("r7"))))
                .isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
    }

    @Test
    void untilItIsBuiltNoCallIsMade() {
        seats(300);
        OrmClient<Schema> client = connect(second);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> client.model(coded).where(coded.code.eq("c1")).findUnique(),
                () -> client.model(coded).create(coded.hall.set("h"), coded.row.set("new"), coded.code.set("c1")))) {
            Throwable thrown = catchThrowable(call);
            assertThat(thrown).hasMessageContaining("codedSeat[code]").hasMessageContaining("Push");
            assertThat(OrmError.in(thrown).orElseThrow().code()).isEqualTo(OrmErrorCode.INVALID_SCHEMA);
        }
        setup(second).push();
        assertThat(client.model(coded).where(coded.code.eq("c1")).findUnique()).isPresent();
    }

    @Test
    void recordsThatShareAValueAreNamedAndCounted() {
        seats(290);
        for (int push = 0; push < 2; push++) {
            Throwable thrown = catchThrowable(() -> setup(second).push());
            assertThat(thrown).hasMessageContaining("codedSeat[code]").hasMessageContaining("10 of its values");
            assertThat(OrmError.in(thrown).orElseThrow().violates(coded.code)).isTrue();
            assertThat(setup(second).drift()).anyMatch(Difference::breaking);
        }
        OrmClient<Schema> old = bench.client(first);
        IntStream.range(290, 300)
                .forEach(i -> old.model(seat).where(seat.place.is("h", "r" + i)).update(seat.code.set("c" + i)));
        assertThat(setup(second).push()).hasSize(1);
        assertThat(connect(second).model(coded).where(coded.code.eq("c295")).findUnique())
                .isPresent();
    }

    @Test
    void aKeyThatWasDroppedIsBuiltAnew() {
        seats(300);
        setup(second).push();
        assertThat(setup(first).drift()).singleElement().matches(difference -> !difference.breaking());
        assertThat(setup(first).push())
                .singleElement()
                .matches(step -> step.what().endsWith("unique seats(code)"));
        assertThat(setup(first).drift()).isEmpty();
        OrmClient<Schema> without = connect(first);
        without.model(seat).create(seat.hall.set("h"), seat.row.set("late"), seat.code.set("late"));
        without.model(seat).where(seat.place.is("h", "r1")).update(seat.code.set("moved"));
        without.model(seat).where(seat.place.is("h", "r2")).update(seat.code.set("c1"));
        assertThat(setup(second).push()).hasSize(1);
        OrmClient<Schema> again = connect(second);
        for (String code : List.of("late", "moved", "c1")) {
            assertThat(again.model(coded).where(coded.code.eq(code)).findUnique())
                    .as(code)
                    .isPresent();
        }
    }

    @Test
    void aKeyOfUnmarkedRecordsIsAnother() {
        seats(300);
        Setup marked = setup(Schema.of("marked", new MarkedSeat()));
        assertThat(marked.drift()).anyMatch(Difference::breaking);
        assertThat(marked.plan()).anyMatch(step -> step.what().equals("unique seats(hall,row,live)"));
    }
}
