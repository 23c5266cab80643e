package io.baton.chat;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.util.unit.DataSize;

/**
 * How much one client may ask of Baton.
 *
 * @param agentTexts messages per agent's connection
 * @param customerTexts messages per customer's connection
 * @param frames all other frames per connection
 * @param malformedPerMinute broken frames that are answered before the connection is closed
 * @param outgoing what may wait for one client before it is closed as too slow
 * @param visitorsPerMinute new visitors per address
 * @param handoffsPerMinute requests for a person per address, from which several customers may come
 * @param reportsPerMinute attributes, pages and events that the site tells of one customer
 * @param exempt addresses and ranges such as {@code 10.0.0.0/8} that are never limited, for tests and for proxies that
 *     limit by themselves
 */
@ConfigurationProperties("baton.limits")
public record Limits(
        @DefaultValue Rate agentTexts,
        @DefaultValue Rate customerTexts,
        @DefaultValue Rate frames,
        @DefaultValue("20") int malformedPerMinute,
        @DefaultValue("64KB") DataSize frame,
        @DefaultValue("1MB") DataSize outgoing,
        @DefaultValue("50") int connectionsPerAddress,
        @DefaultValue("10") int connectionsPerVisitor,
        @DefaultValue("60") int visitorsPerMinute,
        @DefaultValue("30") int handoffsPerMinute,
        @DefaultValue("120") int reportsPerMinute,
        @DefaultValue List<String> exempt) {

    /** So many in a second on average, and so many at once. */
    public record Rate(int perSecond, int burst) {

        Rate or(int second, int atOnce) {
            return perSecond == 0 ? new Rate(second, atOnce) : this;
        }
    }

    public Limits {
        agentTexts = agentTexts.or(20, 60);
        customerTexts = customerTexts.or(5, 20);
        frames = frames.or(50, 200);
        exempt = List.copyOf(exempt);
        exempt.forEach(IpAddressMatcher::new);
    }

    public Rate texts(Party party) {
        return party.kind() == Party.Kind.AGENT ? agentTexts : customerTexts;
    }

    public boolean isExempt(String address) {
        return exempt.stream().anyMatch(range -> new IpAddressMatcher(range).matches(address));
    }
}
