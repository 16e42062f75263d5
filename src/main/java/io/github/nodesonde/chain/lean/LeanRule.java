package io.github.nodesonde.chain.lean;

import io.github.nodesonde.health.HealthRule;

/** A rule for lean nodes alone. */
interface LeanRule extends HealthRule {

    @Override
    default boolean appliesTo(String type) {
        return type.equals(LeanNodeKind.TYPE);
    }
}
