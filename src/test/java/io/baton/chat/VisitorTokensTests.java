package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.MovableClock;
import io.baton.identity.TenantSettings;
import io.baton.identity.Visitor;
import io.baton.identity.VisitorAuthenticator;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorTokensTests {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T07:00:00Z"));
    private final VisitorTokens tokens = new VisitorTokens("a secret", clock);
    private final Visitor visitor = new Visitor(new Tenant("acme"), Ids.next().toString(), "访客");

    @Test
    void knowsTheVisitorOfItsOwnToken() {
        var issued = tokens.issue(visitor);
        assertThat(tokens.authenticate(issued.token()))
                .contains(new VisitorAuthenticator.Carrier(visitor, issued.expiresAt()));
    }

    @Test
    void refusesATokenAfterHalfAnHour() {
        var token = tokens.issue(visitor).token();
        clock.pass(Duration.ofMinutes(29));
        assertThat(tokens.authenticate(token)).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(tokens.authenticate(token)).isEmpty();
    }

    @Test
    void renewsATokenForThirtyDaysAfterItsEndAndNoLonger() {
        var token = tokens.issue(visitor).token();
        assertThat(tokens.renewing(token)).contains(visitor);
        clock.pass(VisitorTokens.LIFETIME.plus(VisitorTokens.RENEWABLE).minusSeconds(1));
        assertThat(tokens.authenticate(token)).isEmpty();
        assertThat(tokens.renewing(token)).contains(visitor);
        clock.pass(Duration.ofSeconds(1));
        assertThat(tokens.renewing(token)).isEmpty();
    }

    @Test
    void refusesATokenOfAnotherInstallation() {
        var foreign = new VisitorTokens("another secret", clock);
        assertThat(tokens.authenticate(foreign.issue(visitor).token())).isEmpty();
    }

    @Test
    void refusesATokenWhoseContentWasChanged() {
        var parts = tokens.issue(visitor).token().split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("acme", "globex");
        var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes());
        assertThat(tokens.authenticate(parts[0] + "." + forged + "." + parts[2]))
                .isEmpty();
    }

    @Test
    void refusesATokenWithoutSignature() {
        var header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        var claims = tokens.issue(visitor).token().split("\\.")[1];
        assertThat(tokens.authenticate(header + "." + claims + ".")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "....", "eyJhbGciOiJIUzI1NiJ9.e30.x"})
    void refusesWhatIsNoToken(String text) {
        assertThat(tokens.authenticate(text)).isEmpty();
    }

    @Test
    void countsAnExternalIdOnlyWhenTheCompanyHasSignedIt() {
        var settings = settings(Map.of(CustomerSignature.SECRET, "company secret"));
        var signature = CustomerSignature.of("customer 7", "company secret");
        assertThat(CustomerSignature.proves(settings, "customer 7", signature)).isTrue();
        assertThat(CustomerSignature.proves(settings, "customer 8", signature)).isFalse();
        assertThat(CustomerSignature.proves(settings, "customer 7", null)).isFalse();
        assertThat(CustomerSignature.proves(settings, "customer 7", "00")).isFalse();
        assertThat(CustomerSignature.proves(settings(Map.of()), "customer 7", CustomerSignature.of("customer 7", "x")))
                .isFalse();
    }

    @Test
    void countsACustomerAsAVipOnlyWhenTheCompanyHasSignedThat() {
        var settings = settings(Map.of(CustomerSignature.SECRET, "company secret"));
        var vip = CustomerSignature.of("customer 7\nvip", "company secret");
        assertThat(CustomerSignature.provesVip(settings, "customer 7", vip)).isTrue();
        assertThat(CustomerSignature.provesVip(settings, "customer 8", vip)).isFalse();
        assertThat(CustomerSignature.provesVip(
                        settings, "customer 7", CustomerSignature.of("customer 7", "company secret")))
                .isFalse();
        assertThat(CustomerSignature.provesVip(settings, "customer 7", null)).isFalse();
        assertThat(CustomerSignature.provesVip(settings(Map.of()), "customer 7", vip))
                .isFalse();
        assertThat(CustomerSignature.proves(settings, "customer 7\nvip", vip))
                .as("an id of two lines")
                .isFalse();
    }

    @Test
    void signsAsEveryOtherLanguageDoes() {
        assertThat(CustomerSignature.of("what do ya want for nothing?", "Jefe"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private static TenantSettings settings(Map<String, String> values) {
        return new TenantSettings(
                new Tenant("acme"), "Acme", ZoneOffset.UTC, LocalTime.NOON, LocalTime.MIN, LocalTime.MIN, values);
    }
}
