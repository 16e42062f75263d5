package io.github.nodesonde.health;

import java.util.List;

/** A topic that can say in a few words what matters most in it, for where there is no room for all of it. */
@FunctionalInterface
public interface InBrief {

    /** Phrases without a full stop, the most important first. What is unknown is left out, and so is what goes without saying. */
    List<String> inBrief();
}
