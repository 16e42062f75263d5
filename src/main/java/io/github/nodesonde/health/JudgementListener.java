package io.github.nodesonde.health;

/**
 * Hears of every judging, in order, on the judge's thread: whoever takes long must hand over. A bean. One that throws is
 * logged and does not keep the others from hearing.
 */
@FunctionalInterface
public interface JudgementListener {

    void judged(Judgements before, Judgements now);
}
