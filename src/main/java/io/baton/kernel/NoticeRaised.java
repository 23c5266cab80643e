package io.baton.kernel;

/**
 * Somebody is to be told something; the notice reaches each open desk and is kept until it was read.
 *
 * @param person the person id it is for
 * @param kind groups notices, for example {@code leave.approved}
 * @param link a path of the desk, for example {@code /desk/leave/…}
 */
public record NoticeRaised(Tenant tenant, String person, String kind, String zh, String en, String link) {}
