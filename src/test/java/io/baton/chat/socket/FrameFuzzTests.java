package io.baton.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.BatonTest;
import io.baton.SocketClient;
import io.baton.chat.ChatScene;
import io.baton.chat.Frames;
import io.baton.chat.Limits;
import io.baton.identity.SignedIn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;
import org.springframework.web.socket.CloseStatus;

/** Whatever a client sends, it is answered or ignored; it never ends in an internal error, and never disturbs the others. */
@BatonTest
class FrameFuzzTests {

    private static final int FRAMES = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Limits.Rate UNLIMITED = new Limits.Rate(1_000_000, 1_000_000);

    @Autowired
    private FrameDispatch dispatch;

    @Autowired
    private Frames frames;

    @Autowired
    private Clock clock;

    private final Limits limits = new Limits(
            UNLIMITED,
            UNLIMITED,
            UNLIMITED,
            Integer.MAX_VALUE,
            DataSize.ofKilobytes(64),
            DataSize.ofMegabytes(100),
            50,
            10,
            60,
            30,
            120,
            List.of());
    private final Answers answers = new Answers();
    private ChatScene.Scene scene;

    /** Keeps what the server answers. */
    private static final class Answers implements Outbox.Wire {

        final List<String> frames = Collections.synchronizedList(new ArrayList<>());
        volatile @Nullable CloseStatus closed;

        @Override
        public void write(String frame, Consumer<@Nullable Throwable> written) {
            frames.add(frame);
            written.accept(null);
        }

        @Override
        public void close(CloseStatus status) {
            closed = status;
        }
    }

    @BeforeEach
    void open() {
        scene = ChatScene.opened();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_125})
    void answersTenThousandRandomFramesWithoutAnInternalError(long seed) throws Exception {
        var random = new Random(seed);
        var connection = connection();
        var quota = new Quota(limits, connection.party(), clock);
        try (var other = SocketClient.customer(scene.token())) {
            for (int i = 0; i < FRAMES; i++) {
                assertThat(dispatch.handle(connection, quota, new Noise(random, scene.conversation()).frame()))
                        .isTrue();
            }
            other.await("ACK", other.text(scene.conversation(), "undisturbed"));
        }
        assertThat(answers.closed).isNull();
        for (var answer : List.copyOf(answers.frames)) {
            var frame = JSON.readTree(answer);
            assertThat(frame.path("type").asText()).isNotEmpty();
            assertThat(frame.path("code").asText()).as(answer).isNotEqualTo("internal");
            assertThat(answer).doesNotContain("Exception").doesNotContain("io.baton");
        }
        assertThat(answers.frames).hasSizeGreaterThan(FRAMES / 4);
    }

    @Test
    void putsFramesTogetherThatComeInParts() {
        try (var customer = SocketClient.customer(scene.token())) {
            var id = UUID.randomUUID().toString();
            customer.sendInParts(
                    "{\"type\":\"TEXT\",\"id\":\"" + id + "\",\"conversationId\":\"" + scene.conversation()
                            + "\",\"body\":\"" + "分段".repeat(2_000) + "\"}",
                    97);
            assertThat(customer.await("ACK", id).path("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void closesOnPartsThatNeverBecomeAFrameAndServesTheOthers() {
        try (var customer = SocketClient.customer(scene.token());
                var other = SocketClient.customer(scene.token())) {
            customer.sendInParts("{\"type\":\"PING\",\"padding\":\"" + "x".repeat(200_000) + "\"}", 5_000);
            assertThat(customer.closeCode()).isEqualTo(1009);
            other.await("ACK", other.text(scene.conversation(), "undisturbed"));
        }
    }

    private Connection connection() {
        var guest = new Guest(new SignedIn(scene.customer(), true, null, null), "192.0.2.1", "fuzzer", Locale.ENGLISH);
        var connection = new Connection(
                UUID.randomUUID().toString(),
                guest,
                frames,
                new Outbox(answers, limits.outgoing().toBytes()));
        connection.ready(new io.baton.chat.ServerFrame.Ready(
                scene.visitor(), "customer", "acme", "node", java.util.Map.of(), clock.instant()));
        return connection;
    }
}
