package dev.farminglabs.sample.cache;

import dev.farminglabs.orm.Upsert;
import dev.farminglabs.sample.api.NotFound;
import dev.farminglabs.sample.cache.CacheStore.Cached;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cache/{namespace}/{key}")
class CacheController {

    private static final int DAY = 24 * 60 * 60;

    private final CacheStore cache;

    CacheController(CacheStore cache) {
        this.cache = cache;
    }

    /** Without {@code ttl}, in seconds, the entry stays. */
    @PutMapping
    ResponseEntity<Void> put(
            @PathVariable String namespace,
            @PathVariable String key,
            @RequestParam(required = false) @Min(1) @Max(DAY) @Nullable Integer ttl,
            @RequestBody Map<String, Object> value) {
        Instant expiresAt = ttl == null ? null : Instant.now().plusSeconds(ttl);
        Upsert.Outcome outcome = cache.put(namespace, key, new Cached(value, expiresAt));
        return ResponseEntity.status(outcome == Upsert.Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.NO_CONTENT)
                .build();
    }

    @GetMapping
    Cached find(@PathVariable String namespace, @PathVariable String key) {
        return cache.find(namespace, key).orElseThrow(() -> new NotFound("cache entry"));
    }
}
