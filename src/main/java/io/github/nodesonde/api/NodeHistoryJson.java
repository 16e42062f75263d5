package io.github.nodesonde.api;

import java.util.List;

/** One page of the changes of a node's verdict, newest first. A page past the end is empty. */
public record NodeHistoryJson(List<VerdictChangeJson> items, int page, int size, long total) {}
