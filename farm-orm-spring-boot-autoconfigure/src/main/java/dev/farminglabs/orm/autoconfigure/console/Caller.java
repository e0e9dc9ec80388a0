package dev.farminglabs.orm.autoconfigure.console;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Finds out whether a request was made on this machine, by the socket it came through and by nothing that it says itself. */
final class Caller {

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final List<String> FORWARDING =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    /** Set by Tomcat where it has put what a header says in place of the address of the socket. */
    private static final String REPLACED = "org.apache.tomcat.request.forwarded";

    /** Whether the caller is on this machine and has called it by a name that only this machine has. */
    static boolean isHere(HttpServletRequest request) {
        HttpServletRequest socket = unwrapped(request);
        boolean forwarded = FORWARDING.stream().anyMatch(header -> socket.getHeader(header) != null);
        return !forwarded
                && socket.getAttribute(REPLACED) == null
                && isLoopback(socket.getRemoteAddr())
                && isThisMachine(socket.getHeader(HttpHeaders.HOST));
    }

    /** A filter may have wrapped the request to show what a header says. */
    private static HttpServletRequest unwrapped(HttpServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner instanceof HttpServletRequest socket ? socket : request;
    }

    /** A page of somebody else can have its own name lead to this machine, but not the name localhost. */
    private static boolean isThisMachine(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || isLoopback(name.replaceAll("^\\[|]$", ""));
    }

    /** Never looks a name up. */
    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null
                    && NUMBERS.matcher(address).matches()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Caller() {}
}
