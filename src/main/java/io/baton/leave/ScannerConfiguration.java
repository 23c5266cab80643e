package io.baton.leave;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the virus scanner, and says at the start when there is none. */
@Configuration(proxyBeanMethods = false)
class ScannerConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ScannerConfiguration.class);

    @Bean
    VirusScanner virusScanner(ScannerSettings settings) {
        if (settings.address().isBlank()) {
            log.warn("no virus scanner is configured (baton.scanner.address): attachments are taken unscanned");
        } else {
            log.info("the virus scanner at {} looks into attachments", settings.address());
        }
        return settings.scanner();
    }
}
