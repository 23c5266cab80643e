package io.baton.load;

/** Something that must not be: which rule was broken, and whom or what it is about, with ids. */
record Violation(String rule, String what) {

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
