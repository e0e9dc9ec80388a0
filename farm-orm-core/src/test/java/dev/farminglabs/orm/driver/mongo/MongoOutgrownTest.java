package dev.farminglabs.orm.driver.mongo;

import static com.acme.platform.ControlPlane.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.acme.platform.ControlPlane;
import com.acme.platform.FastState;
import com.acme.platform.PlatformStore;
import com.acme.platform.PlatformStore.WorkspaceView;
import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record whose relations do not fit into one document with it. */
class MongoOutgrownTest {

    private int refusal;
    private final ObservedMongo mongo = new ObservedMongo();
    private final ClientBetween between = new ClientBetween((method, arguments) -> {
        if (refusal != 0
                && method.equals("aggregate")
                && String.valueOf(arguments[arguments.length - 1]).contains("__m0")) {
            throw new MongoCommandException(
                    new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(refusal)),
                    new ServerAddress());
        }
    });
    private final OrmClient<ControlPlane> orm =
            FarmOrm.bootstrap(new ControlPlane(), new MongoDriver(between.before(mongo.client), mongo.database));

    @BeforeEach
    void workspace() {
        OrmClient<FastState> fast = FarmOrm.bootstrap(new FastState(), new MongoDriver(mongo.client, mongo.database));
        new PlatformStore(orm, fast)
                .createWorkspaceWithOwner(new PlatformStore.NewWorkspace("a", "A", "owner@x", "Owner"));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    private WorkspaceView view() {
        return orm.model(WORKSPACE)
                .where(WORKSPACE.slug.eq("a"))
                .findUnique(WorkspaceView.class)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {10334, 4568})
    void itsRelationsAreReadAfterIt(int code) {
        WorkspaceView atOnce = view();
        assertThat(atOnce.memberships()).hasSize(1);
        refusal = code;
        assertThat(mongo.of(() -> assertThat(view()).isEqualTo(atOnce)))
                .contains("find")
                .hasSizeGreaterThan(1);
    }

    @Test
    void otherFailuresAreTheCallers() {
        refusal = 50;
        assertThat(OrmError.in(catchThrowable(this::view)).orElseThrow().code()).isEqualTo(OrmErrorCode.TIMEOUT);
    }

    @Test
    void inATransactionItIsTheEndOfIt() {
        refusal = 10334;
        Throwable seen = catchThrowable(() -> orm.<WorkspaceView>transaction(tx -> view()));
        assertThat(OrmError.in(seen).orElseThrow().code()).isEqualTo(OrmErrorCode.VALUE_TOO_LARGE);
        assertThat(between.ends).last().isEqualTo("abort");
    }
}
