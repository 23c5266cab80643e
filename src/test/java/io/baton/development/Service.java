package io.baton.development;

/** One server that Baton needs; started once, and stopped with the application. */
interface Service {

    String name();

    /** Where people and programs find it. */
    String address();

    void start();

    void stop();

    long processId();
}
