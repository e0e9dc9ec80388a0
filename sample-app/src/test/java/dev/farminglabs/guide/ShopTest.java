package dev.farminglabs.guide;

import static dev.farminglabs.guide.Shop.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import org.junit.jupiter.api.Test;

class ShopTest {

    @Test
    void aDeletedCustomerIsStillThereWhenAskedFor() {
        OrmClient<Shop> orm = FarmOrm.inMemory(new Shop());
        orm.model(CUSTOMER).create(CUSTOMER.email.set("a@example.org"));
        orm.model(CUSTOMER).where(CUSTOMER.email.eq("a@example.org")).delete();

        assertThat(orm.model(CUSTOMER).count()).isZero();
        assertThat(orm.model(CUSTOMER).withDeleted().count()).isEqualTo(1);
    }
}
