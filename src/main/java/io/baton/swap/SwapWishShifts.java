package io.baton.swap;

import io.baton.identity.Now;
import io.baton.identity.Tenants;
import io.baton.kernel.Problem;
import io.baton.rota.Assignment;
import io.baton.rota.Exchange;
import io.baton.rota.ShiftTypes;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The shifts that wishes speak of, and which of them one may wish to give or to take. */
@Component
class SwapWishShifts {

    private final Exchange exchange;
    private final ShiftTypes types;
    private final Tenants tenants;
    private final Now now;

    SwapWishShifts(Exchange exchange, ShiftTypes types, Tenants tenants, Now now) {
        this.exchange = exchange;
        this.types = types;
        this.tenants = tenants;
        this.now = now;
    }

    /** Keeps everybody else from a person's rota to the end of the transaction. */
    void hold(String agent) {
        exchange.hold(List.of(agent));
    }

    /** The shift, live or not; 404 {@code assignment_unknown}. */
    Assignment get(UUID id) {
        return Objects.requireNonNull(named(List.of(id)).get(id));
    }

    Map<UUID, Assignment> named(Collection<UUID> ids) {
        return exchange.shifts(ids);
    }

    /** 409 {@code assignment_gone} unless it is worked, {@code swap_wish_begun} unless it is still to come. */
    void requireToCome(Assignment shift) {
        if (shift.status() != Assignment.Status.ACTIVE || shift.shiftTypeId() == null) {
            throw Problem.conflict("assignment_gone");
        }
        if (!shift.during().start().isAfter(now.instant())) {
            throw Problem.conflict("swap_wish_begun");
        }
    }

    /** 422 when all of the days are over, 404 {@code shift_type_unknown}. */
    void requireTakeable(SwapWish.Takes takes) {
        if (takes.to().isBefore(today())) {
            throw Problem.invalid("to", "in the past");
        }
        takes.shiftTypeIds().forEach(types::history);
    }

    /** Today, where the tenant is. */
    LocalDate today() {
        return LocalDate.ofInstant(now.instant(), tenants.settings().zone());
    }
}
