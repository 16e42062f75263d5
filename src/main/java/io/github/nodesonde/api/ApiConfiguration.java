package io.github.nodesonde.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the API's own way of writing JSON beside the one that everything else keeps, and opens it to others' pages. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private final ApiProperties properties;

    ApiConfiguration(ApiProperties properties) {
        this.properties = properties;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new ApiMessageConverter());
    }

    /** To read only: what changes something is not for a page of somebody else's. */
    @Override
    public void addCorsMappings(CorsRegistry registry) {
        if (!properties.corsOrigins().isEmpty()) {
            registry.addMapping("/api/v1/**")
                    .allowedOrigins(properties.corsOrigins().toArray(String[]::new))
                    .allowedMethods(HttpMethod.GET.name(), HttpMethod.HEAD.name())
                    .exposedHeaders(HttpHeaders.ETAG)
                    .allowCredentials(false);
        }
    }
}
