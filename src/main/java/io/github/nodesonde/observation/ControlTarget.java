package io.github.nodesonde.observation;

/**
 * What was seen of the control target: a place outside that is asked beside the nodes, to tell the gateway's own fault from
 * theirs.
 *
 * @param failedRounds how often in a row it could not be reached; 0 while it can, and before it was asked
 */
public record ControlTarget(int failedRounds) {

    /** Not asked yet, or reached. */
    public static final ControlTarget REACHED = new ControlTarget(0);

    /** This, after one more round in which it could not be reached. */
    public ControlTarget afterFailure() {
        return new ControlTarget(failedRounds == Integer.MAX_VALUE ? failedRounds : failedRounds + 1);
    }
}
