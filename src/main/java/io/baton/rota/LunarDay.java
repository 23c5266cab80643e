package io.baton.rota;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

/** A day of the Chinese calendar, in which a month may come twice: the second one has no festivals. */
record LunarDay(int month, int day, boolean leap) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static LunarDay of(LocalDate date) {
        var calendar = new ChineseCalendar(TimeZone.getTimeZone(CHINA.getId()), ULocale.CHINA);
        calendar.setTime(Date.from(date.atTime(12, 0).atZone(CHINA).toInstant()));
        return new LunarDay(
                calendar.get(ChineseCalendar.MONTH) + 1,
                calendar.get(ChineseCalendar.DAY_OF_MONTH),
                calendar.get(ChineseCalendar.IS_LEAP_MONTH) == 1);
    }

    boolean is(int month, int day) {
        return !leap && this.month == month && this.day == day;
    }
}
