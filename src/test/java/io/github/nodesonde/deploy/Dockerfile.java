package io.github.nodesonde.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The image's build file, read. */
record Dockerfile(List<Stage> stages) {

    static Dockerfile shipped() throws IOException {
        var stages = new ArrayList<Stage>();
        for (Instruction instruction : read(Files.readString(Path.of("Dockerfile")))) {
            if (instruction.word().equals("FROM")) {
                stages.add(Stage.of(instruction.rest()));
            } else {
                stages.getLast().own().add(instruction);
            }
        }
        return new Dockerfile(List.copyOf(stages));
    }

    Stage stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Instructions of a stage after those of the stages that it is made from, in the order of their layers. */
    List<Instruction> instructions(String stage) {
        Stage found = stage(stage);
        boolean onAnother = stages.stream().anyMatch(other -> other.name().equals(found.base()));
        return Stream.concat(onAnother ? instructions(found.base()).stream() : Stream.empty(), found.own().stream())
                .toList();
    }

    /** What an instruction says that counts only once: of several the last. */
    String last(String stage, String word) {
        return instructions(stage).stream()
                .filter(instruction -> instruction.word().equals(word))
                .reduce((_, later) -> later)
                .orElseThrow()
                .rest();
    }

    /** A command in its exec form, which is a list in JSON at the end of the instruction; empty where it is in another form. */
    List<String> command(String stage, String word) {
        String rest = last(stage, word);
        return rest.endsWith("]")
                ? List.of(JsonMapper.shared().readValue(rest.substring(rest.indexOf('[')), String[].class))
                : List.of();
    }

    private static List<Instruction> read(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .reduce((all, line) -> all.endsWith("\\")
                        ? all.substring(0, all.length() - 1).strip() + " " + line.strip()
                        : all + "\n" + line)
                .orElse("")
                .lines()
                .map(Instruction::of)
                .toList();
    }

    /** @param own its instructions, in their order */
    record Stage(String base, String name, List<Instruction> own) {

        private static Stage of(String from) {
            List<String> words = List.of(from.split(" ", -1));
            return new Stage(words.getFirst(), words.getLast(), new ArrayList<>());
        }
    }

    record Instruction(String word, String rest) {

        private static Instruction of(String line) {
            String[] words = line.split(" ", 2);
            return new Instruction(words[0], words[1].strip());
        }
    }
}
