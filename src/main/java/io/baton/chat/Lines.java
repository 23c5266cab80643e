package io.baton.chat;

/** What strangers write of themselves, as it can be shown on one line. */
public final class Lines {

    private Lines() {}

    /** Without control characters and the space around it. */
    public static String of(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
