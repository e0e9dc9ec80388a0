package dev.farminglabs.sample.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The calls of one request so far, kept with the request. Used by its thread only. */
final class RequestCalls {

    private static final String ATTRIBUTE = RequestCalls.class.getName();

    private final List<StoreCall> calls = new ArrayList<>();

    private RequestCalls() {}

    /** Notes a call; outside a request, as at the start, nobody asks for it. */
    static void note(StoreCall call) {
        if (RequestContextHolder.getRequestAttributes() != null) {
            current().calls.add(call);
        }
    }

    /** Those of this thread's request. */
    static RequestCalls current() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof RequestCalls known) {
            return known;
        }
        RequestCalls fresh = new RequestCalls();
        request.setAttribute(ATTRIBUTE, fresh, RequestAttributes.SCOPE_REQUEST);
        return fresh;
    }

    /** One by one. */
    public List<StoreCall> all() {
        return List.copyOf(calls);
    }

    /** By store: how many, and how long together, such as {@code h2: 2 calls, 0.8 ms}. */
    public List<String> byStore() {
        return stores().entrySet().stream()
                .map(store -> store.getKey() + ": " + store.getValue().size()
                        + (store.getValue().size() == 1 ? " call, " : " calls, ")
                        + StoreCall.millis(nanos(store.getValue())))
                .toList();
    }

    /** The same as a {@code Server-Timing} header, which the developer tools of browsers draw. */
    String serverTiming() {
        return stores().entrySet().stream()
                .map(store -> String.format(
                        Locale.ROOT,
                        "%s;desc=\"%d\";dur=%.1f",
                        store.getKey(),
                        store.getValue().size(),
                        nanos(store.getValue()) / 1e6))
                .collect(Collectors.joining(", "));
    }

    private Map<String, List<StoreCall>> stores() {
        return calls.stream().collect(Collectors.groupingBy(StoreCall::store, LinkedHashMap::new, Collectors.toList()));
    }

    private static long nanos(List<StoreCall> calls) {
        return calls.stream().mapToLong(StoreCall::nanos).sum();
    }
}
