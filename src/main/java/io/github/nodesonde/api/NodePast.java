package io.github.nodesonde.api;

import java.util.List;

/**
 * What is remembered of one node, for a page.
 *
 * @param changes of its verdict, newest first, as many as fit a page
 * @param incidents likewise
 * @param day how it was in the last day
 * @param line the same day in equal parts, oldest first
 */
public record NodePast(
        List<VerdictChangeJson> changes, List<IncidentJson> incidents, UptimeJson day, List<UptimePartJson> line) {}
