package io.github.nodesonde.cli;

/** What {@code --help} prints, made from the tables of flags and sub-commands. */
final class HelpText {

    private static final String ROW = "  %-20s %s%n";

    private HelpText() {}

    static String text() {
        var text = new StringBuilder();
        text.append("Nodesonde watches many blockchain nodes and hands on what it heard.%n%n".formatted());
        text.append("Usage: nodesonde [FLAG]...           serve until told to stop%n".formatted());
        text.append("       nodesonde COMMAND [FLAG]...%n%nCommands:%n".formatted());
        for (Subcommand subcommand : Subcommand.values()) {
            text.append(ROW.formatted(subcommand.usage(), subcommand.description()));
        }
        text.append("%nExit codes:%n".formatted());
        for (ExitCode code : ExitCode.values()) {
            text.append(ROW.formatted(code.number(), code.meaning()));
        }
        text.append("%nFlags, as --x VALUE or --x=VALUE, in brackets what holds without:%n".formatted());
        for (Flag flag : Flag.ALL) {
            text.append(ROW.formatted(flag.usage(), flag.description()));
            if (!flag.environment().isEmpty()) {
                text.append(ROW.formatted("", "environment: " + String.join(", ", flag.environment())));
            }
        }
        text.append("%nAny other property is set by --a.b=VALUE or by the variable A_B.%n".formatted());
        return text.toString();
    }
}
