package dev.farminglabs.guide;

import static dev.farminglabs.guide.Newsroom.CONTENT;
import static dev.farminglabs.guide.Newsroom.PUBLISHER;
import static dev.farminglabs.guide.Newsroom.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewsroomTest {

    @Test
    void whatTheGuideShows() {
        OrmClient<Newsroom> orm = FarmOrm.inMemory(new Newsroom());
        orm.model(PUBLISHER).create(PUBLISHER.id.set("acme"), PUBLISHER.name.set("Acme"));
        Newsroom.Desk desk = new Newsroom.Desk(orm, "acme");
        desk.publish();

        assertThat(desk.latest()).containsExactlyInAnyOrder("Storm, 90 s", "text");
        assertThat(desk.retire(Instant.EPOCH)).isZero();

        assertThat(Newsroom.reopen(orm)).isEqualTo(1);
        Newsroom.close(orm, "acme");
        assertThat(orm.acrossTenants().model(CONTENT).withDeleted().count()).isZero();
        assertThat(orm.acrossTenants().model(VIDEO).count()).isZero();
    }
}
