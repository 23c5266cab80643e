package io.baton.rules;

/**
 * A line of a book's table of weights, as its rules see it.
 *
 * @param points the most that the rule which is marked with this name gives; 0 to 1000
 */
public record Weight(String name, double points) {}
