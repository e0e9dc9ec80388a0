package dev.farminglabs.orm.test.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Boot's auto-configurations of stores, those that are on the class path, for a slice that is on the application's stores. */
@AutoConfiguration
@ConditionalOnProperty(name = "farm.orm.test.store", havingValue = "application")
@ImportAutoConfiguration
final class ApplicationStores {}
