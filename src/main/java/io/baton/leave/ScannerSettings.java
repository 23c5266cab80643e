package io.baton.leave;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which virus scanner looks into files: {@code baton.scanner}. Refuses an address that is no host with a port.
 *
 * @param address {@code host:port} of a ClamAV daemon; empty when there is none
 * @param patience how long it may take for a file, more than 0
 */
@ConfigurationProperties("baton.scanner")
record ScannerSettings(String address, Duration patience) {

    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\[\\]]+)]?:(\\d{1,5})");

    ScannerSettings {
        if (!address.isBlank() && !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("baton.scanner.address is no host:port: " + address);
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("baton.scanner.patience must be more than 0");
        }
    }

    VirusScanner scanner() {
        var parts = ADDRESS.matcher(address);
        return parts.matches() ? new Clamd(parts.group(1), Integer.parseInt(parts.group(2)), patience) : content -> {};
    }
}
