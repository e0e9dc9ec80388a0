package dev.farminglabs.orm.error;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;

/** Spring's exception classes, each carrying an {@link OrmFailure}. Made only by {@link OrmFailure#exception}. */
final class OrmExceptions {

    /** Answers the questions of {@link OrmError} from the failure the exception carries. */
    interface Carrier extends OrmError {
        OrmFailure failure();

        @Override
        default OrmErrorCode code() {
            return failure().code();
        }

        @Override
        default @Nullable String model() {
            return failure().model();
        }

        @Override
        default List<String> fields() {
            return failure().fields();
        }

        @Override
        default String store() {
            return failure().store();
        }

        @Override
        default Retry retry() {
            return failure().retry();
        }
    }

    static final class UniqueViolation extends DuplicateKeyException implements Carrier {
        private final OrmFailure failure;

        UniqueViolation(OrmFailure failure, @Nullable Throwable cause) {
            super(failure.message(), cause);
            this.failure = failure;
        }

        @Override
        public OrmFailure failure() {
            return failure;
        }
    }

    static final class IntegrityViolation extends DataIntegrityViolationException implements Carrier {
        private final OrmFailure failure;

        IntegrityViolation(OrmFailure failure, @Nullable Throwable cause) {
            super(failure.message(), cause);
            this.failure = failure;
        }

        @Override
        public OrmFailure failure() {
            return failure;
        }
    }

    static final class MissingStructure extends InvalidDataAccessResourceUsageException implements Carrier {
        private final OrmFailure failure;

        MissingStructure(OrmFailure failure, @Nullable Throwable cause) {
            super(failure.message(), cause);
            this.failure = failure;
        }

        @Override
        public OrmFailure failure() {
            return failure;
        }
    }

    static final class Conflict extends PessimisticLockingFailureException implements Carrier {
        private final OrmFailure failure;

        Conflict(OrmFailure failure, @Nullable Throwable cause) {
            super(failure.message(), cause);
            this.failure = failure;
        }

        @Override
        public OrmFailure failure() {
            return failure;
        }
    }

    static final class LockNotAcquired extends CannotAcquireLockException implements Carrier {
        private final OrmFailure failure;

        LockNotAcquired(OrmFailure failure, @Nullable Throwable cause) {
            super(failure.message(), cause);
            this.failure = failure;
        }

        @Override
        public OrmFailure failure() {
            return failure;
        }
    }

    static final class TimedOut extends QueryTimeoutException implements Carrier {
        private final OrmFailure failure;

        TimedOut(OrmFailure failure, @Nullable Throwable cause) {
            super(failure.message(), cause);
            this.failure = failure;
        }

        @Override
        public OrmFailure failure() {
            return failure;
        }
    }

    static final class Unreachable extends DataAccessResourceFailureException implements Carrier {
        private final OrmFailure failure;

        Unreachable(OrmFailure failure, @Nullable Throwable cause) {
            super(failure.message(), cause);
            this.failure = failure;
        }

        @Override
        public OrmFailure failure() {
            return failure;
        }
    }

    static final class PermissionDenied extends PermissionDeniedDataAccessException implements Carrier {
        private final OrmFailure failure;

        @SuppressWarnings("NullAway") // declared non-null by mistake: it goes to a nullable parameter
        PermissionDenied(OrmFailure failure, @Nullable Throwable cause) {
            super(failure.message(), cause);
            this.failure = failure;
        }

        @Override
        public OrmFailure failure() {
            return failure;
        }
    }

    static final class InvalidUsage extends InvalidDataAccessApiUsageException implements Carrier {
        private final OrmFailure failure;

        InvalidUsage(OrmFailure failure, @Nullable Throwable cause) {
            super(failure.message(), cause);
            this.failure = failure;
        }

        @Override
        public OrmFailure failure() {
            return failure;
        }
    }

    static final class Uncategorized extends UncategorizedDataAccessException implements Carrier {
        private final OrmFailure failure;

        Uncategorized(OrmFailure failure, @Nullable Throwable cause) {
            super(failure.message(), cause);
            this.failure = failure;
        }

        @Override
        public OrmFailure failure() {
            return failure;
        }
    }

    private OrmExceptions() {}
}
