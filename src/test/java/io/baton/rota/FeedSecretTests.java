package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.kernel.Tenant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSecretTests {

    private static final Tenant TENANT = new Tenant("acme-east");

    @Test
    void isReadBackWithItsTenant() {
        var secret = FeedSecret.create(TENANT);

        var read = FeedSecret.parse(secret.reveal()).orElseThrow();

        assertThat(read.tenant()).isEqualTo(TENANT);
        assertThat(read.hash()).isEqualTo(secret.hash()).hasSize(32);
    }

    @Test
    void isAnotherOneEachTime() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> FeedSecret.create(TENANT).reveal())
                        .collect(Collectors.toSet()))
                .hasSize(1_000);
    }

    @Test
    void printsNothingOfItself() {
        var secret = FeedSecret.create(TENANT);

        assertThat(secret.toString())
                .doesNotContain(secret.reveal().substring(TENANT.id().length() + 1));
        assertThat(String.valueOf(Optional.of(secret)))
                .doesNotContain(secret.reveal().substring(TENANT.id().length() + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "acme.",
                "acme.short",
                ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "ACME.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "acme.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "acme.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.A",
                "acme.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA ",
                "acme' or 1=1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void isNothingElse(String text) {
        assertThat(FeedSecret.parse(text)).isEmpty();
    }
}
