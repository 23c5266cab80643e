package io.baton.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a page of a site: http or https, without user, query and fragment, for these may hold secrets. */
public final class PageAddress {

    /** The longest that is kept, in characters. */
    static final int LONGEST = 2_000;

    private static final Pattern ADDRESS = Pattern.compile(
            "(https?)://(?:[^/?#@\\s\\\\\\p{Cntrl}]*+@)?([^/?#@\\s\\\\\\p{Cntrl}]++)((?:/[^?#\\s\\p{Cntrl}]*+)?+)(?:[?#].*+)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private PageAddress() {}

    /** What is kept of an address; nothing when it is none, or too long. */
    public static Optional<String> of(String text) {
        var address = ADDRESS.matcher(text.strip());
        if (!address.matches()) {
            return Optional.empty();
        }
        var site = (address.group(1) + "://" + address.group(2)).toLowerCase(Locale.ROOT);
        var path = address.group(3).isEmpty() ? "/" : address.group(3);
        return Optional.of(site + path).filter(kept -> kept.length() <= LONGEST);
    }
}
