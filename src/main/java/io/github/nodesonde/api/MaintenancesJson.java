package io.github.nodesonde.api;

import java.util.List;

/** The windows that are open or to come, the next to begin first. */
record MaintenancesJson(List<MaintenanceJson> items) {}
