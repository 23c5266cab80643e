package io.baton.leave;

/**
 * Whose account of which type.
 *
 * @param year the calendar year whose days these are; {@value #RUNNING} for hours, which belong to no year
 */
record AccountId(String agent, LeaveType type, int year) {

    static final int RUNNING = 0;

    static AccountId of(String agent, LeaveType type, int year) {
        return new AccountId(agent, type, type == LeaveType.ANNUAL ? year : RUNNING);
    }

    AccountId yearBefore() {
        return new AccountId(agent, type, year - 1);
    }
}
