package io.github.nodesonde.history;

import io.github.nodesonde.node.Subject;

/** Something to be written down. */
sealed interface Entry {

    record Change(Subject subject, VerdictChange change) implements Entry {}

    /** An incident as it is now, in place of what was written of it before. */
    record OfIncident(Incident incident) implements Entry {}
}
