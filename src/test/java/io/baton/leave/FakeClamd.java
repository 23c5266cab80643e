package io.baton.leave;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A server on a free port that speaks INSTREAM as ClamAV's manual describes it, and misbehaves when told to. */
final class FakeClamd implements AutoCloseable {

    /** The harmless file that every scanner reports; in two parts, so that no scanner reports this source. */
    static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    enum Manner {
        PROPER,
        SILENT,
        DEAF,
        GARBAGE,
        ENDLESS,
        CUT_AT_ONCE,
        CUT_IN_THE_ANSWER,
        TOO_LARGE
    }

    private final ServerSocket server;
    private final Thread acceptor;
    private final List<Integer> chunks = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
    private volatile Manner manner;

    FakeClamd(Manner manner) throws IOException {
        this.manner = manner;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.acceptor = Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    void behave(Manner now) {
        manner = now;
    }

    /** How long the parts were in which files came. */
    List<Integer> chunks() {
        return List.copyOf(chunks);
    }

    /** Nobody is let in any more when this returns: the port is closed when whoever accepts has left it. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            acceptor.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        for (var socket : List.copyOf(open)) {
            socket.close();
        }
    }

    private void serve() {
        try {
            while (true) {
                var socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> answer(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void answer(Socket socket) {
        try {
            if (manner == Manner.CUT_AT_ONCE) {
                socket.close();
            } else if (manner != Manner.DEAF) {
                answer(read(new DataInputStream(socket.getInputStream())), socket.getOutputStream());
                if (manner != Manner.SILENT) {
                    socket.close();
                }
            }
        } catch (IOException gone) {
            // The client has had enough.
        }
    }

    private void answer(byte[] file, OutputStream out) throws IOException {
        switch (manner) {
            case GARBAGE -> out.write("HTTP/1.1 200 OK\r\n\r\n\0".getBytes(StandardCharsets.US_ASCII));
            case ENDLESS -> out.write("A".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
            case CUT_IN_THE_ANSWER -> out.write("stream: O".getBytes(StandardCharsets.US_ASCII));
            case TOO_LARGE -> out.write("INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII));
            case PROPER -> out.write(verdict(file).getBytes(StandardCharsets.US_ASCII));
            default -> out.flush();
        }
    }

    private static String verdict(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        return text.contains(new String(EICAR, StandardCharsets.ISO_8859_1))
                ? "stream: Eicar-Signature FOUND\0"
                : "stream: OK\0";
    }

    private byte[] read(DataInputStream in) throws IOException {
        var command = new ByteArrayOutputStream();
        for (int next = in.readByte(); next != 0; next = in.readByte()) {
            command.write(next);
        }
        if (!command.toString(StandardCharsets.US_ASCII).equals("zINSTREAM")) {
            throw new IOException("UNKNOWN COMMAND");
        }
        var file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            chunks.add(length);
            file.write(in.readNBytes(length));
        }
        return file.toByteArray();
    }
}
