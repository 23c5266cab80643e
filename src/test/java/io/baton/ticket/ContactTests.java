package io.baton.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baton.kernel.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTests {

    @ParameterizedTest
    @ValueSource(strings = {"a@b.cn", "li.na+ticket@mail.example.com", "李娜@例子.公司", "o'neil@example.co.uk"})
    void takesAddresses(String email) {
        assertThat(new Contact(null, " " + email + " ", null).email()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a@",
                "@b.cn",
                "a@b",
                "a b@c.cn",
                "a@b..cn",
                "a@@b.cn",
                "<a@b.cn>",
                "a@b.cn,c@d.cn",
                "a@b.cn\n",
                "a\0@b.cn"
            })
    void refusesWhatIsNoAddress(String email) {
        if (email.endsWith("\n")) {
            assertThat(new Contact(null, email, null).email()).isEqualTo(email.strip());
        } else {
            refuses("email", () -> new Contact(null, email, null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "+86 138 0013 8000", "010-12345678", "+1 (415) 555-0100", "95188"})
    void takesTelephoneNumbers(String phone) {
        assertThat(new Contact(null, null, phone).phone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "phone", "1380013800013800138001380013800", "+", "138-", "1380013800x"})
    void refusesWhatIsNoNumber(String phone) {
        refuses("phone", () -> new Contact(null, null, phone));
    }

    @Test
    void needsOneWayToReachTheCustomer() {
        refuses("email", () -> new Contact("林女士", " ", ""));
        refuses("name", () -> new Contact("林".repeat(101), null, "13800138000"));
        refuses("email", () -> new Contact(null, "a".repeat(250) + "@b.cn", null));
    }

    @Test
    void printsNothingOfIt() {
        assertThat(new Contact("林女士", "lin@example.cn", "13800138000").toString())
                .isEqualTo("Contact[***]");
    }

    private static void refuses(String field, ThrowingCallable made) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(made)
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(422))
                .satisfies(
                        problem -> assertThat(problem.properties().toString()).contains("field=" + field));
    }
}
