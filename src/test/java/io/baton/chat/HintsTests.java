package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.kernel.Tenant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintsTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final Party LI = Party.customer("0197-li");

    @Test
    void bringsEveryKindOfHintToTheOtherNode() {
        var batch = new Hints.Batch(
                "node-1",
                42,
                List.of(
                        new Hint.Text(
                                ACME, UUID.randomUUID(), 7, List.of(new Hint.Since(LI, 3)), "{\"body\":\"请问 \\\"?\"}"),
                        new Hint.Frame(ACME, LI, "{}"),
                        new Hint.Notice(ACME, Party.agent("kf001"), "{\"zh\":1}", "{\"en\":1}"),
                        new Hint.Kick(ACME, LI),
                        new Hint.Seen(ACME, "kf001", null, "{}"),
                        new Hint.Plan(ACME, "{}"),
                        new Hint.Floor(ACME, "ticketing")));
        assertThat(Hints.read(Hints.write(batch))).contains(batch);
    }

    @Test
    void leavesOutWhatANewerNodeMayAdd() {
        var batch = Hints.read("""
                {"from":"n","first":1,"later":true,"hints":[
                    {"kind":"kick","tenant":{"id":"acme"},"party":{"kind":"AGENT","id":"kf001","more":1}}]}
                """);
        assertThat(batch).hasValueSatisfying(read -> assertThat(read.hints()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "[]", "{\"from\":3,\"first\":\"x\"}"})
    void survivesWhatItCannotRead(String text) {
        assertThat(Hints.read(text)).isEmpty();
    }
}
