package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,203.0.113.7,203.0.113.7,203.0.113.8",
        "203.0.113.7/24,203.0.113.0/24,203.0.113.255,203.0.114.0",
        "203.0.113.0/25,203.0.113.0/25,203.0.113.127,203.0.113.128",
        "10.0.0.0/8,10.0.0.0/8,10.255.0.1,11.0.0.1",
        "2001:DB8::1,2001:db8:0:0:0:0:0:1,2001:db8::1,2001:db8::2",
        "2001:db8::/32,2001:db8:0:0:0:0:0:0/32,2001:db8:ffff::1,2001:db9::1",
        "::ffff:203.0.113.7,203.0.113.7,203.0.113.7,203.0.113.8",
        "203.0.113.7,203.0.113.7,::ffff:203.0.113.7,2001:db8::1"
    })
    void holdsTheAddressesOfItsRange(String text, String plain, String inside, String outside) {
        var range = AddressRange.parse(text);
        assertThat(range).hasToString(plain);
        assertThat(range.contains(inside)).isTrue();
        assertThat(range.contains(outside)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "localhost", "1.2.3.4.5", "203.0.113.7:80"})
    void holdsNothingThatIsNoAddress(String text) {
        assertThat(AddressRange.parse("203.0.113.7").contains(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "example.com",
                "dead.beef",
                "abc",
                "1.2.3",
                "256.1.1.1",
                "1.2.3.4/33",
                "1.2.3.4/x",
                "1.2.3.4/",
                "1.2.3.4/-1",
                "1.2.3.4/8/8",
                "0.0.0.0/0",
                "1.0.0.0/7",
                "::/0",
                "2001::/31",
                "::1%lo",
                ":::",
                "1:2",
                "1.2.3.4\0"
            })
    void refusesWhatIsNoAddressOrTooWide(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }
}
