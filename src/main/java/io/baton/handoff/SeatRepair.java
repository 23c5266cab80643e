package io.baton.handoff;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts seats anew where they are not what agents hold. Seats and handoffs change in the same transactions, so one look
 * sees both as of one moment; before anything is put right the seat is held and counted once more.
 */
@Component
@Transactional
class SeatRepair {

    private final Seats seats;

    SeatRepair(Seats seats) {
        this.seats = seats;
    }

    /** An agent whose seats are counted wrong. */
    record Miscounted(String agent, String department) {}

    List<Miscounted> look() {
        return seats.miscounted();
    }

    /** False when the count is right by now. */
    boolean recount(Miscounted one) {
        seats.lock(one.agent());
        return seats.recount(one.agent());
    }
}
