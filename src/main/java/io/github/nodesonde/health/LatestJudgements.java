package io.github.nodesonde.health;

/** The newest judgements. Thread-safe; whoever needs a consistent picture asks once and keeps the answer. */
public interface LatestJudgements {

    /** Never blocks. Before the first judging: an empty fleet, unknown. */
    Judgements get();

    /** Judges what has been seen until now, and returns that: for who has just asked a node and wants the verdict on it. */
    Judgements refresh();
}
