package io.github.nodesonde.maintenance;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where maintenance is remembered.
 *
 * @param file file in which windows of maintenance survive a restart; made, with its folder, when the first begins
 */
@ConfigurationProperties("nodesonde.maintenance")
record MaintenanceProperties(
        @DefaultValue("data/maintenance.json") Path file) {}
