package io.github.nodesonde.transport;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which addresses nodes may be asked at, whatever the inventory and name servers say. Link-local addresses and those at
 * which clouds hand out credentials are never asked.
 *
 * @param allow ranges in CIDR notation that may be asked; empty allows all
 * @param deny ranges in CIDR notation that may not; they win
 */
@ConfigurationProperties("nodesonde.targets")
record TargetProperties(
        @DefaultValue List<String> allow, @DefaultValue List<String> deny) {

    TargetProperties {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
        Stream.concat(allow.stream(), deny.stream()).forEach(AddressRange::parse);
    }
}
