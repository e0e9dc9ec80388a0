package dev.farminglabs.orm.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands between clients and a server on this machine, and breaks the way between them as it is told. Thread-safe. */
final class FaultProxy implements AutoCloseable {

    /** Where a connection is cut. */
    enum Cut {
        /** The server never sees the request. */
        BEFORE_SEND,
        /** The server has done and answered it; the client gets nothing of the answer. */
        AFTER_SEND,
        /** The client gets the first half of the answer. */
        MID_REPLY
    }

    private record Trap(Cut cut, List<String> patterns) {}

    private final int target;
    private final int port;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();
    private final AtomicInteger sprung = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();
    private volatile ServerSocket listener;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean silent;
    private volatile int slice = Integer.MAX_VALUE;

    /** In front of the server at that port. */
    FaultProxy(int target) {
        this.target = target;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    /** Where clients connect. */
    int port() {
        return port;
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            start("accept", () -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Link link = new Link(socket.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
                links.add(link);
                start("requests", link::requests);
                start("replies", link::replies);
            } catch (IOException e) {
                // the listener was closed, or the server is not there and the client's socket goes with the garbage
            }
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, "fault-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Cuts the next connection that sends a request with one of these texts in it, once. */
    void cut(Cut where, List<String> patterns) {
        trap.set(new Trap(where, patterns));
    }

    /** How many connections there are. */
    int open() {
        return links.size();
    }

    /** How many connections were cut by a pattern. */
    int sprung() {
        return sprung.get();
    }

    /** Keeps answers back until {@link #heal()}. */
    void hold() {
        held.set(0);
        gate = new CountDownLatch(1);
    }

    /** How many answers are being kept back. */
    int held() {
        return held.get();
    }

    /** Half-open: takes what comes, from either side, and passes nothing on. Connections stay open. */
    void silence() {
        silent = true;
    }

    /** Passes on so many bytes at a time. */
    void slice(int bytes) {
        slice = bytes;
    }

    /** Takes no connections and cuts those there are. */
    void refuse() {
        close(listener);
        cutAll();
    }

    /** Cuts all connections that are there now. */
    void cutAll() {
        links.forEach(Link::close);
    }

    /** The way is whole again. What was silenced is cut, since bytes of it are lost. */
    void heal() {
        trap.set(null);
        slice = Integer.MAX_VALUE;
        gate.countDown();
        if (silent) {
            silent = false;
            cutAll();
        }
        if (listener.isClosed()) {
            listener = listen(port);
        }
    }

    @Override
    public void close() {
        gate.countDown();
        refuse();
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // it is gone in any case
        }
    }

    /** One client and its connection to the server. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        private final AtomicReference<@Nullable Cut> doomed = new AtomicReference<>();
        private String last = "";

        Link(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void close() {
            links.remove(this);
            FaultProxy.close(client);
            FaultProxy.close(server);
        }

        void requests() {
            pump(client, server, this::request);
        }

        void replies() {
            pump(server, client, this::reply);
        }

        private void pump(Socket from, Socket to, Step step) {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                byte[] buffer = new byte[64 * 1024];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!silent && !step.take(Arrays.copyOf(buffer, read), out)) {
                        break;
                    }
                }
            } catch (IOException | InterruptedException e) {
                // one side is gone: so goes the other
            } finally {
                close();
            }
        }

        /** A pattern may begin in one packet and end in the next. */
        private boolean request(byte[] bytes, OutputStream out) throws IOException {
            int before = last.length();
            String text = last + new String(bytes, StandardCharsets.ISO_8859_1);
            last = text.substring(Math.max(0, text.length() - 200));
            Trap set = trap.get();
            if (set != null
                    && set.patterns().stream().anyMatch(each -> endsAfter(before, text, each))
                    && trap.compareAndSet(set, null)) {
                sprung.incrementAndGet();
                if (set.cut() == Cut.BEFORE_SEND) {
                    return false;
                }
                doomed.set(set.cut());
            }
            send(bytes, out);
            return true;
        }

        private static boolean endsAfter(int place, String text, String pattern) {
            int at = text.lastIndexOf(pattern);
            return at >= 0 && at + pattern.length() > place;
        }

        private boolean reply(byte[] bytes, OutputStream out) throws IOException, InterruptedException {
            CountDownLatch closed = gate;
            if (closed.getCount() > 0) {
                held.incrementAndGet();
                closed.await(60, TimeUnit.SECONDS);
            }
            Cut cut = doomed.get();
            if (cut == Cut.MID_REPLY) {
                send(Arrays.copyOf(bytes, bytes.length / 2), out);
            }
            if (cut == null) {
                send(bytes, out);
            }
            return cut == null;
        }

        private void send(byte[] bytes, OutputStream out) throws IOException {
            int step = slice;
            for (int at = 0; at < bytes.length; at += Math.min(step, bytes.length - at)) {
                out.write(bytes, at, Math.min(step, bytes.length - at));
                out.flush();
            }
        }
    }

    /** What happens to bytes that have come; false to cut the connection. */
    private interface Step {
        boolean take(byte[] bytes, OutputStream out) throws IOException, InterruptedException;
    }
}
