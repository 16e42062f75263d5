package io.github.nodesonde.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A badge as the endpoint badge of shields.io wants it told. */
public record BadgeJson(
        int schemaVersion,
        String label,
        String message,
        String color,
        @JsonProperty("isError") boolean isError) {}
