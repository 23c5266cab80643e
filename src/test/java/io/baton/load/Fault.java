package io.baton.load;

/**
 * Something that breaks while chats go on.
 *
 * @param server whether it needs processes of our own
 */
record Fault(String name, boolean server, Action action) {

    /** Breaks it and, where it does not heal by itself, repairs it. */
    interface Action {
        void run(Scene scene) throws Exception;
    }

    /** Where it happens. */
    record Scene(Bench bench, Baton baton, Clients clients, TcpProxy proxy) {

        Servers servers() {
            return new Servers(bench, baton);
        }
    }

    /** The processes that may be killed. */
    record Servers(Bench bench, Baton baton) {}
}
