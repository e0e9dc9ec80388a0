package dev.farminglabs.guide;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class LibraryConfiguration {

    @Bean
    Library library() {
        return new Library();
    }
}
