package io.baton.leave;

/** Looks into files before they are kept. */
interface VirusScanner {

    /** Refuses with 422 {@code file_infected}, or with 503 {@code scanner_unavailable} when nobody can tell. */
    void check(byte[] content);
}
