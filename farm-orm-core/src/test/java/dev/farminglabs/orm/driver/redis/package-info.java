/** The Redis driver beside the contract: what it costs, what it leaves behind, races, failures, scans and setup. */
package dev.farminglabs.orm.driver.redis;
