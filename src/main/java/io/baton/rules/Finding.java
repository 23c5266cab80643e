package io.baton.rules;

import io.baton.kernel.Reason;

/**
 * What one rule found.
 *
 * @param rule the rule's title, the sentence a planner would say
 */
public record Finding(String rule, Severity severity, Reason reason) {}
