package dev.farminglabs.benchmarks.mongo;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import java.util.Map;

/** The records of the suite. */
final class Teams extends Schema {

    static final Account ACCOUNT = new Account();
    static final Team TEAM = new Team();
    static final Member MEMBER = new Member();
    static final Invoice INVOICE = new Invoice();
    static final Quota QUOTA = new Quota();
    static final Visit VISIT = new Visit();
    static final CacheEntry CACHE_ENTRY = new CacheEntry();

    Teams() {
        super("teams", ACCOUNT, TEAM, MEMBER, INVOICE, QUOTA, VISIT, CACHE_ENTRY);
    }

    static final class Account extends Model<Account> {
        public final IdField<String> id = id();
        public final StringField email = string().unique();
        public final StringField name = string();
        public final StringField cohort = string();
        public final DateTimeField createdAt = datetime().defaultNow();

        Account() {
            super("accounts");
            index(cohort);
        }
    }

    static final class Team extends Model<Team> {
        public final IdField<String> id = id();
        public final StringField slug = string().unique();
        public final StringField name = string();
        public final StringField plan = string();

        public final HasMany<Member> members = hasMany(() -> MEMBER.teamId);
        public final HasMany<Invoice> invoices = hasMany(() -> INVOICE.teamId);

        Team() {
            super("teams");
        }
    }

    static final class Member extends Model<Member> {
        public final IdField<String> id = id();
        public final StringField teamId = string().references(() -> TEAM.id);
        public final StringField accountId = string().references(() -> ACCOUNT.id);
        public final StringField role = string();
        public final NumberField<Integer> rank = integer();

        public final BelongsTo<Account> account = belongsTo(() -> ACCOUNT, accountId);

        Member() {
            super("members");
        }
    }

    static final class Invoice extends Model<Invoice> {
        public final IdField<String> id = id();
        public final StringField teamId = string().references(() -> TEAM.id);
        public final StringField number = string().unique();
        public final StringField status = string();

        Invoice() {
            super("invoices");
        }
    }

    static final class Quota extends Model<Quota> {
        public final IdField<String> id = id();
        public final StringField holder = string().unique();
        public final NumberField<Integer> remaining = integer();

        Quota() {
            super("quotas");
        }
    }

    static final class Visit extends Model<Visit> {
        public final IdField<String> id = id();
        public final StringField path = string();
        public final StringField visitor = string();
        public final DateTimeField createdAt = datetime().defaultNow();

        Visit() {
            super("visits");
        }
    }

    static final class CacheEntry extends Model<CacheEntry> {
        public final IdField<String> id = id();
        public final StringField key = string().unique();
        public final JsonField<Map<String, Object>> value = json();
        public final DateTimeField updatedAt = datetime();

        CacheEntry() {
            super("cache_entries");
        }
    }
}
