package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OptionsTests {

    @Test
    void takesScenariosAndOptionsFromOneText() {
        var options = new Options("throughput latency  --sockets=100 --url=http://chat.example:8080");

        assertThat(options.scenarios()).containsExactly("throughput", "latency");
        assertThat(options.number("sockets")).isEqualTo(100);
        assertThat(options.number("rate")).isEqualTo(500);
        assertThat(options.foreign()).contains(URI.create("http://chat.example:8080"));
    }

    @Test
    void meansEverythingWhenNothingIsNamed() {
        assertThat(new Options("").scenarios()).isEmpty();
        assertThat(new Options("all quick").scenarios()).isEmpty();
    }

    @Test
    void letsAnOptionWinOverTheQuickSize() {
        assertThat(new Options("quick").number("sockets")).isEqualTo(400);
        assertThat(new Options("--sockets=9 quick").number("sockets")).isEqualTo(9);
    }

    @Test
    void passesOptionsToJavaAndSettingsToBaton() {
        var options = new Options("--jvm=-XX:+UseZGC,-Xss512k --heap=2g --set=baton.a=1,baton.b=x=y");

        assertThat(options.java())
                .startsWith("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch")
                .endsWith("-XX:+UseZGC", "-Xss512k");
        assertThat(options.settings()).containsEntry("baton.a", "1").containsEntry("baton.b", "x=y");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> new Options("--socket=1"))
                .hasMessageContaining("--socket=1")
                .hasMessageContaining("sockets");
        assertThatThrownBy(() -> new Options("--sockets")).hasMessageContaining("--name=value");
    }
}
