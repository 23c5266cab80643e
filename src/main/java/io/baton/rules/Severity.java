package io.baton.rules;

/** How much a finding weighs: it blocks the request, or warns whoever decides. */
public enum Severity {
    BLOCKS,
    WARNS
}
