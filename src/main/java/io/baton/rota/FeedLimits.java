package io.baton.rota;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * How often feeds may be read: {@code baton.limits}.
 *
 * @param feedsPerAddress reads of all feeds in a minute from one address, behind which a whole office may be
 * @param feedsPerSecret reads of one feed in a minute
 * @param exempt addresses and ranges such as {@code 10.0.0.0/8} that are never limited
 */
@ConfigurationProperties("baton.limits")
record FeedLimits(
        @DefaultValue("300") int feedsPerAddress,
        @DefaultValue("20") int feedsPerSecret,
        @DefaultValue List<String> exempt) {

    FeedLimits {
        exempt = List.copyOf(exempt);
    }

    boolean isExempt(String address) {
        return exempt.stream().anyMatch(range -> new IpAddressMatcher(range).matches(address));
    }
}
