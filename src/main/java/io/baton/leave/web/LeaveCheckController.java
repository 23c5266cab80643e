package io.baton.leave.web;

import io.baton.leave.BalanceShare;
import io.baton.leave.LeaveProcess;
import io.baton.leave.LeaveSplit;
import io.baton.leave.LeaveType;
import io.baton.leave.LeaveVerdict;
import io.baton.leave.TouchedShift;
import io.baton.rota.DayKind;
import io.baton.rota.Half;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says what the rules would say, while the request is still being written. */
@RestController
class LeaveCheckController {

    private final LeaveProcess process;

    LeaveCheckController(LeaveProcess process) {
        this.process = process;
    }

    record Shift(LocalDate date, Instant start, Instant end, String shiftType) {

        static Shift of(TouchedShift shift, Locale locale) {
            var taken = shift.piece().taken();
            var chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
            return new Shift(shift.day(), taken.start(), taken.end(), chinese ? shift.zh() : shift.en());
        }
    }

    /** What remains where the leave begins. */
    record Remainder(LeaveType type, BigDecimal remaining, String unit) {

        static @Nullable Remainder of(List<BalanceShare> shares) {
            return shares.stream()
                    .map(BalanceShare::balance)
                    .map(balance -> new Remainder(balance.type(), balance.remaining(), "days"))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What a leave takes of one year, and what remains of it before. */
    record Share(int year, BigDecimal cost, BigDecimal remaining) {

        static Share of(BalanceShare share) {
            return new Share(share.year(), share.cost(), share.balance().remaining());
        }
    }

    record Segment(LocalDate date, DayKind kind, String name, List<Half> halves, boolean counts) {

        static Segment of(LeaveSplit.Segment segment) {
            return new Segment(segment.day(), segment.kind(), segment.name(), segment.halves(), segment.counts());
        }
    }

    record Answer(
            boolean allowed,
            List<LeaveView.FindingView> findings,
            List<Shift> shifts,
            BigDecimal days,
            BigDecimal cost,
            List<Segment> segments,
            boolean announced,
            @Nullable Remainder balance,
            List<Share> shares) {

        static Answer of(LeaveVerdict verdict, BigDecimal days, Locale locale) {
            return new Answer(
                    verdict.isAllowed(),
                    LeaveView.FindingView.of(verdict.findings(), locale),
                    verdict.touched().stream()
                            .map(shift -> Shift.of(shift, locale))
                            .toList(),
                    days,
                    verdict.split().cost(),
                    verdict.split().segments().stream().map(Segment::of).toList(),
                    verdict.split().unannounced().findAny().isEmpty(),
                    Remainder.of(verdict.shares()),
                    verdict.shares().stream().map(Share::of).toList());
        }
    }

    @PostMapping("/api/v1/leaves:check")
    Answer check(@Valid @RequestBody LeaveController.Wish wish, Locale locale) {
        var form = wish.form();
        return Answer.of(process.check(form), form.span().days(), locale);
    }
}
