package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.Set;

/** A call that must fail; where several things are wrong with it, a store may find any of them first. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<OrmErrorCode> codes;

    Refused(Set<OrmErrorCode> codes) {
        super(codes.toString(), null, false, false);
        this.codes = codes;
    }

    Refused(OrmErrorCode code) {
        this(Set.of(code));
    }

    Set<OrmErrorCode> codes() {
        return codes;
    }
}
