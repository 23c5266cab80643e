package io.baton.leave.web;

import io.baton.kernel.Page;
import io.baton.leave.Balance;
import io.baton.leave.Balances;
import io.baton.leave.LeaveType;
import io.baton.leave.Leaves;
import io.baton.leave.Overtime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Balances over HTTP, by default the own of this year; their lines; hours that are booked and taken back. */
@RestController
@RequestMapping("/api/v1")
class BalanceController {

    private final Balances balances;

    BalanceController(Balances balances) {
        this.balances = balances;
    }

    record View(
            LeaveType type,
            BigDecimal entitled,
            BigDecimal carried,
            BigDecimal earned,
            BigDecimal expired,
            BigDecimal used,
            BigDecimal reserved,
            BigDecimal remaining,
            BigDecimal remainingHours,
            List<Balance.Expiring> expiring) {

        static View of(Balance balance, BigDecimal hoursPerDay) {
            var hours = balance.remaining().multiply(hoursPerDay).setScale(1, RoundingMode.HALF_DOWN);
            return new View(
                    balance.type(),
                    balance.entitled(),
                    balance.carried(),
                    balance.earned(),
                    balance.expired(),
                    balance.used(),
                    balance.reserved(),
                    balance.remaining(),
                    hours,
                    balance.expiring());
        }
    }

    record Earning(
            @NotNull LocalDate day,
            @NotNull BigDecimal hours,
            @NotBlank @Size(max = 200) String reason) {

        Overtime overtime() {
            return new Overtime(day, hours, reason);
        }
    }

    record Reversal(@NotBlank @Size(max = 200) String reason) {}

    @GetMapping("/leaves/balances")
    Page<View> of(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String agent) {
        var hoursPerDay = balances.hoursPerDay();
        return Page.last(balances.of(agent == null ? null : lower(agent), year).stream()
                .map(balance -> View.of(balance, hoursPerDay))
                .toList());
    }

    @GetMapping("/balances/{agent}/entries")
    Page<EntryView> entries(
            @PathVariable String agent,
            @RequestParam(required = false) @Nullable LeaveType type,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return balances.entries(lower(agent), type, year, new Leaves.Window(limit, cursor))
                .map(EntryView::of);
    }

    @PostMapping("/balances/{agent}/earnings")
    @ResponseStatus(HttpStatus.CREATED)
    EntryView earn(@PathVariable String agent, @Valid @RequestBody Earning earning) {
        return EntryView.of(balances.earn(lower(agent), earning.overtime()));
    }

    @PostMapping("/balances/{agent}/earnings/{entryId}/reversal")
    EntryView reverse(@PathVariable String agent, @PathVariable String entryId, @Valid @RequestBody Reversal reversal) {
        return EntryView.of(balances.reverse(lower(agent), entryId, reversal.reason()));
    }

    private static String lower(String agent) {
        return agent.toLowerCase(Locale.ROOT);
    }
}
