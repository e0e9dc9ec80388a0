package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.driver.Ability;
import dev.farminglabs.orm.driver.Capabilities;

/**
 * What programs leave out on a store: what it declares that it cannot do, and what a stand-in for a server is known not to show.
 *
 * @param transactions whether there are transactions
 * @param atomicMany   whether a failing call about several records changes nothing
 * @param keyChanges   whether the fields of every key can be changed
 * @param recordByRecord whether references are looked at after each record of a statement
 * @param standIn      whether the server is only a stand-in: no text beyond U+FFFF, no null in a key of several fields
 */
record Limits(boolean transactions, boolean atomicMany, boolean keyChanges, boolean recordByRecord, boolean standIn) {

    static Limits of(Capabilities capabilities, boolean recordByRecord, boolean standIn) {
        return new Limits(
                capabilities.supportsTransactions(),
                capabilities.has(Ability.ATOMIC_CREATE_MANY),
                capabilities.has(Ability.KEY_CHANGES),
                recordByRecord,
                standIn);
    }
}
