package io.baton.rota;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The notices of three years: what is off from the first day to the last, and what is worked in exchange. */
public final class NoticeSamples {

    private static final Map<Integer, String> NOTICES = Map.of(2024, """
                    元旦 01-01 01-01
                    春节 02-10 02-17 02-04 02-18
                    清明节 04-04 04-06 04-07
                    劳动节 05-01 05-05 04-28 05-11
                    端午节 06-10 06-10
                    中秋节 09-15 09-17 09-14
                    国庆节 10-01 10-07 09-29 10-12
                    """, 2025, """
                    元旦 01-01 01-01
                    春节 01-28 02-04 01-26 02-08
                    清明节 04-04 04-06
                    劳动节 05-01 05-05 04-27
                    端午节 05-31 06-02
                    国庆节、中秋节 10-01 10-08 09-28 10-11
                    """, 2026, """
                    元旦 01-01 01-03 01-04
                    春节 02-15 02-23 02-14 02-28
                    清明节 04-04 04-06
                    劳动节 05-01 05-05 05-09
                    端午节 06-19 06-21
                    中秋节 09-25 09-27
                    国庆节 10-01 10-07 09-20 10-10
                    """);

    private static final Map<Integer, String> STATUTORY = Map.of(
            2024, "01-01 02-10 02-11 02-12 04-04 05-01 06-10 09-17 10-01 10-02 10-03",
            2025, "01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06",
            2026, "01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03");

    private NoticeSamples() {}

    static HolidayNotice of(int year) {
        return new HolidayNotice(year, entries(year));
    }

    static List<LocalDate> statutory(int year) {
        return dates(year, Objects.requireNonNull(STATUTORY.get(year)).split(" "));
    }

    /** As the file of a year has it, newest fields and all. */
    public static Map<String, Object> file(int year) {
        var days = entries(year).stream()
                .map(entry -> Map.<String, Object>of(
                        "name", entry.name(), "date", entry.date().toString(), "isOffDay", entry.off()))
                .toList();
        return Map.of("year", year, "papers", List.of("https://www.gov.cn/"), "days", days);
    }

    private static List<HolidayNotice.Entry> entries(int year) {
        return Objects.requireNonNull(NOTICES.get(year))
                .lines()
                .flatMap(line -> entries(year, line.split(" ")))
                .toList();
    }

    private static Stream<HolidayNotice.Entry> entries(int year, String[] cells) {
        var dates = dates(year, Arrays.copyOfRange(cells, 1, cells.length));
        var off = dates.get(0)
                .datesUntil(dates.get(1).plusDays(1))
                .map(date -> new HolidayNotice.Entry(cells[0], date, true));
        return Stream.concat(off, dates.stream().skip(2).map(date -> new HolidayNotice.Entry(cells[0], date, false)));
    }

    private static List<LocalDate> dates(int year, String... days) {
        return Arrays.stream(days).map(day -> LocalDate.parse(year + "-" + day)).toList();
    }
}
