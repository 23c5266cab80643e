package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.development.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTests {

    private static final int SILENCE_MILLIS = 300;

    private final List<Socket> opened = new CopyOnWriteArrayList<>();
    private ServerSocket echo;

    @BeforeEach
    void startsAnEcho() throws IOException {
        echo = echo();
    }

    @AfterEach
    void closesAll() throws IOException {
        echo.close();
        for (var socket : opened) {
            socket.close();
        }
    }

    @Test
    void bringsBytesThereAndBack() throws IOException {
        try (var proxy = new TcpProxy(List.of(address(echo)))) {
            var client = connect(proxy);
            assertThat(echoed(client, "hello")).isEqualTo("hello");
            assertThat(proxy.links()).hasSize(1);
        }
    }

    @Test
    void bringsMuchMoreThanItKeeps() throws Exception {
        try (var proxy = new TcpProxy(List.of(address(echo)))) {
            var client = connect(proxy);
            var bytes = new byte[3 << 20];
            var writer = Thread.ofVirtual().start(() -> write(client, bytes));
            assertThat(client.getInputStream().readNBytes(bytes.length)).hasSize(bytes.length);
            writer.join();
        }
    }

    @Test
    void takesTheNextAddressWhenOneDoesNotAnswer() throws IOException {
        var dead = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
        try (var proxy = new TcpProxy(List.of(dead, address(echo)))) {
            assertThat(echoed(connect(proxy), "one")).isEqualTo("one");
            assertThat(echoed(connect(proxy), "two")).isEqualTo("two");
        }
    }

    @Test
    void goesRoundTheAddresses() throws IOException {
        try (var other = echo();
                var proxy = new TcpProxy(List.of(address(echo), address(other)))) {
            echoed(connect(proxy), "one");
            echoed(connect(proxy), "two");
            assertThat(opened.stream().map(Socket::getLocalPort)).contains(echo.getLocalPort(), other.getLocalPort());
        }
    }

    @Test
    void closesTheClientWhenTheServerCloses() throws IOException {
        try (var proxy = new TcpProxy(List.of(address(echo)))) {
            var client = connect(proxy);
            echoed(client, "hello");
            opened.stream()
                    .filter(socket -> socket.getLocalPort() == echo.getLocalPort())
                    .forEach(TcpProxyTests::close);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void cutsInTheMiddle() throws IOException {
        try (var proxy = new TcpProxy(List.of(address(echo)))) {
            var client = connect(proxy);
            echoed(client, "hello");
            proxy.links().getFirst().cutAfter(3);
            assertThatThrownBy(() -> echoed(client, "world")).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void leavesAConnectionHalfOpen() throws IOException {
        try (var proxy = new TcpProxy(List.of(address(echo)))) {
            var client = connect(proxy);
            echoed(client, "hello");
            proxy.links().getFirst().halfOpen();
            client.setSoTimeout(SILENCE_MILLIS);
            assertThatThrownBy(() -> echoed(client, "world")).isInstanceOf(SocketTimeoutException.class);
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void makesTheServerWaitForASlowReader() throws Exception {
        try (var proxy = new TcpProxy(List.of(address(echo)))) {
            var client = connect(proxy);
            echoed(client, "hello");
            proxy.links().getFirst().slowDown(100_000);
            var began = System.nanoTime();
            var writer = Thread.ofVirtual().start(() -> write(client, new byte[50_000]));
            client.getInputStream().readNBytes(40_000);
            assertThat((System.nanoTime() - began) / 1_000_000).isGreaterThan(300);

            proxy.links().getFirst().speedUp();
            assertThat(client.getInputStream().readNBytes(10_000)).hasSize(10_000);
            writer.join();
        }
    }

    private ServerSocket echo() throws IOException {
        var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                serve(server);
            }
        });
        return server;
    }

    private void serve(ServerSocket server) {
        try {
            var socket = server.accept();
            opened.add(socket);
            Thread.ofVirtual().start(() -> transfer(socket));
        } catch (IOException closed) {
            // the loop ends with the server
        }
    }

    private static void transfer(Socket socket) {
        try {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException reset) {
            close(socket);
        }
    }

    private static InetSocketAddress address(ServerSocket server) {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    private Socket connect(TcpProxy proxy) throws IOException {
        var client = new Socket(proxy.address().getAddress(), proxy.address().getPort());
        opened.add(client);
        return client;
    }

    private static String echoed(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes());
        return new String(socket.getInputStream().readNBytes(text.length()));
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
