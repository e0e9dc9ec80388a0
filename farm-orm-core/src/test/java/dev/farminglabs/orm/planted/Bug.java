package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.definition.DeleteRule;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.operation.Write;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A bug a driver may have, and the test of the contract kit that catches it. */
enum Bug {
    /** No bug, to show that the kit is content then. */
    NONE("", "", (Plant) session -> session),
    // conditions
    WILDCARDS_NOT_ESCAPED("Text", "patternCharactersArePlain", WrongLeaves::wildcards),
    NE_DROPS_NULLS("NullLogic", "aRecordWithoutAValueIsDifferent", WrongLeaves::neDropsNulls),
    NOT_IN_DROPS_NULLS("NullLogic", "aRecordWithoutAValueIsDifferent", WrongLeaves::notInDropsNulls),
    IN_CHUNK_OFF_BY_ONE("Limits", "aListOfManyValues", WrongLeaves::chunksOffByOne),
    EMPTY_IN_IS_ALL("Condition", "nothingIsInAnEmptyList", WrongLeaves::emptyInIsAll),
    CASE_IGNORED("Text", "caseCounts", WrongLeaves::caseIgnored),
    RANGE_LEAVES_OUT_ITS_BEGINNING("Condition", "comparisonsIncludeOrLeaveOutTheBound", WrongLeaves::rangesExclusive),
    NONE_MEANS_SOME_NOT("Relation", "conditionsOnToManyRelations", WrongLeaves::noneMeansSomeNot),
    // reads
    NULLS_LAST("Order", "nullsComeFirstAscendingAndLastDescending", (Plant) WrongReads::nullsLast),
    SKIP_IGNORED("Paging", "skipAndTake", (Plant) WrongReads::skipIgnored),
    TAKE_FOR_ALL_PARENTS("Relation", "takeCountsForEachParent", (Plant) WrongReads::takeForAllParents),
    DUPLICATE_JOIN_ROWS("Relation", "manyToManyGivesEachTargetOnce", (Plant) WrongReads::duplicateJoinRows),
    COUNT_FORGETS_THE_TENANT("Tenant", "readsFilter", (Plant) WrongReads::countsAllTenants),
    SUMS_OF_DOUBLES("Aggregate", "sumsAreExact", (Plant) WrongReads::sumsOfDoubles),
    // values
    TRAILING_BLANKS_LOST("Text", "trailingBlanksCount", FieldKind.STRING, text -> ((String) text).stripTrailing()),
    DECIMALS_ROUNDED(
            "Number",
            "decimalsComeBackWithoutTrailingZeros",
            FieldKind.DECIMAL,
            number -> ((BigDecimal) number).setScale(2, RoundingMode.HALF_UP)),
    INSTANTS_OF_SECONDS(
            "Time",
            "isCutToMilliseconds",
            FieldKind.DATETIME,
            time -> ((Instant) time).truncatedTo(ChronoUnit.SECONDS)),
    JSON_NUMBERS_AS_DOUBLES("Json", "largeNumbersKeepTheirDigits", FieldKind.JSON, WrongValues::json),
    // writes
    UPSERT_READS_THEN_INSERTS(
            "Concurrency", "manyUpsertsOfOneKeyMakeOneRecord", Write.Upsert.class, WrongWrites::readThenInsert),
    UPSERT_ON_ANY_KEY("Upsert", "aCollisionOnAnotherKeyIsTheCallers", Write.Upsert.class, WrongWrites::anyKey),
    UPSERT_WITHOUT_ITS_CONDITION("Upsert", "aConditionGuardsTheChange", Write.Upsert.class, WrongWrites::guardDropped),
    EXPIRED_RECORD_HOLDS_ITS_KEY("Expiry", "upsertCreatesItAnew", Write.Upsert.class, WrongWrites::deadHoldKeys),
    INCREMENT_READS_THEN_WRITES("Concurrency", "incrementsAreExact", Write.Update.class, WrongWrites::readAddWrite),
    CREATE_MANY_ONE_BY_ONE(
            "Create", "createManyIsAllOrNothingAsDeclared", Write.CreateMany.class, WrongWrites::oneByOne),
    DELETE_MANY_COUNTS_ONE("Find", "manyAreChangedAndRemovedAndCounted", Write.Delete.class, WrongWrites::countsOne),
    UPDATE_COUNTS_WHAT_CHANGED(
            "Counter",
            "whatIsMatchedCountsAlsoWhereNothingIsDifferent",
            Write.Update.class,
            WrongWrites::countsChanged),
    CASCADE_FORGOTTEN("Reference", "cascadeDeletesWhatPointsHere", DeleteRule.CASCADE),
    SET_NULL_FORGOTTEN("Reference", "setNullTakesTheReferenceAway", DeleteRule.SET_NULL),
    // several calls
    BATCH_LOSES_ITS_ORDER("Batch", "everyCallHasItsResult", (Plant) WrongOrder::batchBackwards),
    BATCH_GOES_ON_AFTER_A_FAILURE("Batch", "stopsAtTheFirstFailure", (Plant) WrongOrder::batchGoesOn),
    ROLLBACK_FORGETS_A_TABLE("Transaction", "rollsBackOnARuntimeException", (Plant) WrongOrder::rollbackForgets),
    INNER_TRANSACTION_STANDS_ALONE(
            "Transaction", "anInnerFailureThatIsCaughtStillUndoesAll", (Plant) WrongOrder::innerStandsAlone);

    /** Puts the bug into a session. */
    interface Plant {
        DriverSession into(DriverSession session);
    }

    /** Puts a bug that depends on the schema into a session. */
    interface SchemaPlant {
        DriverSession into(DriverSession session, SchemaDefinition schema);
    }

    private final String topic;
    private final String test;
    private final SchemaPlant plant;

    Bug(String topic, String test, SchemaPlant plant) {
        this.topic = topic;
        this.test = test;
        this.plant = plant;
    }

    Bug(String topic, String test, Plant plant) {
        this(topic, test, (SchemaPlant) (session, schema) -> plant.into(session));
    }

    Bug(String topic, String test, WrongConditions.Mistake mistake) {
        this(topic, test, (SchemaPlant) (session, schema) -> new WrongConditions(session, mistake));
    }

    Bug(String topic, String test, FieldKind kind, java.util.function.UnaryOperator<Object> mistake) {
        this(topic, test, (SchemaPlant) (session, schema) -> new WrongValues(session, kind, mistake));
    }

    <W extends Write> Bug(String topic, String test, Class<W> kind, WrongWrites.Mistake<W> mistake) {
        this(topic, test, (SchemaPlant) (session, schema) -> WrongWrites.wrong(session, kind, mistake));
    }

    Bug(String topic, String test, DeleteRule rule) {
        this(topic, test, (SchemaPlant) (session, schema) -> WrongWrites.ruleForgotten(session, schema, rule));
    }

    /** The topic of the kit that has the test. */
    String topic() {
        return topic;
    }

    /** The test that catches it. */
    String test() {
        return test;
    }

    /** A session with the bug. */
    DriverSession in(DriverSession session, SchemaDefinition schema) {
        return plant.into(session, schema);
    }
}
