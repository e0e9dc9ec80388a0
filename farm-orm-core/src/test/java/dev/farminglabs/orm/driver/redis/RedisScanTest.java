package dev.farminglabs.orm.driver.redis;

import static dev.farminglabs.orm.driver.redis.Shop.ORDER;
import static dev.farminglabs.orm.driver.redis.Shop.VOUCHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The last resort: counted, and refused where that is said. */
class RedisScanTest {

    record NewVoucher(String text) {}

    private final RedisBench bench = new RedisBench();
    private final OrmClient<Shop> shop = bench.client(new Shop());

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void isCountedAndNeverKeys() {
        shop.model(VOUCHER)
                .createMany(IntStream.range(0, 700)
                        .mapToObj(i -> new NewVoucher("v" + i))
                        .toList());
        assertThat(bench.commands(() -> assertThat(
                                shop.model(VOUCHER).where(VOUCHER.text.eq("v7")).count())
                        .isEqualTo(1)))
                .contains("SCAN")
                .doesNotContain("KEYS");
        assertThat(bench.driver.scans()).isEqualTo(1);
        shop.model(ORDER).create(ORDER.number.set("n"), ORDER.customer.set("c"), ORDER.total.set(1));
        assertThat(shop.model(ORDER).findMany()).hasSize(1);
        assertThat(bench.driver.scans())
                .as("a model with indexes knows all of its records")
                .isEqualTo(1);
    }

    @Test
    void isRefusedWhereThatIsSaid() {
        RedisDriver strict = new RedisDriver(
                bench.connections,
                RedisOptions.DEFAULT.withKeyPrefix(bench.prefix).withScan(RedisOptions.Scan.DENY));
        OrmClient<Shop> client = FarmOrm.client(new Shop(), strict).connect();
        assertThat(bench.commands(() -> {
                    Throwable thrown =
                            catchThrowable(() -> client.model(VOUCHER).findMany());
                    assertThat(thrown).isInstanceOf(OrmError.class);
                    assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.UNSUPPORTED);
                    assertThat(thrown).hasMessageContaining("voucher");
                }))
                .as("a look at what setups have written down")
                .containsExactly("HGETALL");
        client.model(VOUCHER).create(VOUCHER.id.set("1"), VOUCHER.text.set("t"));
        assertThat(client.model(VOUCHER).where(VOUCHER.id.eq("1")).findUnique()).isPresent();
    }

    @Test
    void isNotLedAstrayByOtherTables() {
        OrmClient<Shop> odd =
                FarmOrm.client(new Shop(), bench.driver).prefix("a*[b]?:").connect();
        OrmClient<Shop> other = FarmOrm.client(new Shop(), bench.driver)
                .prefix("a*[b]?:vouchers:")
                .connect();
        odd.model(VOUCHER).create(VOUCHER.id.set("1"), VOUCHER.text.set("mine"));
        other.model(VOUCHER).create(VOUCHER.id.set("1"), VOUCHER.text.set("theirs"));
        assertThat(odd.model(VOUCHER).findValues(VOUCHER.text)).containsExactly("mine");
        assertThat(other.model(VOUCHER).findValues(VOUCHER.text)).containsExactly("theirs");
    }
}
