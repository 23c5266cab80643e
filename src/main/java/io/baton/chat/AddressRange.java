package io.baton.chat;

import io.baton.kernel.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address or a range of addresses as CIDR, of IPv4 or IPv6; never a name that would have to be looked up. */
final class AddressRange {

    private static final Pattern LITERAL =
            Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|(?=[^:]*:)[0-9a-fA-F:]{2,39}(\\d{1,3}(\\.\\d{1,3}){3})?)");
    private static final int WIDEST_V4 = 8;
    private static final int WIDEST_V6 = 32;

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /** The range, or 422 when it is none or so wide that it can only be a mistake. */
    static AddressRange parse(String text) {
        var parts = text.strip().split("/", 2);
        var address = address(parts[0]).orElseThrow(() -> Problem.invalid("address", "must be an address or CIDR"));
        int bits = address.length * 8;
        int prefix = parts.length == 1 ? bits : prefix(parts[1], bits);
        if (prefix < (bits == 32 ? WIDEST_V4 : WIDEST_V6)) {
            throw Problem.invalid("address", "is too wide a range");
        }
        for (int i = prefix; i < bits; i++) {
            address[i / 8] &= (byte) ~(0x80 >> (i % 8));
        }
        return new AddressRange(address, prefix);
    }

    /** What is no address is in no range. */
    boolean contains(String text) {
        return address(text).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int i = 0; i < prefix; i++) {
            if (((address[i / 8] ^ network[i / 8]) & (0x80 >> (i % 8))) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        try {
            var address = InetAddress.getByAddress(network).getHostAddress();
            return prefix == network.length * 8 ? address : address + "/" + prefix;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int prefix(String text, int bits) {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= bits) {
            return Integer.parseInt(text);
        }
        throw Problem.invalid("address", "must be an address or CIDR");
    }

    private static Optional<byte[]> address(String text) {
        try {
            return LITERAL.matcher(text).matches()
                    ? Optional.of(InetAddress.getByName(text).getAddress())
                    : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
