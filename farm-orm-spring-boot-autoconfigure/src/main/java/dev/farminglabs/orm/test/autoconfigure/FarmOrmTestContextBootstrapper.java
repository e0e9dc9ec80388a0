package dev.farminglabs.orm.test.autoconfigure;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Reads the properties of {@link FarmOrmTest}. */
final class FarmOrmTestContextBootstrapper extends TestSliceTestContextBootstrapper<FarmOrmTest> {

    FarmOrmTestContextBootstrapper() {}
}
