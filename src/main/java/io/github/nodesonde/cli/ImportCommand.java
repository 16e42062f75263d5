package io.github.nodesonde.cli;

import io.github.nodesonde.inventory.InventoryImport;
import io.github.nodesonde.inventory.InventoryImport.Imported;
import io.github.nodesonde.inventory.NotImportableException;
import io.github.nodesonde.text.PrintableText;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Prints an inventory made of another program's file; what could not be carried over goes to the other stream. */
final class ImportCommand {

    private final PrintStream out;
    private final PrintStream err;
    private final Collection<InventoryImport> imports;

    ImportCommand(PrintStream out, PrintStream err, Collection<InventoryImport> imports) {
        this.out = out;
        this.err = err;
        this.imports = imports;
    }

    ExitCode run(Command.Import command) {
        InventoryImport program = named(command.program());
        try {
            Imported imported = program.read(Path.of(command.file()));
            out.print(imported.inventory());
            imported.leftOut().forEach(line -> err.println("left out: " + PrintableText.of(line)));
            return ExitCode.DONE;
        } catch (NotImportableException e) {
            err.println(String.valueOf(e.getMessage()));
            return ExitCode.WRONG_USAGE;
        } catch (InvalidPathException _) {
            throw new UsageException("the path of the file is none");
        }
    }

    private InventoryImport named(String written) {
        List<String> names =
                imports.stream().map(InventoryImport::name).sorted().toList();
        return imports.stream()
                .filter(program -> program.name().equals(written))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no import of " + PrintableText.quoted(written)
                        + ", but of " + String.join(", ", names)));
    }
}
