package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.inventory.NodeKind;
import io.github.nodesonde.request.JudgementLookup;
import io.github.nodesonde.request.Parameters;
import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import io.github.nodesonde.text.PrintableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads filters of nodes from query parameters. */
@Component
final class NodeFilters {

    /** The parameters that it reads. */
    static final List<String> PARAMETERS = List.of("network", "type", "verdict", "label", "q");

    /** Every verdict by its label, best first. */
    private static final Map<String, Verdict> VERDICTS = choices(List.of(Verdict.values()), Verdict::label);

    private final List<String> types;

    NodeFilters(ObjectProvider<NodeKind> kinds) {
        this.types = kinds.stream().map(NodeKind::type).sorted().toList();
    }

    NodeFilter read(Parameters parameters, Judgements from) {
        return new NodeFilter(
                parameters.text("network").map(name -> known(name, from)),
                parameters.oneOf("type", choices(types, Function.identity())),
                parameters.oneOf("verdict", VERDICTS),
                parameters.texts("label").stream().map(NodeFilters::label).toList(),
                parameters.text("q").map(NodeFilters::mentioning));
    }

    /** The kinds that the program knows, sorted. */
    List<String> types() {
        return types;
    }

    private static <T> Map<String, T> choices(List<T> all, Function<T, String> name) {
        var choices = new LinkedHashMap<String, T>();
        all.forEach(choice -> choices.put(name.apply(choice), choice));
        return choices;
    }

    /** Texts in which it occurs, in whatever case. Made once, for it is asked of every node. */
    private static Predicate<String> mentioning(String text) {
        return Pattern.compile(Pattern.quote(text.strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .asPredicate();
    }

    private static String known(String name, Judgements from) {
        return new JudgementLookup(from).network(name).network().name();
    }

    private static NodeFilter.LabelSelector label(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new Problem(
                    ProblemType.INVALID_PARAMETER,
                    "Expected 'label' to be key:value, such as region:eu, not %s."
                            .formatted(PrintableText.quoted(text)));
        }
        return new NodeFilter.LabelSelector(text.substring(0, colon), text.substring(colon + 1));
    }
}
