package io.github.nodesonde.health;

/**
 * Hears of every judging, in order, one at a time, before the next begins: whoever takes long must hand over, and nobody
 * may ask for a judging from here. A bean. One that throws is logged and does not keep the others from hearing.
 */
@FunctionalInterface
public interface JudgementListener {

    void judged(Judgements before, Judgements now);
}
