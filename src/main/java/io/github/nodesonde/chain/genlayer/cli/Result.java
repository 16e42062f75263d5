package io.github.nodesonde.chain.genlayer.cli;

import java.util.regex.Pattern;

/**
 * What the tool prints where it prints an object: the object below the line {@code Result:}, or as JSON alone. It must be
 * the very first thing that is printed: the layout that one release made for people holds raw text from the chain, where
 * anybody could write an object that begins later.
 */
final class Result {

    private static final Pattern HEADING = Pattern.compile("\\s*Result:\\R");

    private Result() {}

    static Literal.Structure read(String out) throws UnreadableOutput {
        var heading = HEADING.matcher(out);
        boolean headed = heading.lookingAt();
        if (!headed && !out.stripLeading().startsWith("{")) {
            throw new UnreadableOutput("the tool printed no result");
        }
        if (InspectReader.read(headed ? out.substring(heading.end()) : out) instanceof Literal.Structure result) {
            return result;
        }
        throw new UnreadableOutput("the tool's result is no object");
    }
}
