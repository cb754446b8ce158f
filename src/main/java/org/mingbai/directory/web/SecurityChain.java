package org.mingbai.directory.web;

import static org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN;
import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.mingbai.shell.FilesFromStrangers;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/// What every request passes. Who may do what is the gate's; here is the rest that holds for all.
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
    /// An answer that has it went through one of the chains.
    private static final String GUARDED = "Content-Security-Policy";
    /// As the chains write them, for what comes to no chain.
    private static final List<HeaderWriter> HEADERS = List.of(new ContentSecurityPolicyHeaderWriter(POLICY), new XContentTypeOptionsHeaderWriter(),
            new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY), new HstsHeaderWriter(), new CacheControlHeadersWriter(),
            new XXssProtectionHeaderWriter(), new ReferrerPolicyHeaderWriter(NO_REFERRER), opener(), resources(),
            new PermissionsPolicyHeaderWriter(PERMISSIONS));

    /// Static files need neither a session nor a look at who asks.
    @Bean
    @Order(1)
    SecurityFilterChain assets(HttpSecurity http) throws Exception {
        return http.securityMatcher("/assets/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> strict(headers).cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    /// The public site, programs that speak Open311 and programs that watch know nobody who is signed in, so they need no session and no token of
    /// one: the site works where cookies are refused. What its one cookie may do is guarded by SameSite; what a form may do, by the ticket it carries;
    /// what a program may do, by its key.
    @Bean
    @Order(2)
    SecurityFilterChain site(HttpSecurity http, Gate gate) throws Exception {
        return http.securityMatcher("/p", "/p/**", "/log/**", "/open311/v2/**", "/health/**", "/metrics")
                .authorizeHttpRequests(all -> all.anyRequest().access(gate))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityChain::strict)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Gate gate, TurnedAway turnedAway, CsrfTokenRepository tokens) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().access(gate))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                // Who is turned away keeps the page they wanted: TurnedAway, which knows pages from what programs ask.
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(turnedAway).accessDeniedHandler(turnedAway))
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityChain::strict)
                .build();
    }

    /// What is refused before all this begins (a form too big, an address out of shape) is told on a page as well, and that page has the same headers.
    @Bean
    FilterRegistrationBean<Filter> headersOfFaults() {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            var answer = (HttpServletResponse) response;
            if (!answer.containsHeader(GUARDED)) {
                HEADERS.forEach(writer -> writer.writeHeaders((HttpServletRequest) request, answer));
            }
            chain.doFilter(request, response);
        });
        filter.setDispatcherTypes(DispatcherType.ERROR);
        return filter;
    }

    /// What the server refuses by itself, because it finds no address in it, comes here as an error already and to no
    /// filter; its own page would come with a style inside.
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> headersOfTheServer() {
        return server -> server.addEngineValves(new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response) throws IOException, ServletException {
                if (!response.isError()) {
                    getNext().invoke(request, response);
                    return;
                }
                HEADERS.forEach(writer -> writer.writeHeaders(request, response));
                response.setSuspended(false);
                response.setContentType("text/plain;charset=UTF-8");
                response.getWriter().println("这个地址读不懂，请检查后再试。 This address cannot be read. Please check it and try again.");
            }
        });
    }

    private static HeaderWriter opener() {
        var writer = new CrossOriginOpenerPolicyHeaderWriter();
        writer.setPolicy(SAME_ORIGIN);
        return writer;
    }

    private static HeaderWriter resources() {
        var writer = new CrossOriginResourcePolicyHeaderWriter();
        writer.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
        return writer;
    }

    /// On the public site, and what programs raise.
    @Bean
    FilesFromStrangers filesFromStrangers() {
        return new FilesFromStrangers(List.of("/p/", "/open311/"));
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    private static HeadersConfigurer<HttpSecurity> strict(HeadersConfigurer<HttpSecurity> headers) {
        return headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(NO_REFERRER))
                .crossOriginOpenerPolicy(opener -> opener.policy(SAME_ORIGIN))
                .crossOriginResourcePolicy(resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS));
    }
}
