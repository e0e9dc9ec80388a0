package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.driver.DelegatingSession;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.operation.Written;
import java.util.List;
import java.util.function.Consumer;

/** Passes everything on; a bug overrides one method. */
class Passing implements DelegatingSession {

    final DriverSession next;

    Passing(DriverSession next) {
        this.next = next;
    }

    @Override
    public DriverSession session() {
        return next;
    }

    @Override
    public void batch(List<WriteCall> calls, Consumer<Written> done) {
        calls.forEach(call -> done.accept(write(call.write(), call.arguments())));
    }
}
