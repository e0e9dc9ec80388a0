package dev.farminglabs.benchmarks.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.InsertValuesStep5;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** jOOQ with tables named by hand; relations by {@code multiset}. */
final class JooqWork implements Work {

    private static final Table<Record> USERS = table(name("users"));
    private static final Table<Record> WORKSPACES = table(name("workspaces"));
    private static final Table<Record> MEMBERSHIPS = table(name("memberships"));
    private static final Table<Record> SUBSCRIPTIONS = table(name("subscriptions"));
    private static final Table<Record> EVENTS = table(name("events"));
    private static final Table<Record> CACHE_ENTRIES = table(name("cache_entries"));

    private static final Field<String> ID = text("id");
    private static final Field<String> SLUG = text("slug");
    private static final Field<String> NAME = text("name");
    private static final Field<String> PLAN = text("plan");
    private static final Field<String> REGION = text("region");
    private static final Field<String> EMAIL = text("email");
    private static final Field<String> COHORT = text("cohort");
    private static final Field<String> NAMESPACE = text("cache_entries", "namespace");
    private static final Field<String> KEY = text("cache_entries", "key");
    private static final Field<String> SOURCE = text("source");
    private static final Field<String> ACTION = text("action");
    private static final Field<String> ROLE = text("role");
    private static final Field<String> USER_ID = text("user_id");
    private static final Field<String> WORKSPACE_ID = text("workspace_id");
    private static final Field<OffsetDateTime> CREATED_AT =
            field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> UPDATED_AT =
            field(name("updated_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private static final Field<List<Member>> MEMBERS = multiset(select(
                            text("memberships", "role"),
                            text("users", "id"),
                            text("users", "email"),
                            text("users", "name"))
                    .from(MEMBERSHIPS)
                    .join(USERS)
                    .on(text("users", "id").eq(text("memberships", "user_id")))
                    .where(text("memberships", "workspace_id").eq(text("workspaces", "id")))
                    .orderBy(field(name("memberships", "created_at"))))
            .convertFrom(rows ->
                    rows.map(row -> new Member(row.value1(), new Contact(row.value2(), row.value3(), row.value4()))));

    private static final Field<List<Billing>> BILLINGS = multiset(
                    select(text("subscriptions", "customer"), text("subscriptions", "status"))
                            .from(SUBSCRIPTIONS)
                            .where(text("subscriptions", "workspace_id").eq(text("workspaces", "id")))
                            .orderBy(field(name("subscriptions", "created_at")).desc()))
            .convertFrom(rows -> rows.map(Records.mapping(Billing::new)));

    private final DSLContext jooq;
    private final DataType<String> json;

    JooqWork(Database database) {
        this.jooq = DSL.using(database.dataSource(), database.isPostgres() ? SQLDialect.POSTGRES : SQLDialect.H2);
        this.json = database.isPostgres()
                ? SQLDataType.JSONB.asConvertedDataType(String.class, JSONB::data, JSONB::jsonb)
                : SQLDataType.VARCHAR;
    }

    private static Field<String> text(String... names) {
        return field(name(names), SQLDataType.VARCHAR);
    }

    /** JSON columns: PostgreSQL has a type for them, H2 keeps text. */
    private Field<String> json(String name) {
        return field(name(name), json);
    }

    @Override
    public Optional<Card> findUnique(String slug) {
        return jooq.select(ID, SLUG, NAME, PLAN)
                .from(WORKSPACES)
                .where(SLUG.eq(slug))
                .fetchOptional(Records.mapping(Card::new));
    }

    private ResultQuery<? extends Record> dashboards(Condition condition) {
        return jooq.select(ID, SLUG, NAME, PLAN, MEMBERS, BILLINGS)
                .from(WORKSPACES)
                .where(condition)
                .orderBy(SLUG);
    }

    private static Dashboard dashboard(Record row) {
        return new Dashboard(
                row.get(ID), row.get(SLUG), row.get(NAME), row.get(PLAN), row.get(MEMBERS), row.get(BILLINGS));
    }

    @Override
    public Optional<Dashboard> dashboard(String slug) {
        return dashboards(SLUG.eq(slug)).fetchOptional(JooqWork::dashboard);
    }

    @Override
    public List<Dashboard> dashboards(String region) {
        return dashboards(REGION.eq(region)).fetch(JooqWork::dashboard);
    }

    @Override
    public void upsert(Cached entry) {
        Field<String> value = json("value");
        String written = JsonText.of(entry.value());
        OffsetDateTime now = NewIds.now();
        jooq.insertInto(CACHE_ENTRIES, ID, NAMESPACE, KEY, value, UPDATED_AT)
                .values(NewIds.id(), entry.namespace(), entry.key(), written, now)
                .onConflict(NAMESPACE, KEY)
                .doUpdate()
                .set(value, written)
                .set(UPDATED_AT, now)
                .execute();
    }

    @Override
    public List<Person> findMany(String cohort) {
        return jooq.select(ID, EMAIL, NAME, CREATED_AT)
                .from(USERS)
                .where(COHORT.eq(cohort))
                .orderBy(EMAIL, ID)
                .fetch(row -> new Person(
                        row.value1(), row.value2(), row.value3(), row.value4().toInstant()));
    }

    private InsertValuesStep5<Record, String, String, String, String, OffsetDateTime> insertEvent(
            DSLContext context, NewEvent event) {
        return context.insertInto(EVENTS, ID, SOURCE, ACTION, json("payload"), CREATED_AT)
                .values(NewIds.id(), event.source(), event.action(), JsonText.of(event.payload()), NewIds.now());
    }

    @Override
    public void create(NewEvent event) {
        insertEvent(jooq, event).execute();
    }

    @Override
    public void createMany(List<NewEvent> events) {
        jooq.transaction(inside -> {
            DSLContext context = inside.dsl();
            context.batch(events.stream()
                            .map(event -> insertEvent(context, event))
                            .toList())
                    .execute();
        });
    }

    @Override
    public void transaction(Onboarding onboarding) {
        String user = NewIds.id();
        String workspace = NewIds.id();
        OffsetDateTime now = NewIds.now();
        jooq.transaction(inside -> {
            inside.dsl()
                    .insertInto(USERS, ID, EMAIL, NAME, COHORT, CREATED_AT)
                    .values(user, onboarding.email(), onboarding.name(), Texts.ELSEWHERE, now)
                    .execute();
            inside.dsl()
                    .insertInto(WORKSPACES, ID, SLUG, NAME, PLAN, REGION, CREATED_AT)
                    .values(workspace, onboarding.slug(), onboarding.name(), "free", Texts.ELSEWHERE, now)
                    .execute();
            inside.dsl()
                    .insertInto(MEMBERSHIPS, ID, USER_ID, WORKSPACE_ID, ROLE, CREATED_AT)
                    .values(NewIds.id(), user, workspace, "owner", now)
                    .execute();
        });
    }
}
