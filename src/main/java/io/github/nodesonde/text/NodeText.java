package io.github.nodesonde.text;

import java.util.regex.Pattern;

/** Text that a node chose, before it is shown to people. */
public final class NodeText {

    /** URLs, which may hold keys, and the IP addresses that Go's network errors end in. */
    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{0,15}://[^\\s\"']*"
            + "|\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?\\b"
            + "|\\[[0-9a-fA-F:.%]{2,45}](?::\\d{1,5})?");

    private NodeText() {}

    /** Without addresses of other machines, which are nobody's business who looks at a verdict. */
    public static String withoutAddresses(String text) {
        return ADDRESS.matcher(text).replaceAll("(address)");
    }
}
