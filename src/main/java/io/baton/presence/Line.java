package io.baton.presence;

/**
 * A device of a person and the connection on which it was last heard. A device that comes back on another connection, be
 * it on another node, takes its own place; what is left of the old connection then says nothing any more.
 */
record Line(String person, String device, String connection) {}
