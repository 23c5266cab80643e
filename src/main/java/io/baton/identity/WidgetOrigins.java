package io.baton.identity;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Lets the widget on a company's site talk to Baton. Cookies never travel this way, so another site can do no more than
 * any program without credentials can.
 */
@Configuration(proxyBeanMethods = false)
class WidgetOrigins {

    @Bean
    CorsConfigurationSource corsConfigurationSource(@Value("${baton.widget.origins:*}") List<String> origins) {
        var widget = new CorsConfiguration();
        widget.setAllowedOriginPatterns(origins);
        widget.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        widget.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept-Language", "Idempotency-Key"));
        widget.setExposedHeaders(List.of("Retry-After", TraceId.HEADER));
        widget.setAllowCredentials(false);
        widget.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/v1/visitors/**", widget);
        source.registerCorsConfiguration("/api/v1/conversations/**", widget);
        source.registerCorsConfiguration("/api/v1/files/**", widget);
        source.registerCorsConfiguration("/api/v1/tickets/*/contact", widget);
        source.registerCorsConfiguration("/api/v1/widget", widget);
        source.registerCorsConfiguration("/api/v1/socket-tickets", widget);
        return source;
    }
}
