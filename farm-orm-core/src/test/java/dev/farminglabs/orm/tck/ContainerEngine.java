package dev.farminglabs.orm.tck;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;

/**
 * The engine that runs containers for tests, where there is one. Whether one answers is found out by a knock at its door, in
 * milliseconds and without Testcontainers, which would look for one longer and log each failure.
 */
public final class ContainerEngine {

    private static final int PATIENCE_MILLIS = 500;

    private static final boolean ANSWERS = knock();

    /** Whether containers can be started. */
    public static boolean answers() {
        return ANSWERS;
    }

    /** Starts a container, which ends with this JVM. */
    public static <C extends GenericContainer<?>> C start(C container) {
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return container;
    }

    private static boolean knock() {
        @Nullable String host = System.getenv("DOCKER_HOST");
        if (host != null && !host.isBlank()) {
            URI address = URI.create(host);
            return address.getScheme().equals("unix")
                    ? listens(Path.of(address.getPath()))
                    : address.getHost() != null
                            && listens(
                                    StandardProtocolFamily.INET,
                                    new InetSocketAddress(address.getHost(), Math.max(address.getPort(), 2375)));
        }
        return listens(Path.of("/var/run/docker.sock"))
                || listens(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"))
                || Files.exists(Path.of("\\\\.\\pipe\\docker_engine"));
    }

    private static boolean listens(Path socket) {
        return Files.exists(socket) && listens(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(socket));
    }

    private static boolean listens(StandardProtocolFamily family, SocketAddress address) {
        try (SocketChannel channel = SocketChannel.open(family)) {
            if (family == StandardProtocolFamily.INET) {
                channel.socket().connect(address, PATIENCE_MILLIS);
                return true;
            }
            return channel.connect(address);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private ContainerEngine() {}
}
