package io.baton.leave.web;

import io.baton.leave.Attachment;
import io.baton.leave.LeaveRequest;
import io.baton.leave.LeaveState;
import io.baton.leave.LeaveType;
import io.baton.leave.Progress;
import io.baton.leave.RequestProcess;
import io.baton.rota.Half;
import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as JSON; findings in the caller's language. */
record LeaveView(
        UUID id,
        String number,
        String agentId,
        String agentName,
        @Nullable String department,
        LeaveType type,
        LocalDate startDate,
        Half startPeriod,
        LocalDate endDate,
        Half endPeriod,
        BigDecimal days,
        BigDecimal cost,
        String process,
        String reason,
        LeaveState state,
        @Nullable String outcome,
        List<FindingView> findings,
        List<FileView> attachments,
        @Nullable String decidedBy,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String comment,
        @Nullable String endorsedBy,
        @Nullable String endorsedByName,
        @Nullable Instant endorsedAt,
        @Nullable Extension extension,
        Instant createdAt,
        boolean begun,
        long version) {

    record FindingView(String code, Severity severity, String rule, String message) {

        static List<FindingView> of(List<Finding> findings, Locale locale) {
            return findings.stream()
                    .map(finding -> new FindingView(
                            finding.reason().code(),
                            finding.severity(),
                            finding.rule(),
                            finding.reason().in(locale)))
                    .toList();
        }
    }

    /** What is asked for beyond the end and not decided yet. */
    record Extension(LocalDate endDate, Half endPeriod, String reason) {

        static @Nullable Extension of(Progress.@Nullable Extension wish) {
            return wish == null ? null : new Extension(wish.day(), wish.half(), wish.reason());
        }
    }

    record FileView(UUID id, String name, String type, int size) {

        static FileView of(Attachment file) {
            return new FileView(file.id(), file.name(), file.type(), file.size());
        }
    }

    static LeaveView of(LeaveRequest leave, List<Attachment> files, Locale locale) {
        var form = leave.form();
        var progress = leave.progress();
        var decided = progress.decided();
        var endorsed = progress.endorsed();
        return new LeaveView(
                leave.id(),
                leave.number(),
                leave.applicant().id(),
                leave.applicant().name(),
                leave.applicant().department(),
                form.type(),
                form.span().start(),
                form.span().from(),
                form.span().end(),
                form.span().to(),
                form.span().days(),
                leave.cost(),
                RequestProcess.of(leave),
                form.reason(),
                leave.state(),
                outcome(progress),
                FindingView.of(progress.findings(), locale),
                files.stream().map(FileView::of).toList(),
                decided == null ? null : decided.by(),
                decided == null ? null : decided.byName(),
                decided == null ? null : decided.at(),
                decided == null ? null : decided.comment(),
                endorsed == null ? null : endorsed.by(),
                endorsed == null ? null : endorsed.byName(),
                endorsed == null ? null : endorsed.at(),
                Extension.of(progress.extension()),
                leave.createdAt(),
                progress.begun(),
                leave.version());
    }

    private static @Nullable String outcome(Progress progress) {
        var outcome = progress.outcome();
        return outcome == null ? null : outcome.label();
    }
}
