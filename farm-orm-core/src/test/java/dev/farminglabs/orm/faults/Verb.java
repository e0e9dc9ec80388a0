package dev.farminglabs.orm.faults;

import static dev.farminglabs.orm.tck.Samples.COUNTER;

import dev.farminglabs.orm.Matching;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.tck.Samples;
import java.util.List;

/** A write, and how to see from outside how often it has happened. Each works on records of one scope that is its own. */
enum Verb {
    CREATE {
        @Override
        void call(OrmClient<Samples> orm, String scope) {
            orm.model(COUNTER).create(COUNTER.scope.set(scope), COUNTER.name.set("a"));
        }

        @Override
        long happened(OrmClient<Samples> orm, String scope) {
            return orm.model(COUNTER).where(COUNTER.scope.eq(scope)).count();
        }
    },
    CREATE_MANY {
        @Override
        void call(OrmClient<Samples> orm, String scope) {
            orm.model(COUNTER).createMany(List.of(new Named(scope, "a"), new Named(scope, "b")));
        }

        /** One of the two would be a half. */
        @Override
        long happened(OrmClient<Samples> orm, String scope) {
            long records = orm.model(COUNTER).where(COUNTER.scope.eq(scope)).count();
            return records == 1 ? -1 : records / 2;
        }
    },
    UPDATE {
        @Override
        void prepare(OrmClient<Samples> orm, String scope) {
            CREATE.call(orm, scope);
        }

        @Override
        void call(OrmClient<Samples> orm, String scope) {
            at(orm, scope).update(COUNTER.count.increment(1));
        }

        @Override
        long happened(OrmClient<Samples> orm, String scope) {
            return at(orm, scope).findValues(COUNTER.count).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
    },
    UPSERT {
        @Override
        void call(OrmClient<Samples> orm, String scope) {
            at(orm, scope).upsert(u -> u.create(COUNTER.count.set(1)).update(COUNTER.count.increment(1)));
        }

        @Override
        long happened(OrmClient<Samples> orm, String scope) {
            return UPDATE.happened(orm, scope);
        }
    },
    DELETE {
        @Override
        void prepare(OrmClient<Samples> orm, String scope) {
            CREATE.call(orm, scope);
        }

        @Override
        void call(OrmClient<Samples> orm, String scope) {
            at(orm, scope).delete();
        }

        @Override
        long happened(OrmClient<Samples> orm, String scope) {
            return 1 - CREATE.happened(orm, scope);
        }
    };

    private record Named(String scope, String name) {}

    /** What has to be there first. */
    void prepare(OrmClient<Samples> orm, String scope) {}

    /** The write. */
    abstract void call(OrmClient<Samples> orm, String scope);

    /** How often it has happened. */
    abstract long happened(OrmClient<Samples> orm, String scope);

    private static Matching<Samples.Counter> at(OrmClient<Samples> orm, String scope) {
        return orm.model(COUNTER).where(COUNTER.key.is(scope, "a"));
    }
}
