package io.baton.development;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void refusesATakenPortAndNamesItsOwnerAndTheProperty() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = socket.getLocalPort();
            assertThatThrownBy(() -> Ports.require(port, "Keycloak", "--baton.keycloak.port"))
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("Keycloak")
                    .hasMessageContaining("--baton.keycloak.port")
                    .hasMessageContaining(owner());
        }
    }

    @Test
    void acceptsAFreePort() {
        assertThatCode(() -> Ports.require(Ports.free(), "Redis", "--baton.redis.port"))
                .doesNotThrowAnyException();
    }

    /** The system tells who listens on Linux only. */
    private static String owner() {
        return System.getProperty("os.name").equals("Linux")
                ? "process " + ProcessHandle.current().pid()
                : "is taken";
    }
}
