package io.baton.identity;

import static org.springframework.security.web.util.matcher.RequestMatchers.anyOf;
import static org.springframework.security.web.util.matcher.RequestMatchers.not;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may come in, and how: everybody to what is open, programs and customers by bearer token, staff by browser session.
 * What is not listed is refused.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final RequestMatcher CAMUNDA = path("/camunda/**");
    private static final RequestMatcher PROGRAMS = anyOf(path("/api/**"), path("/ws/**"), path("/camunda/api/**"));
    private static final RequestMatcher TOKEN_PATHS = anyOf(path("/api/**"), path("/actuator/**"));
    private static final RequestMatcher PAGES =
            anyOf(path("/"), path("/desk"), path("/desk/**"), path("/camunda"), path("/camunda/**"));
    /** The engine's own ways to try a password, and what it tells of all tenants at once. */
    private static final RequestMatcher[] CLOSED = {
        path("/engine-rest/metrics/**"),
        path("/engine-rest/telemetry/**"),
        path("/engine-rest/identity/verify"),
        path("/engine-rest/engine/*/identity/verify"),
        path("/camunda/api/engine/engine/*/identity/verify"),
        path("/camunda/api/admin/auth/user/*/login/*"),
        path("/camunda/api/admin/setup/**")
    };

    private static final String DESK_CONTENT =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none';"
                    + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final Refusals refusals;

    SecurityChains(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Open to everybody; knows no session and no person. */
    @Bean
    @Order(1)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.securityMatcher(anyOf(
                        path("/widget/**"),
                        path("/desk/assets/**"),
                        path("/favicon.ico"),
                        path("/actuator/health"),
                        path("/actuator/health/**"),
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/ical/*"),
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.HEAD, "/ical/*"),
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/api/v1/widget"),
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/visitors"),
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/visitors/renewal")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }

    /** Programs and customers: a bearer token with each request, no session. */
    @Bean
    @Order(2)
    SecurityFilterChain tokens(HttpSecurity http, BearerTokens tokens) throws Exception {
        return http.securityMatcher(anyOf(path("/engine-rest/**"), SecurityChains::carriesToken))
                .authorizeHttpRequests(SecurityChains::rules)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(resource -> resource.authenticationManagerResolver(request -> tokens)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** Staff in a browser: a session that begins and ends with Keycloak. */
    @Bean
    @Order(3)
    SecurityFilterChain browser(HttpSecurity http, Authorities authorities, WebSessions sessions) throws Exception {
        var visited = new HttpSessionRequestCache();
        visited.setMatchingRequestParameterName(null);
        visited.setRequestMatcher(request -> "GET".equals(request.getMethod()) && isPage(request));
        var arrived = new SavedRequestAwareAuthenticationSuccessHandler();
        arrived.setDefaultTargetUrl("/desk/");
        arrived.setRequestCache(visited);
        return http.authorizeHttpRequests(SecurityChains::rules)
                .csrf(csrf -> csrf.csrfTokenRepository(Csrf.cookie())
                        .csrfTokenRequestHandler(Csrf.header())
                        .ignoringRequestMatchers(CAMUNDA))
                .cors(Customizer.withDefaults())
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(visited))
                .oauth2Login(login -> login.loginPage(SignOn.LOG_IN)
                        .successHandler(arrived)
                        .failureHandler(refusals)
                        .userInfoEndpoint(user -> user.userAuthoritiesMapper(authorities::ofLogin)))
                .oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(sessions)))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(entryPoint()).accessDeniedHandler(refusals))
                .headers(headers -> headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        not(CAMUNDA), new ContentSecurityPolicyHeaderWriter(DESK_CONTENT))))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.INCLUDE, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(path("/ws/**"))
                .permitAll()
                .requestMatchers(anyOf(CLOSED))
                .denyAll()
                .requestMatchers(
                        path("/api/v1/visitors/**"),
                        path("/api/v1/conversations/**"),
                        path("/api/v1/files/**"),
                        path("/api/v1/tickets/*/contact"),
                        path("/api/v1/socket-tickets"))
                .hasAnyAuthority(Authorities.STAFF, Visitor.AUTHORITY)
                .requestMatchers(path("/api/openapi/**"), path("/api/openapi.yaml"), EndpointRequest.toAnyEndpoint())
                .hasRole("ADMIN")
                .requestMatchers(anyOf(PAGES, path("/api/**"), path("/engine-rest/**")))
                .hasAuthority(Authorities.STAFF)
                .anyRequest()
                .denyAll();
    }

    /** Pages lead to the log-in; programs are told that they are not signed in. */
    private AuthenticationEntryPoint entryPoint() {
        var logIn = new LoginUrlAuthenticationEntryPoint(SignOn.LOG_IN);
        return (request, response, cause) -> {
            if (isPage(request)) {
                logIn.commence(request, response, cause);
            } else {
                refusals.commence(request, response, cause);
            }
        };
    }

    private static boolean isPage(HttpServletRequest request) {
        return PAGES.matches(request) && !PROGRAMS.matches(request);
    }

    private static boolean carriesToken(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7) && TOKEN_PATHS.matches(request);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
