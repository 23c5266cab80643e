package io.baton.rota;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.baton.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftTypeDraftTests {

    private static final LocalDate TODAY = LocalDate.of(2031, 5, 1);
    private static final List<Integer> WEEK = List.of(2, 2, 2, 2, 2, 1, 1);

    private String code = "early";
    private String zh = "早班";
    private String color = "#2563EB";
    private String hours = "22:00-06:00";
    private List<String> breaks = List.of();
    private Set<String> skills = Set.of("vip");
    private Map<String, List<Integer>> staffing = Map.of("vip", WEEK);
    private LocalDate validFrom = TODAY;

    @Test
    void takesANightWithBreaksOnBothSidesOfMidnight() {
        breaks = List.of("02:00-03:00", "23:30-00:15", "05:30-06:00");

        assertThatCode(this::check).doesNotThrowAnyException();
        var type = draft().type(new UUID(1, 1));
        assertThat(type.color()).isEqualTo("#2563eb");
        assertThat(type.breaks())
                .extracting(ShiftType.Break::start)
                .containsExactly(LocalTime.of(23, 30), LocalTime.of(2, 0), LocalTime.of(5, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Early", "1st", "früh", "a b", "a'b", "abcdefghijabcdefghijabcdefghijab"})
    void refusesCodesThatAreNone(String wrong) {
        code = wrong;

        assertThat(violations()).containsExactly("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#12345", "#1234567", "#12345g", "2563eb", "#2563eb;", "#２５６３eb"})
    void refusesColorsThatAreNone(String wrong) {
        color = wrong;

        assertThat(violations()).containsExactly("color");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "早\n班"})
    void refusesNamesThatNobodyCanRead(String wrong) {
        zh = wrong;

        assertThat(violations()).containsExactly("nameZh");
    }

    @Test
    void refusesNamesThatDoNotFitOnTheBoard() {
        zh = "班".repeat(61);

        assertThat(violations()).containsExactly("nameZh");
    }

    @Test
    void refusesAShiftWithoutTimeOrOfAWholeDay() {
        hours = "08:00-08:00";

        assertThat(violations()).containsExactly("end");
    }

    @ParameterizedTest
    @CsvSource({
        "06:00-14:00, 05:00-05:30",
        "06:00-14:00, 05:30-06:30",
        "06:00-14:00, 13:30-14:30",
        "06:00-14:00, 14:00-14:30",
        "06:00-14:00, 10:00-10:00",
        "06:00-14:00, 11:00-10:00",
        "22:00-06:00, 21:00-23:00",
        "22:00-06:00, 05:30-06:30",
        "22:00-06:00, 12:00-13:00",
        "22:00-06:00, 02:00-23:00"
    })
    void refusesBreaksThatAreNotWithinTheShift(String shift, String pause) {
        hours = shift;
        breaks = List.of(pause);

        assertThat(violations()).containsExactly("breaks");
    }

    @Test
    void refusesBreaksThatOverlapAndTakesThoseThatTouch() {
        breaks = List.of("23:00-23:45", "23:30-00:30");
        assertThat(violations()).containsExactly("breaks");

        breaks = List.of("23:00-23:30", "23:30-00:30");
        assertThat(violations()).isEmpty();
    }

    @Test
    void refusesMoreBreaksAndSkillsThanAShiftCanHave() {
        breaks = IntStream.range(0, 11)
                .mapToObj(i -> "23:%02d-23:%02d".formatted(i, i + 1))
                .toList();
        skills = IntStream.range(0, 21).mapToObj(i -> "s" + i).collect(Collectors.toSet());

        assertThat(violations()).containsExactly("breaks", "skills");
    }

    @Test
    void refusesSkillsThatAreNoCodes() {
        skills = Set.of("Speaks English");

        assertThat(violations()).containsExactly("skills");
    }

    @Test
    void refusesStaffingThatNobodyCanMean() {
        staffing = Map.of("nowhere", WEEK);
        assertThat(violations()).containsExactly("staffing");
        staffing = Map.of("vip", List.of(1, 2, 3));
        assertThat(violations()).containsExactly("staffing");
        staffing = Map.of("vip", Collections.nCopies(7, -1));
        assertThat(violations()).containsExactly("staffing");
        staffing = Map.of("vip", Collections.nCopies(7, Staffing.MOST + 1));
        assertThat(violations()).containsExactly("staffing");
        staffing = Map.of("vip", Collections.nCopies(7, Staffing.MOST));
        assertThat(violations()).isEmpty();
    }

    @Test
    void refusesToChangeHistory() {
        validFrom = TODAY.minusDays(1);
        assertThat(violations()).containsExactly("validFrom");
        validFrom = LocalDate.of(2100, 1, 1);
        assertThat(violations()).containsExactly("validFrom");
        validFrom = TODAY.plusYears(1);
        assertThat(violations()).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        code = "?";
        color = "?";
        hours = "06:00-14:00";
        breaks = List.of("20:00-21:00");
        staffing = Map.of("nowhere", WEEK);

        assertThat(violations()).containsExactlyInAnyOrder("code", "color", "breaks", "staffing");
    }

    private ShiftTypeDraft draft() {
        return new ShiftTypeDraft(
                code,
                zh,
                "Early",
                color,
                time(hours, 0),
                time(hours, 1),
                breaks.stream()
                        .map(pause -> new ShiftType.Break(time(pause, 0), time(pause, 1)))
                        .toList(),
                skills,
                staffing,
                validFrom);
    }

    private void check() {
        draft().require(Set.of("vip", "ticketing"), TODAY);
    }

    private List<String> violations() {
        var refused = catchThrowableOfType(Problem.class, this::check);
        if (refused == null) {
            return List.of();
        }
        assertThat(refused.status()).isEqualTo(422);
        return ((List<?>) requireNonNull(refused.properties().get("violations")))
                .stream()
                        .map(violation -> ((ShiftTypeDraft.Violation) violation).field())
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static LocalTime time(String span, int end) {
        return LocalTime.parse(span.split("-")[end]);
    }
}
