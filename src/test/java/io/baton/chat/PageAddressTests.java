package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/order?token=s3cret#top, https://shop.example/order",
        "HTTPS://Shop.Example:8443/A/b, https://shop.example:8443/A/b",
        "http://user:s3cret@shop.example/, http://shop.example/",
        "https://shop.example?a=b, https://shop.example/",
        "https://shop.example#a, https://shop.example/",
        "https://票.example/演出/一, https://票.example/演出/一",
        "https://[2001:db8::1]/a|b^c, https://[2001:db8::1]/a|b^c",
        "' https://shop.example/a ', https://shop.example/a"
    })
    void keepsWhereAndNothingThatMayBeSecret(String told, String kept) {
        assertThat(PageAddress.of(told)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example/a",
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "ftp://shop.example/",
                "file:///etc/passwd",
                "https://",
                "https:///a",
                "https://a@b@c/",
                "https://shop.example/a b",
                "https://shop.example/\u0000",
                "https:\\\\shop.example/"
            })
    void isNothingElse(String told) {
        assertThat(PageAddress.of(told)).isEmpty();
    }

    @Test
    void isNotEndless() {
        var longest = "https://shop.example/" + "a".repeat(PageAddress.LONGEST - 21);
        assertThat(PageAddress.of(longest)).contains(longest);
        assertThat(PageAddress.of(longest + "a")).isEmpty();
        assertThat(PageAddress.of("https://" + "@".repeat(1_000_000))).isEmpty();
    }
}
