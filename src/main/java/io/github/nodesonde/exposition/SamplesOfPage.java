package io.github.nodesonde.exposition;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The samples of one family of a page, each made when it is asked for. Immutable. */
final class SamplesOfPage extends AbstractList<Sample> implements RandomAccess {

    private final Shape shape;
    private final double[] values;
    private final Members members;

    SamplesOfPage(Shape shape, double[] values, Members members) {
        this.shape = shape;
        this.values = values;
        this.members = members;
    }

    @Override
    public Sample get(int index) {
        int series = members.series()[index];
        return shape.sample(series, values[series]);
    }

    @Override
    public int size() {
        return members.series().length;
    }
}
