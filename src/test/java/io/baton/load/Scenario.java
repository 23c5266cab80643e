package io.baton.load;

/** One kind of measurement; it writes its rows into the report. */
interface Scenario {

    String name();

    /** Whether it needs processes of our own, to break or to look into them. */
    boolean needsOwnNodes();

    void run(Bench bench) throws Exception;
}
