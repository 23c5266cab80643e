package io.baton.rota;

/** A shift that is asked for: its number within the request, and the assignment that it would become. */
record Proposed(int slot, Assignment row) {}
