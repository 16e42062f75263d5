package io.github.nodesonde.api;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the API's own way of writing JSON beside the one that everything else keeps, and opens it to others' pages. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private static final Duration PREFLIGHT_COUNTS_FOR = Duration.ofMinutes(30);

    private final ApiProperties properties;

    ApiConfiguration(ApiProperties properties) {
        this.properties = properties;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new ApiMessageConverter());
    }

    /** To read only: what changes something is not for a page of somebody else's. */
    @Bean
    CorsFilter crossOriginFilter() {
        var origins = new UrlBasedCorsConfigurationSource();
        if (!properties.corsOrigins().isEmpty()) {
            origins.registerCorsConfiguration("/api/v1/**", toRead());
        }
        var filter = new CorsFilter(origins);
        filter.setCorsProcessor(new CrossOriginProcessor());
        return filter;
    }

    private CorsConfiguration toRead() {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(properties.corsOrigins());
        rules.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
        rules.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        rules.setExposedHeaders(List.of(HttpHeaders.ETAG));
        rules.setMaxAge(PREFLIGHT_COUNTS_FOR);
        return rules;
    }
}
