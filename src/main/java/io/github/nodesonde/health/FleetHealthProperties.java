package io.github.nodesonde.health;

import io.github.nodesonde.node.DownWhen;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the health of many nodes is made one.
 *
 * @param downWhen how many nodes of a network must be down for the network to be down, where the network itself does not
 *     say: any, majority, all or never
 */
@ConfigurationProperties("nodesonde.health.fleet")
record FleetHealthProperties(@DefaultValue("majority") DownWhen downWhen) {}
