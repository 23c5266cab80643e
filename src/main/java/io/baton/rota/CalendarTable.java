package io.baton.rota;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The special days of the tenant, and which years' notices are out. */
@Repository
class CalendarTable {

    private final JdbcClient jdbc;

    CalendarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By date, both ends included. */
    List<SpecialDay> days(LocalDate from, LocalDate to) {
        return jdbc.sql("select * from calendar_day where day between ? and ? order by day")
                .params(from, to)
                .query((row, number) -> new SpecialDay(
                        row.getObject("day", LocalDate.class),
                        DayKind.valueOf(row.getString("kind")),
                        row.getString("name_zh"),
                        row.getString("name_en")))
                .list();
    }

    Set<Integer> announced() {
        return Set.copyOf(jdbc.sql("select year from calendar_year where announced")
                .query(Integer.class)
                .list());
    }

    /** How often the year was changed. */
    int version(int year) {
        return jdbc.sql("select version from calendar_year where year = ?")
                .param(year)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Counts a change of the year and holds the year to the end of the transaction; the version it then has. */
    int touch(int year) {
        return jdbc.sql("""
                        insert into calendar_year as y (year) values (?)
                        on conflict (tenant_id, year) do update set version = y.version + 1 returning version
                        """).param(year).query(Integer.class).single();
    }

    /** In which years the days lie that the notice of a year speaks of. */
    Set<Integer> yearsOfNotice(int year) {
        return Set.copyOf(
                jdbc.sql("select distinct extract(year from day)::int from calendar_day where notice_year = ?")
                        .param(year)
                        .query(Integer.class)
                        .list());
    }

    /** The days of a notice of a year, by date. */
    List<LocalDate> ofNotice(int year) {
        return jdbc.sql("select day from calendar_day where notice_year = ? order by day")
                .param(year)
                .query(LocalDate.class)
                .list();
    }

    void announce(int year) {
        jdbc.sql("update calendar_year set announced = true where year = ?")
                .param(year)
                .update();
    }

    /** @param notice the year whose notice says so; none when a person does */
    void put(SpecialDay day, @Nullable Integer notice) {
        jdbc.sql("""
                        insert into calendar_day (day, kind, name_zh, name_en, notice_year) values (?, ?, ?, ?, ?)
                        on conflict (tenant_id, day) do update set kind = excluded.kind, name_zh = excluded.name_zh,
                            name_en = excluded.name_en, notice_year = excluded.notice_year
                        """)
                .params(day.date(), day.kind().name(), day.zh(), day.en())
                .param(notice)
                .update();
    }

    void remove(LocalDate day) {
        jdbc.sql("delete from calendar_day where day = ?").param(day).update();
    }

    /** Puts the days of a notice in the place of all that an earlier one of the same year said. */
    void replace(int year, Collection<SpecialDay> days) {
        jdbc.sql("delete from calendar_day where notice_year = ?").param(year).update();
        days.forEach(day -> put(day, year));
    }
}
