package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.health.HealthRule;

/** A rule for GenLayer nodes alone. */
interface GenLayerRule extends HealthRule {

    @Override
    default boolean appliesTo(String type) {
        return type.equals(GenLayerKind.TYPE);
    }
}
