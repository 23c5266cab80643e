package io.baton.leave;

import java.math.BigDecimal;

/**
 * What a request takes of one balance.
 *
 * @param year whose days these are; the year in which the leave begins for what belongs to no year
 * @param balance this request not counted
 */
public record BalanceShare(int year, BigDecimal cost, Balance balance) {}
