package io.github.nodesonde.history;

/**
 * Hears of each incident when it is opened, when it becomes worse and when it is closed, in order, from the thread that
 * judges: whoever takes long must hand over. A bean. Hears them whether or not the database can be written, but not while
 * the history is switched off.
 */
@FunctionalInterface
public interface IncidentListener {

    void told(Incident incident);
}
