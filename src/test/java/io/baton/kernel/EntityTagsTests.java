package io.baton.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTests {

    @Test
    void readsWhatItWrites() {
        assertThat(EntityTags.of(7)).isEqualTo("\"7\"");
        assertThat(EntityTags.seen(EntityTags.of(7))).isEqualTo(7);
        assertThat(EntityTags.seen(" \"0\" ")).isZero();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void asksWhoDoesNotSayWhatWasSeen(String tag) {
        refuses(tag, 428, "if_match_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "7", "W/\"7\"", "\"-1\"", "\"1234567890\"", "\"1\", \"2\""})
    void takesNoOtherTagForOneOfOurs(String tag) {
        refuses(tag, 412, "changed_meanwhile");
    }

    private static void refuses(String tag, int status, String code) {
        assertThatThrownBy(() -> EntityTags.seen(tag)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
        });
    }
}
