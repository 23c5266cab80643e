package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.identity.TenantSettings;
import io.baton.kernel.Tenant;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BalanceTermsTests {

    private static final Employment NEW = new Employment(LocalDate.of(2026, 5, 1), null);

    @Test
    void followsTheLawUnlessTheTenantSaysOtherwise() {
        var terms = terms(Map.of());

        assertThat(terms.entitled(NEW, 2028)).isEqualByComparingTo("5");
        assertThat(terms.entitled(Employment.UNKNOWN, 2028)).isEqualByComparingTo("5");
        assertThat(terms.carriedUntil(2027)).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(terms.hoursPerDay()).isEqualByComparingTo("8");
        assertThat(terms.validDays()).isEqualTo(180);
    }

    @Test
    void takesWhatTheTenantSays() {
        var terms = terms(Map.of(
                "leave.annual-days", "1:10",
                "leave.entitled-annual", "7.5",
                "leave.carry-over-most", "3",
                "leave.carry-over-until", "02-29",
                "leave.hours-per-day", "7.5",
                "leave.compensatory-valid-days", "90"));

        assertThat(terms.entitled(NEW, 2028)).isEqualByComparingTo("10");
        assertThat(terms.entitled(Employment.UNKNOWN, 2028)).isEqualByComparingTo("7.5");
        assertThat(terms.carryMost()).isEqualByComparingTo("3");
        assertThat(terms.carriedUntil(2027)).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(terms.hoursPerDay()).isEqualByComparingTo(new BigDecimal("7.5"));
        assertThat(terms.validDays()).isEqualTo(90);
    }

    @Test
    void refusesADateThatIsNone() {
        assertThatThrownBy(() -> terms(Map.of("leave.carry-over-until", "March")))
                .isInstanceOf(DateTimeException.class);
    }

    static BalanceTerms terms(Map<String, String> values) {
        return BalanceTerms.of(new TenantSettings(
                new Tenant("acme"),
                "Acme",
                ZoneOffset.UTC,
                LocalTime.NOON,
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                values));
    }
}
