package io.github.nodesonde.observation;

/** Marks a report that takes so much memory that the log keeps it of the newest answer only, as it does pages. */
public interface Bulky {}
