package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static dev.farminglabs.orm.tck.Samples.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.Ability;
import dev.farminglabs.orm.driver.Capabilities.NumericIds;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.Stores;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A declared ability works; one that is not declared is refused by name. */
public abstract class CapabilityContract extends Contract<Samples> {

    /** A schema that demands something of its store. */
    static final class Demanding extends Schema {
        Demanding(Ability ability) {
            super("demanding", DOCUMENT);
            require(ability);
        }
    }

    protected CapabilityContract() {
        super(new Samples());
    }

    @ParameterizedTest
    @EnumSource(Ability.class)
    void whatASchemaDemandsIsThereOrNamed(Ability ability) {
        if (capabilities().has(ability)) {
            OrmClient<Demanding> client = open(new Demanding(ability), "demanding_");
            assertThat(client.model(DOCUMENT).count()).isZero();
        } else {
            OrmError error = failure(
                    OrmErrorCode.UNSUPPORTED,
                    () -> builder(new Demanding(ability)).connect());
            assertThat(message(error))
                    .contains("demanding", ability.name(), capabilities().store());
            assertThat(error.store()).isEqualTo(capabilities().store());
        }
    }

    @Test
    void nameTheStore() {
        assertThat(capabilities().store()).isNotBlank();
        assertThat(orm.capabilities())
                .isEqualTo(builder(new Samples()).connect().capabilities());
        assertThat(orm.toString()).isEqualTo("OrmClient of schema samples");
    }

    @Test
    void answerAPingAndTellNoSecretsInTheirAddress() {
        Driver driver = Stores.open(place().store());
        driver.ping();
        assertThat(driver.addresses())
                .allSatisfy(address ->
                        assertThat(address).doesNotContain("@", "?", ";").doesNotContainIgnoringCase("password"));
        place().assertQuiet();
    }

    @Test
    void transactionsWorkOrAreRefused() {
        if (capabilities().supportsTransactions()) {
            assertThat(orm.<Integer>transaction(tx -> 5)).isEqualTo(5);
        } else {
            OrmError error = failure(OrmErrorCode.UNSUPPORTED, () -> orm.transaction(tx -> 5));
            assertThat(message(error)).contains("TRANSACTIONS");
        }
    }

    @Test
    void numericIdsAreGeneratedOrRefused() {
        if (capabilities().numericIds() == NumericIds.GENERATED) {
            assertThat(orm.model(TICKET).create(TICKET.title.set("a")).get(TICKET.id))
                    .isPositive();
        } else {
            OrmError error =
                    failure(OrmErrorCode.UNSUPPORTED, () -> orm.model(TICKET).create(TICKET.title.set("a")));
            assertThat(message(error)).contains("GENERATED_IDS");
        }
    }

    @Test
    void namespacesWorkOrAreRefused() {
        String namespace = "tck_ns_" + UUID.randomUUID().toString().substring(0, 8);
        var builder = builder(new Samples()).namespace(namespace);
        if (capabilities().schemaNamespaces()) {
            builder.setup().push();
            OrmClient<Samples> there = builder.connect();
            there.model(DOCUMENT).create(DOCUMENT.title.set("a"));
            assertThat(there.model(DOCUMENT).count()).isEqualTo(1);
            assertThat(orm.model(DOCUMENT).count()).isZero();
            if (place() instanceof JdbcPlace jdbc) {
                jdbc.removeNamespace(namespace);
            }
        } else {
            OrmError error = failure(OrmErrorCode.UNSUPPORTED, () -> {
                builder.setup().push();
                builder.connect().model(DOCUMENT).count();
            });
            assertThat(message(error)).contains("NAMESPACES");
        }
    }

    @Test
    void prefixesKeepApplicationsApart() {
        OrmClient<Samples> other = open(new Samples(), "other_");
        other.model(DOCUMENT).create(DOCUMENT.title.set("a"));
        orm.model(DOCUMENT).create(DOCUMENT.title.set("a"));
        assertThat(other.model(DOCUMENT).all().deleteMany()).isEqualTo(1);
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(1);
    }

    @Test
    void inspectionSaysWhatAStoreIs() {
        StorePlace place = place();
        assertThat(FarmOrm.inspect(place.store()).supported()).isTrue();
        assertThat(FarmOrm.inspect("jdbc:url").supported()).isFalse();
        assertThat(FarmOrm.inspect("jdbc:url").summary())
                .contains("java.lang.String")
                .doesNotContain("jdbc:url");
        assertThat(FarmOrm.inspect(null).supported()).isFalse();
        failure(OrmErrorCode.UNSUPPORTED, () -> FarmOrm.connect(new Samples(), "jdbc:url"));
    }
}
