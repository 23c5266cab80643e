package io.baton.leave;

import io.baton.rota.ShiftType;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What whoever leads the department is shown in Tasklist about a shift without a cover, in both languages. */
record CoverSheet(
        String number,
        String absent,
        String department,
        String shift,
        String time,
        String nobody,
        List<Row> candidates) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final Map<String, String> PARTS = Map.of(
            "hours", "工时 hours",
            "rest", "休息 rest",
            "fairness", "公平 fairness",
            "skill", "技能 skills");

    /** A candidate as a row of a table. */
    record Row(String who, String points, String why, String warnings) {

        static Row of(CoverChoice choice) {
            return new Row(
                    choice.name() + " " + choice.id().toUpperCase(Locale.ROOT),
                    choice.points().toPlainString(),
                    choice.parts().stream()
                            .map(part -> PARTS.getOrDefault(part.part(), part.part()) + " "
                                    + part.points().toPlainString())
                            .collect(Collectors.joining(" · ")),
                    choice.warnings().stream()
                            .map(reason -> reason.zh() + " " + reason.en())
                            .collect(Collectors.joining("\n")));
        }
    }

    /** A candidate as an option to choose. */
    record Option(String label, String value) {

        static Option of(CoverChoice choice) {
            return new Option(
                    choice.name() + " " + choice.id().toUpperCase(Locale.ROOT) + " · "
                            + choice.points().toPlainString(),
                    choice.id());
        }
    }

    static CoverSheet of(Cover cover, ShiftType type, List<CoverChoice> choices, ZoneId zone) {
        var during = cover.place().during();
        return new CoverSheet(
                cover.absentee().leaveNumber(),
                cover.absentee().name() + " " + cover.absentee().id().toUpperCase(Locale.ROOT),
                cover.absentee().department(),
                type.zh() + " " + type.en(),
                TIME.format(during.start().atZone(zone)) + " – "
                        + TIME.format(during.end().atZone(zone)),
                choices.isEmpty() ? "按排班规则无人可顶班 · Nobody may take it by the rules of planning" : "",
                choices.stream().map(Row::of).toList());
    }
}
