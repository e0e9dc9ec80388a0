package dev.farminglabs.guide;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.OrmClientCustomizer;
import dev.farminglabs.orm.autoconfigure.condition.ConditionalOnFarmOrm;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@ConditionalOnFarmOrm
class LibraryAutoConfiguration {

    @Bean
    Library library() {
        return new Library();
    }

    @Bean
    AuthorStore authorStore(OrmClient<Library> orm) {
        return new AuthorStore(orm);
    }

    @Bean
    OrmClientCustomizer clock(Clock clock) {
        return (schemaBean, builder) -> builder.clock(clock);
    }
}
