package io.baton.chat;

import java.util.List;
import java.util.Map;

/**
 * What the site told of a customer, and how colleagues marked the customer.
 *
 * @param pages newest first
 * @param events newest first
 */
public record CustomerProfile(
        Map<String, String> attributes, List<String> tags, List<PageVisit> pages, List<SiteEvent> events) {}
