package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.command.Output;
import io.github.nodesonde.text.PrintableText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the tool says when it fails: a summary as the last line of standard error, and mostly a detail on standard output.
 *
 * @param summary its last line on standard error, without the mark in front; empty when it says nothing
 * @param detail the first line of what it prints as the error; empty when there is none
 */
record Complaint(String summary, String detail, int exitCode) {

    private static final Pattern MARK = Pattern.compile("^[-✔✖] ");
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://\\S+");
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    private static final String ERROR = "Error:";
    private static final String UNKNOWN_COMMAND = "error: unknown command";
    private static final String UNKNOWN_JSON = "error: unknown option '--json'";

    /** How the tool words the error -32005 of JSON-RPC, and HTTP status 429. */
    private static final List<String> TOO_MANY = List.of("Request exceeds defined limit", "Too Many Requests");

    static Complaint of(Output output) {
        return new Complaint(
                MARK.matcher(lastLine(output.err())).replaceFirst(""), afterError(output.out()), output.exitCode());
    }

    /** For people. */
    String words() {
        String said = detail.isEmpty() || summary.contains(detail) ? summary : summary + ": " + detail;
        return PrintableText.of(URL.matcher(said.isEmpty() ? "the tool ended with exit code " + exitCode : said)
                .replaceAll("…"));
    }

    /** Whether the address is simply no validator. */
    boolean isAboutStranger(Address validator) {
        return summary.equalsIgnoreCase("Address " + validator + " is not a validator");
    }

    /** Whether the installed release has no JSON. */
    boolean isAboutJson() {
        return summary.startsWith(UNKNOWN_JSON);
    }

    /** Whether the installed release does not know what it was to do. */
    boolean isAboutCommand() {
        return summary.startsWith(UNKNOWN_COMMAND);
    }

    boolean isAboutRate() {
        return TOO_MANY.stream().anyMatch(detail::contains);
    }

    private static String lastLine(String err) {
        return plain(err)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce("", (_, line) -> line)
                .strip();
    }

    private static String afterError(String out) {
        return plain(out)
                .lines()
                .map(String::strip)
                .dropWhile(line -> !line.equals(ERROR))
                .skip(1)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String plain(String text) {
        return COLOUR.matcher(text).replaceAll("");
    }
}
