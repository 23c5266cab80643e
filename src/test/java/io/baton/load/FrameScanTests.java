package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScanTests {

    private final FrameScan scan = new FrameScan();

    @Test
    void findsTheFieldsInAnyOrderAndSkipsAllOthers() {
        read("""
                { "heads" : {"type":"no","x":[1,{"seq":9}]}, "seq" : 42 , "masked":false, "body":"a \\"b\\" 中",
                  "none":null,"type":"TEXT","id":"7" }
                """);

        assertThat(scan.text(FrameScan.TYPE)).isEqualTo("TEXT");
        assertThat(scan.text(FrameScan.ID)).isEqualTo("7");
        assertThat(scan.number(FrameScan.SEQ)).isEqualTo(42);
        assertThat(scan.text(FrameScan.BODY)).isEqualTo("a \\\"b\\\" 中");
    }

    @Test
    void forgetsTheFrameBefore() {
        read("{\"type\":\"ACK\",\"seq\":1,\"body\":\"x\"}");
        read("{\"type\":\"PONG\"}");

        assertThat(scan.has(FrameScan.SEQ)).isFalse();
        assertThat(scan.has(FrameScan.BODY)).isFalse();
        assertThat(scan.whole()).isEqualTo("{\"type\":\"PONG\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knowsTheMessageAndItsBodyByTheirNumber() {
        var numbers = new Numbers();
        var number = Numbers.of(5, 17);
        read("{\"type\":\"TEXT\",\"id\":\"" + numbers.id(number) + "\",\"body\":\"" + Numbers.body(number, 200)
                + "\"}");

        assertThat(scan.messageNumber(numbers)).isEqualTo(number);
        assertThat(scan.messageNumber(new Numbers())).isEqualTo(-1);
        assertThat(scan.isBodyOf(number, 200)).isTrue();
        assertThat(scan.isBodyOf(number, 199)).isFalse();
        assertThat(scan.isBodyOf(number + 1, 200)).isFalse();
    }

    @Test
    void readsFramesThatAreLargerThanAnyBefore() {
        read("{\"body\":\"" + "x".repeat(70_000) + "\",\"type\":\"TEXT\"}");

        assertThat(scan.text(FrameScan.TYPE)).isEqualTo("TEXT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "{\"type\":\"TEXT\"", "{\"type", "{type:1}", "{\"a\":{\"b\":1"})
    void refusesWhatIsNoObject(String frame) {
        assertThatThrownBy(() -> read(frame)).isInstanceOf(IllegalArgumentException.class);
    }

    private void read(String frame) {
        scan.read(Unpooled.copiedBuffer(frame, StandardCharsets.UTF_8));
    }
}
