package io.baton.leave;

import java.math.BigDecimal;

/**
 * Since when somebody works, and what that brings.
 *
 * @param days of annual leave in the year, whatever was granted before
 */
public record Entitlement(Employment employment, int year, BigDecimal days) {}
