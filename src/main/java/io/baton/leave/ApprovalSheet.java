package io.baton.leave;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.baton.kernel.Reason;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What an approver is shown in Tasklist, in both languages; made by Baton from its own tables and never read back from a
 * form.
 *
 * @param problem why it came back to the approver; empty at first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ApprovalSheet(
        String number,
        String applicant,
        String department,
        String type,
        String period,
        String cost,
        String endorsed,
        String reason,
        String balance,
        String attachments,
        String problem,
        List<Line> days,
        List<Line> shifts,
        List<Count> coverage,
        List<Line> warnings,
        List<Line> history) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    /** A row of a table. */
    record Line(String what, String detail) {}

    /** People in a half hour. */
    record Count(String time, String before, String after) {}

    static ApprovalSheet of(
            LeaveRequest leave, LeaveVerdict said, List<LeaveRequest> history, List<Attachment> files, ZoneId zone) {
        return new ApprovalSheet(
                leave.number(),
                leave.applicant().name() + " " + leave.applicant().id().toUpperCase(Locale.ROOT),
                leave.applicant().department() == null ? "—" : leave.applicant().department(),
                type(leave),
                period(leave.form().span()),
                said.split().cost().toPlainString() + " 天 days",
                endorsed(leave.progress()),
                leave.form().reason(),
                balance(said.shares()),
                attachments(leave, files),
                problem(said.findings()),
                leave.form().isPeriod()
                        ? said.split().segments().stream()
                                .map(ApprovalSheet::line)
                                .toList()
                        : List.of(),
                said.touched().stream().map(shift -> line(shift, zone)).toList(),
                said.halfHours().stream()
                        .filter(half -> !leave.form().isPeriod() || half.after() < half.before())
                        .map(half ->
                                new Count(half.from(), String.valueOf(half.before()), String.valueOf(half.after())))
                        .toList(),
                said.findings().stream()
                        .filter(finding -> finding.severity() == Severity.WARNS)
                        .map(finding ->
                                new Line(finding.reason().zh(), finding.reason().en()))
                        .toList(),
                history.stream()
                        .map(past -> new Line(period(past.form().span()), type(past) + " · " + past.state()))
                        .toList());
    }

    private static String endorsed(Progress progress) {
        var verdict = progress.endorsed();
        if (verdict == null) {
            return "";
        }
        var words = verdict.comment() == null ? "" : "：" + verdict.comment();
        return verdict.byName() + " 已同意 has approved" + words;
    }

    private static Line line(LeaveSplit.Segment segment) {
        var halves = segment.halves().size() == 2
                ? "全天 whole day"
                : half(segment.halves().getFirst());
        var what = switch (segment.kind()) {
            case WORKDAY -> "工作日 working day";
            case ADJUSTED_WORKDAY -> "调休上班日 adjusted working day";
            case REST_DAY -> "休息日 rest day";
            case DAY_OFF -> "调休休息日 day off";
            case STATUTORY_HOLIDAY -> "法定节假日 holiday";
        };
        var name = segment.name().isEmpty() ? "" : " · " + segment.name();
        var counts = segment.counts() ? "" : "（不计 not counted）";
        return new Line(segment.day() + " · " + halves, what + name + counts);
    }

    private static String type(LeaveRequest leave) {
        return leave.form().type().zh() + " " + leave.form().type().en();
    }

    private static String period(HalfDays span) {
        var days = span.days().toPlainString();
        if (span.start().equals(span.end()) && span.from() == span.to()) {
            return "%s %s · %s 天 day".formatted(span.start(), half(span.from()), days);
        }
        return "%s %s – %s %s · %s 天 day".formatted(span.start(), half(span.from()), span.end(), half(span.to()), days);
    }

    private static String half(Half half) {
        return half == Half.MORNING ? "上午 morning" : "下午 afternoon";
    }

    private static Line line(TouchedShift shift, ZoneId zone) {
        var taken = shift.piece().taken();
        return new Line(
                shift.zh() + " " + shift.en(),
                TIME.format(taken.start().atZone(zone)) + " – "
                        + TIME.format(taken.end().atZone(zone)));
    }

    private static String balance(List<BalanceShare> shares) {
        if (shares.size() == 1) {
            return balance(shares.getFirst().balance());
        }
        return shares.isEmpty()
                ? "不计余额 not counted"
                : String.join(
                        "\n",
                        shares.stream()
                                .map(share -> share.year() + "：" + balance(share.balance()))
                                .toList());
    }

    private static String balance(Balance balance) {
        return "剩余 %s 天，共 %s 天 · %s of %s days remain"
                .formatted(
                        balance.remaining().toPlainString(),
                        balance.total().toPlainString(),
                        balance.remaining().toPlainString(),
                        balance.total().toPlainString());
    }

    private static String attachments(LeaveRequest leave, List<Attachment> files) {
        return files.isEmpty()
                ? "无 none"
                : String.join(
                        " · ",
                        files.stream()
                                .map(file -> "[%s](/api/v1/leaves/%s/attachments/%s)"
                                        .formatted(file.name().replaceAll("[\\[\\]()]", ""), leave.id(), file.id()))
                                .toList());
    }

    private static String problem(List<Finding> findings) {
        return String.join(
                "\n",
                findings.stream()
                        .filter(finding -> finding.severity() == Severity.BLOCKS)
                        .map(Finding::reason)
                        .map(ApprovalSheet::both)
                        .toList());
    }

    private static String both(Reason reason) {
        return reason.zh() + " " + reason.en();
    }
}
