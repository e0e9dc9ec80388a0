package dev.farminglabs.orm.autoconfigure.restart;

import static dev.farminglabs.orm.autoconfigure.restart.Diary.ENTRY;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.ProjectionOf;
import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.restart.Diary.Mood;
import dev.farminglabs.orm.autoconfigure.setup.FarmOrmSetupAutoConfiguration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Starts, writes one entry, reads all, and says how many there are. */
@SpringBootConfiguration
@AutoConfigurationPackage
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FarmOrmAutoConfiguration.class,
    FarmOrmSetupAutoConfiguration.class
})
public class DiaryApplication implements Supplier<Integer> {

    @ProjectionOf(Diary.Entry.class)
    record EntryView(String text, Mood mood) {}

    @Bean
    Diary diary() {
        return new Diary();
    }

    @Override
    public Integer get() {
        SpringApplication application = new SpringApplication(DiaryApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = application.run(
                "--spring.datasource.url=jdbc:h2:mem:restart;DB_CLOSE_DELAY=-1",
                "--spring.main.banner-mode=off",
                "--farm.orm.schemas.diary.setup=push")) {
            OrmClient<?> orm = context.getBean(OrmClient.class);
            orm.model(ENTRY).create(ENTRY.text.set("started"), ENTRY.mood.set(Mood.BRIGHT));
            List<EntryView> entries = orm.model(ENTRY).findMany(EntryView.class);
            entries.forEach(entry -> entry.mood().compareTo(Mood.BRIGHT));
            return entries.size();
        }
    }
}
