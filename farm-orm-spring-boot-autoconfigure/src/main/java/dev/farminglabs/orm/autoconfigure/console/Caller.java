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

/** Finds out where a request comes from, by the socket it came through, and by which name it has called the console. */
final class Caller {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern NUMBERS = Pattern.compile(BYTE + "(\\." + BYTE + "){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final List<String> FORWARDING =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    /** Set by Tomcat where it has put what a header says in place of the address of the socket. */
    private static final String REPLACED = "org.apache.tomcat.request.forwarded";

    private final HttpServletRequest socket;

    Caller(HttpServletRequest request) {
        this.socket = unwrapped(request);
    }

    /** Whether the caller is on this machine. */
    boolean isHere() {
        boolean forwarded = FORWARDING.stream().anyMatch(header -> socket.getHeader(header) != null);
        return !forwarded && socket.getAttribute(REPLACED) == null && isLoopback(socket.getRemoteAddr());
    }

    /**
     * Whether the console was called by a name that nobody else can give it. A page of somebody else can have its own name lead
     * to this machine, but neither the name localhost nor an address.
     *
     * @param remote whether the address may be another one than that of this machine for itself
     * @param others names that are let pass too
     */
    boolean knowsTheName(boolean remote, List<String> others) {
        String host = socket.getHeader(HttpHeaders.HOST);
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || isLoopback(name.replaceAll("^\\[|]$", ""))
                || (remote && (name.startsWith("[") || NUMBERS.matcher(name).matches()))
                || others.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** A filter may have wrapped the request to show what a header says. */
    private static HttpServletRequest unwrapped(HttpServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner instanceof HttpServletRequest socket ? socket : request;
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
}
