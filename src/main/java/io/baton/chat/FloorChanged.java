package io.baton.chat;

import io.baton.kernel.Tenant;

/**
 * Something of the floor of a department is another thing: its queue, who handles what, an offer. Inside a transaction it is
 * told after the commit, and never when it was rolled back; many of them are told as one.
 */
public record FloorChanged(Tenant tenant, String department) {}
