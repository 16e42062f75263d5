package io.github.nodesonde.api;

import java.util.List;

/** All networks, by name. */
record NetworksJson(List<NetworkSummaryJson> items) {}
