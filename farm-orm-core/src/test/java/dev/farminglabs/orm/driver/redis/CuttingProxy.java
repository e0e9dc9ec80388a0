package dev.farminglabs.orm.driver.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a client and a server, and can cut a connection when the server's next answer is on its way. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket entrance;
    private final int serverPort;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<Answer> next = new AtomicReference<>(Answer.WHOLE);

    private enum Answer {
        WHOLE,
        HALF,
        NONE
    }

    CuttingProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** The server will do what it is told next, and its answer will not arrive. */
    void cutNextAnswer() {
        next.set(Answer.NONE);
    }

    /** The next answer will stop half-way. */
    void halveNextAnswer() {
        next.set(Answer.HALF);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                threads.execute(() -> carry(client, server, false));
                threads.execute(() -> carry(server, client, true));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Answer answer = answers ? next.getAndSet(Answer.WHOLE) : Answer.WHOLE;
                out.write(buffer, 0, answer == Answer.WHOLE ? count : answer == Answer.HALF ? count / 2 : 0);
                out.flush();
                if (answer != Answer.WHOLE) {
                    return;
                }
            }
        } catch (IOException closed) {
            // the other direction has ended
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
