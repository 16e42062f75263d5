package io.github.nodesonde.command;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are run.
 *
 * @param maxProcesses commands run at once at most, over all networks; further ones wait
 */
@ConfigurationProperties("nodesonde.cli")
record CommandProperties(@DefaultValue("4") int maxProcesses) {

    CommandProperties {
        if (maxProcesses < 1) {
            throw new IllegalArgumentException("nodesonde.cli.max-processes must be at least 1");
        }
    }
}
