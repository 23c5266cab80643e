package io.baton.rota;

import static java.time.Month.JANUARY;
import static java.time.Month.MAY;
import static java.time.Month.OCTOBER;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * China's statutory holidays for everybody, by the State Council's rules on public holidays: 11 days a year as revised in
 * 2013, 13 since 2025, which brought New Year's Eve of the old calendar and the second of May.
 */
enum Festival {
    NEW_YEAR("元旦", "New Year's Day") {
        @Override
        boolean includes(LocalDate day) {
            return is(day, JANUARY, 1, 1);
        }
    },
    SPRING("春节", "Spring Festival") {
        @Override
        boolean includes(LocalDate day) {
            var lunar = LunarDay.of(day);
            boolean eve = day.getYear() >= THIRTEEN_DAYS
                    && LunarDay.of(day.plusDays(1)).is(1, 1);
            return eve || (lunar.is(1, lunar.day()) && lunar.day() <= 3);
        }
    },
    QINGMING("清明", "Qingming Festival") {
        @Override
        boolean includes(LocalDate day) {
            return day.getMonth() == Month.APRIL && SolarTerm.isQingming(day);
        }
    },
    LABOUR("劳动节", "Labour Day") {
        @Override
        boolean includes(LocalDate day) {
            return is(day, MAY, 1, day.getYear() >= THIRTEEN_DAYS ? 2 : 1);
        }
    },
    DRAGON_BOAT("端午", "Dragon Boat Festival") {
        @Override
        boolean includes(LocalDate day) {
            return LunarDay.of(day).is(5, 5);
        }
    },
    MID_AUTUMN("中秋", "Mid-Autumn Festival") {
        @Override
        boolean includes(LocalDate day) {
            return LunarDay.of(day).is(8, 15);
        }
    },
    NATIONAL("国庆", "National Day") {
        @Override
        boolean includes(LocalDate day) {
            return is(day, OCTOBER, 1, 3);
        }
    };

    /** The first year of which all this is true. */
    static final int FIRST_YEAR = 2014;

    private static final int THIRTEEN_DAYS = 2025;

    private final String word;
    private final String en;

    Festival(String word, String en) {
        this.word = word;
        this.en = en;
    }

    abstract boolean includes(LocalDate day);

    String en() {
        return en;
    }

    /** The festivals whose statutory holiday this day is; two when they meet. */
    static Set<Festival> on(LocalDate day) {
        var all = EnumSet.noneOf(Festival.class);
        Arrays.stream(values()).filter(festival -> festival.includes(day)).forEach(all::add);
        return all;
    }

    /** The festivals that a name of a notice speaks of. */
    static Set<Festival> namedBy(String name) {
        var all = EnumSet.noneOf(Festival.class);
        Arrays.stream(values()).filter(festival -> name.contains(festival.word)).forEach(all::add);
        return all;
    }

    private static boolean is(LocalDate day, Month month, int first, int last) {
        return day.getMonth() == month && day.getDayOfMonth() >= first && day.getDayOfMonth() <= last;
    }
}
