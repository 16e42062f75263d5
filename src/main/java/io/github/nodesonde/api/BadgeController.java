package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.request.JudgementLookup;
import io.github.nodesonde.request.Parameters;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Badges of nodes and networks, as pictures and for shields.io. */
@RestController
@RequestMapping("/api/v1/badges")
final class BadgeController {

    private static final String SVG = "image/svg+xml;charset=UTF-8";

    private final LatestJudgements judgements;
    private final Answers answers;

    BadgeController(LatestJudgements judgements, Answers answers) {
        this.judgements = judgements;
        this.answers = answers;
    }

    @Described("The verdict of a node as a picture.")
    @GetMapping(path = "/{id}.svg", produces = SVG)
    ResponseEntity<String> nodePicture(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        return badge(query, all -> ofNode(id, all), Badge::svg);
    }

    @Described("The verdict of a node for the endpoint badge of shields.io.")
    @GetMapping(path = "/{id}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BadgeJson> node(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        return badge(query, all -> ofNode(id, all), Badge::json);
    }

    @Described("The verdict of a network as a picture.")
    @GetMapping(path = "/networks/{name}.svg", produces = SVG)
    ResponseEntity<String> networkPicture(
            @PathVariable String name, @RequestParam MultiValueMap<String, String> query) {
        return badge(query, all -> ofNetwork(name, all), Badge::svg);
    }

    @Described("The verdict of a network for the endpoint badge of shields.io.")
    @GetMapping(path = "/networks/{name}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BadgeJson> network(@PathVariable String name, @RequestParam MultiValueMap<String, String> query) {
        return badge(query, all -> ofNetwork(name, all), Badge::json);
    }

    private <T> ResponseEntity<T> badge(
            MultiValueMap<String, String> query, Function<Judgements, Badge> find, Function<Badge, T> show) {
        Parameters.none(query);
        Judgements all = judgements.get();
        return answers.ok(all, show.apply(find.apply(all)));
    }

    private static Badge ofNode(String id, Judgements all) {
        NodeJudgement node = new JudgementLookup(all).node(id);
        return new Badge(node.seen().node().id().value(), node.verdict());
    }

    private static Badge ofNetwork(String name, Judgements all) {
        NetworkJudgement network = new JudgementLookup(all).network(name);
        return new Badge(network.network().name(), network.verdict());
    }
}
