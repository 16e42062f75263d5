package io.github.nodesonde.inventory;

import io.github.nodesonde.text.PrintableText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Finds the inventory file: the one named, else the first of the usual ones that is there. */
public final class InventoryLocation {

    private static final List<Path> USUAL =
            List.of(Path.of("nodesonde.yaml"), Path.of("/etc/nodesonde/nodesonde.yaml"));

    private final List<Path> usual;

    public InventoryLocation() {
        this(USUAL);
    }

    InventoryLocation(List<Path> usual) {
        this.usual = usual;
    }

    /**
     * @param named path as somebody wrote it, there or not; empty when nobody did
     * @throws UnusableInventoryException when none is named and none is there
     */
    public Path find(String named) {
        if (!named.isEmpty()) {
            try {
                return Path.of(named);
            } catch (InvalidPathException _) {
                throw new UnusableInventoryException(
                        List.of("the inventory's path is none: " + PrintableText.quoted(named)));
            }
        }
        return usual.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new UnusableInventoryException(List.of(
                        "there is no inventory: none is named, and neither %s exists"
                                .formatted(String.join(
                                        " nor ",
                                        usual.stream()
                                                .map(InventoryLocation::shown)
                                                .toList())),
                        "name one with --inventory FILE, or look around with --demo")));
    }

    private static String shown(Path path) {
        return path.isAbsolute() ? path.toString() : "./" + path;
    }
}
