package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.console.trace.Trail;
import dev.farminglabs.orm.error.OrmError;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Leads each address to its page, through the door, and makes an answer of whatever comes of it. Thread-safe. */
final class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private static final Map<String, MediaType> ASSETS =
            Map.of("console.css", MediaType.valueOf("text/css"), "console.js", MediaType.valueOf("text/javascript"));

    private final Site site;
    private final Door door;

    Routes(Site site, Door door) {
        this.site = site;
        this.door = door;
    }

    /** None where the console is switched off, which an application processed ahead of time learns only now. */
    RouterFunction<ServerResponse> routes() {
        if (!site.console().enabled()) {
            return request -> Optional.empty();
        }
        String path = site.console().path();
        return RouterFunctions.route()
                .GET(path, page(new HomePage(site)::show))
                .GET(path + "/", page(new HomePage(site)::show))
                .GET(path + "/assets/{file}", this::asset)
                .GET(path + "/schemas/{schema}", page(new SchemaPage(site)::show))
                .GET(path + "/schemas/{schema}/setup", page(request -> new SetupPage(site).show(request, false)))
                .POST(path + "/schemas/{schema}/setup", page(request -> new SetupPage(site).show(request, true)))
                .GET(path + "/schemas/{schema}/models/{model}", page(new RecordsPage(site)::show))
                .GET(path + "/schemas/{schema}/models/{model}/record", page(new RecordPage(site)::show))
                .build();
    }

    private HandlerFunction<ServerResponse> page(Function<ServerRequest, Page> maker) {
        return request -> {
            Trail trail = new Trail();
            Frame frame = new Frame(site, request);
            try {
                door.check(request);
            } catch (Refusal refusal) {
                return html(request, refusal.status(), Frame.bare(Page.of(refusal)));
            }
            try {
                Page page = trail.record(() -> maker.apply(request));
                return html(request, page.status(), frame.around(page, trail.steps()));
            } catch (RuntimeException failure) {
                Page page = failed(failure);
                return html(request, page.status(), frame.around(page, trail.steps()));
            }
        };
    }

    private static Page failed(RuntimeException failure) {
        if (failure instanceof Refusal refusal) {
            return Page.of(refusal);
        }
        OrmError error = OrmError.in(failure).orElse(null);
        if (error == null) {
            LOG.error("A page of the console could not be made", failure);
            return Page.of(new Refusal(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "This page could not be made",
                    failure.getClass().getName() + "; the application's log says more."));
        }
        return Page.of(error);
    }

    private ServerResponse html(ServerRequest request, HttpStatus status, String document) {
        return door.answer(request, status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(document);
    }

    private ServerResponse asset(ServerRequest request) {
        String file = request.pathVariable("file");
        try {
            door.check(request);
        } catch (Refusal refusal) {
            return html(request, refusal.status(), Frame.bare(Page.of(refusal)));
        }
        MediaType type = ASSETS.get(file);
        return type == null
                ? door.answer(request, HttpStatus.NOT_FOUND).build()
                : door.answer(request, HttpStatus.OK)
                        .contentType(type)
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .body(new ClassPathResource(file, Routes.class));
    }
}
