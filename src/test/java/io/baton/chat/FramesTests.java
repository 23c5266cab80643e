package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.chat.Frames.Decoded;
import io.baton.kernel.Ids;
import io.baton.presence.Light;
import io.baton.presence.State;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTests {

    private static final UUID CONVERSATION = Ids.next();
    private static final UUID HANDOFF = Ids.next();

    private final Frames frames = new Frames();

    @Test
    void decodesAMessage() {
        var id = UUID.randomUUID().toString();
        assertThat(frame("{'type':'TEXT','id':'%s','conversationId':'%s','body':'你好'}", id, CONVERSATION))
                .isEqualTo(new ClientFrame.Text(id, CONVERSATION, "你好", null));
    }

    @Test
    void decodesEveryOtherCommand() {
        assertThat(frame("{'type':'PING'}")).isEqualTo(new ClientFrame.Ping(null));
        assertThat(frame("{'type':'TYPING','conversationId':'%s','preview':'I'}", CONVERSATION))
                .isEqualTo(new ClientFrame.Typing(null, CONVERSATION, "I"));
        assertThat(frame("{'type':'READ','conversationId':'%s','seq':3}", CONVERSATION))
                .isEqualTo(new ClientFrame.Read(null, CONVERSATION, 3));
        assertThat(frame("{'type':'SYNC','conversations':{'%s':7},'limit':500}", CONVERSATION))
                .isEqualTo(new ClientFrame.Sync(null, Map.of(CONVERSATION, 7L), 500));
        assertThat(frame("{'type':'PRESENCE','state':'AWAY'}")).isEqualTo(new ClientFrame.Presence(null, State.AWAY));
        assertThat(frame("{'type':'HANDOFF_ACCEPT','id':'a','handoffId':'%s'}", HANDOFF))
                .isEqualTo(new ClientFrame.HandoffAccept("a", HANDOFF));
        assertThat(frame("{'type':'HANDOFF_REJECT','id':'a','handoffId':'%s','reason':'busy'}", HANDOFF))
                .isEqualTo(new ClientFrame.HandoffReject("a", HANDOFF, "busy"));
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        assertThat(frame("{'type':'PING','colour':'red','nested':{'a':[1]}}")).isInstanceOf(ClientFrame.Ping.class);
    }

    @Test
    void neverAsksForMoreThanAPage() {
        assertThat(new ClientFrame.Sync(null, Map.of(), 500).page()).isEqualTo(200);
        assertThat(new ClientFrame.Sync(null, Map.of(), 10).page()).isEqualTo(10);
        assertThat(new ClientFrame.Sync(null, Map.of(), null).page()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "42",
                "'TEXT'",
                "{}",
                "{'type':7}",
                "{'type':null}",
                "{'type':'PING'",
                "[[[[[[[[[[[[]]]]]]]]]]]]"
            })
    void refusesWhatIsNoFrame(String text) {
        assertThat(refusal(text).problem().code()).isEqualTo("unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACK", "READY", "text", "", "TEXT ", "NOTICE"})
    void refusesTypesThatAreNotForClients(String type) {
        var refusal = refusal("{'type':'%s','id':'x'}".formatted(type));
        assertThat(refusal.problem().code()).isEqualTo("unknown_type");
        assertThat(refusal.id()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'TEXT'}",
                "{'type':'TEXT','id':'x','conversationId':'C','body':'b'}",
                "{'type':'TEXT','id':'I','conversationId':'x','body':'b'}",
                "{'type':'TEXT','id':'I','conversationId':'C'}",
                "{'type':'TEXT','id':'I','conversationId':'C','body':''}",
                "{'type':'TEXT','id':'I','conversationId':'C','body':'  '}",
                "{'type':'TEXT','id':'I','conversationId':'C','body':7}",
                "{'type':'TEXT','id':'I','conversationId':'C','body':['b']}",
                "{'type':'TEXT','id':'I','conversationId':'C','body':'b\\u0000'}",
                "{'type':'TEXT','id':'I','conversationId':'C','body':'b','contentType':'text/html'}",
                "{'type':'TEXT','id':'I','body':'b'}",
                "{'type':'TYPING'}",
                "{'type':'READ','conversationId':'C'}",
                "{'type':'READ','conversationId':'C','seq':0}",
                "{'type':'READ','conversationId':'C','seq':-1}",
                "{'type':'READ','conversationId':'C','seq':1.5}",
                "{'type':'READ','conversationId':'C','seq':1e40}",
                "{'type':'SYNC'}",
                "{'type':'SYNC','conversations':[]}",
                "{'type':'SYNC','conversations':{'x':1}}",
                "{'type':'SYNC','conversations':{'C':null}}",
                "{'type':'SYNC','conversations':{'C':-1}}",
                "{'type':'SYNC','conversations':{'C':1},'limit':0}",
                "{'type':'PRESENCE'}",
                "{'type':'PRESENCE','state':'HIDDEN'}",
                "{'type':'PRESENCE','state':1}",
                "{'type':'HANDOFF_ACCEPT','id':'a'}",
                "{'type':'HANDOFF_ACCEPT','handoffId':'C'}"
            })
    void refusesFramesOutOfTheirBounds(String text) {
        var filled = text.replace("'I'", "'" + UUID.randomUUID() + "'").replace("'C'", "'" + CONVERSATION + "'");
        var problem = refusal(filled).problem();
        assertThat(problem.code()).isEqualTo("invalid");
        assertThat(problem.properties()).containsKey("violations");
    }

    @Test
    void refusesABodyThatIsTooLong() {
        var id = UUID.randomUUID().toString();
        assertThat(frame(
                        "{'type':'TEXT','id':'%s','conversationId':'%s','body':'%s'}",
                        id, CONVERSATION, "字".repeat(8_000)))
                .isInstanceOf(ClientFrame.Text.class);
        var refusal = refusal("{'type':'TEXT','id':'%s','conversationId':'%s','body':'%s'}"
                .formatted(id, CONVERSATION, "字".repeat(8_001)));
        assertThat(refusal.problem().code()).isEqualTo("invalid");
        assertThat(refusal.id()).isEqualTo(id);
    }

    @Test
    void encodesTypesInUpperSnakeCaseAndTimesInIso() throws IOException {
        var at = Instant.parse("2026-11-22T07:00:00Z");
        var offer = tree(new ServerFrame.HandoffRequest(
                HANDOFF,
                CONVERSATION,
                "refund",
                "HIGH",
                Map.of("name", "Li"),
                new ServerFrame.HandoffRequest.Score(71.5, Map.of("load", 30.0), "SCORE"),
                "summary",
                at));
        assertThat(offer.path("type").asText()).isEqualTo("HANDOFF_REQUEST");
        assertThat(offer.path("expiresAt").asText()).isEqualTo("2026-11-22T07:00:00Z");
        assertThat(offer.path("score").path("total").asDouble()).isEqualTo(71.5);
        assertThat(offer.path("score").path("strategy").asText()).isEqualTo("SCORE");
        assertThat(tree(new ServerFrame.Presence("kf001", State.ONLINE, true, Light.GREEN))
                        .path("light")
                        .asText())
                .isEqualTo("GREEN");
    }

    @Test
    void leavesOutWhatIsAbsent() throws IOException {
        var frame = tree(ServerFrame.Ack.done("x"));
        assertThat(frame.properties().stream().map(Map.Entry::getKey)).containsExactly("type", "id");
        assertThat(tree(new ServerFrame.Error("expired", "Too late.", "x", null))
                        .has("retryAfterMs"))
                .isFalse();
    }

    @Test
    void encodesMessagesWithinAPageWithoutTheirType() throws IOException {
        var text = new ServerFrame.Text(
                UUID.randomUUID(), CONVERSATION, 1, SenderType.CUSTOMER, "c", "hi", "text/plain", Instant.now(), false);
        var page = tree(new ServerFrame.Messages(CONVERSATION, List.of(text), true));
        assertThat(page.path("type").asText()).isEqualTo("MESSAGES");
        assertThat(page.path("messages").get(0).path("seq").asInt()).isEqualTo(1);
        assertThat(page.path("more").asBoolean()).isTrue();
    }

    private ClientFrame frame(String text, Object... values) {
        var decoded = frames.decode(text.formatted(values).replace('\'', '"'));
        assertThat(decoded).isInstanceOf(Decoded.Frame.class);
        return ((Decoded.Frame) decoded).frame();
    }

    private Decoded.Refused refusal(String text) {
        var decoded = frames.decode(text.replace('\'', '"'));
        assertThat(decoded).isInstanceOf(Decoded.Refused.class);
        return (Decoded.Refused) decoded;
    }

    private JsonNode tree(ServerFrame frame) throws IOException {
        return new ObjectMapper().readTree(frames.encode(frame));
    }
}
