package io.github.nodesonde.metrics;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;

/** Judgements that stay the newest. */
record FixedJudgements(Judgements judgements) implements LatestJudgements {

    @Override
    public Judgements get() {
        return judgements;
    }

    @Override
    public Judgements refresh() {
        return judgements;
    }
}
