package io.baton.leave;

/** Why somebody is away. The order is the code under which other systems know a type, from 0. */
public enum LeaveType {
    PERSONAL("事假", "Personal leave"),
    SICK("病假", "Sick leave"),
    ANNUAL("年假", "Annual leave"),
    COMPENSATORY("调休", "Compensatory leave"),
    OTHER("其他", "Other leave");

    private final String zh;
    private final String en;

    LeaveType(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether it is taken from a balance of days. */
    public boolean isCounted() {
        return this == ANNUAL || this == COMPENSATORY;
    }
}
