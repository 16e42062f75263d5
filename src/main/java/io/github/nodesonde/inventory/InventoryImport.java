package io.github.nodesonde.inventory;

import java.nio.file.Path;
import java.util.List;

/** Makes an inventory of what another program knows of nodes. A bean; being one is all the registration there is. */
public interface InventoryImport {

    /** As the command line names it. */
    String name();

    /**
     * Reads a file of that program.
     *
     * @throws NotImportableException when nothing can be made of it
     */
    Imported read(Path file);

    /**
     * @param inventory the text of an inventory file
     * @param leftOut what could not be carried over, for people; one line each
     */
    record Imported(String inventory, List<String> leftOut) {
        public Imported {
            leftOut = List.copyOf(leftOut);
        }
    }
}
