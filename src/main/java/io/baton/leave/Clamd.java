package io.baton.leave;

import io.baton.kernel.Problem;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a ClamAV daemon by its command INSTREAM: chunks with their length in front, a length of 0 at the end. Whatever is
 * not a clear answer within the time counts as none.
 */
final class Clamd implements VirusScanner {

    private static final Logger log = LoggerFactory.getLogger(Clamd.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final Duration patience;

    Clamd(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    @Override
    public void check(byte[] content) {
        var answer = ask(content);
        if (answer.startsWith("stream: ") && answer.endsWith(FOUND)) {
            log.warn("a file was refused: {}", answer.substring("stream: ".length()));
            throw Problem.of(422, "file_infected", Map.of());
        }
        if (!answer.equals(CLEAN)) {
            log.error("the virus scanner at {}:{} did not answer the question: {}", host, port, answer);
            throw unavailable();
        }
    }

    private String ask(byte[] content) {
        try (var socket = new Socket()) {
            var watch = closeInTime(socket);
            try {
                socket.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
                send(socket, content);
                return read(socket.getInputStream());
            } finally {
                watch.interrupt();
            }
        } catch (IOException failure) {
            log.error("the virus scanner at {}:{} cannot be asked: {}", host, port, failure.toString());
            throw unavailable();
        }
    }

    /** Ends reading and writing alike, however slowly the other side goes on. */
    private Thread closeInTime(Socket socket) {
        return Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(patience);
                socket.close();
            } catch (InterruptedException | IOException done) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void send(Socket socket, byte[] content) throws IOException {
        var out = new DataOutputStream(socket.getOutputStream());
        out.write(COMMAND);
        for (int from = 0; from < content.length; from += CHUNK) {
            int length = Math.min(CHUNK, content.length - from);
            out.writeInt(length);
            out.write(content, from, length);
        }
        out.writeInt(0);
        out.flush();
    }

    /** Up to the zero that ends it; an answer that is cut off is none. */
    private static String read(InputStream in) throws IOException {
        var answer = new ByteArrayOutputStream();
        while (answer.size() < LONGEST_ANSWER) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the answer was cut off");
            }
            if (next == 0) {
                return answer.toString(StandardCharsets.UTF_8);
            }
            answer.write(next);
        }
        throw new IOException("the answer is too long");
    }

    private static Problem unavailable() {
        return Problem.of(503, "scanner_unavailable", Map.of());
    }
}
