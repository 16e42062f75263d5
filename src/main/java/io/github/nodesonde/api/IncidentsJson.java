package io.github.nodesonde.api;

import java.util.List;

/** One page of a list of incidents. A page past the end is empty. */
public record IncidentsJson(List<IncidentJson> items, int page, int size, long total) {}
