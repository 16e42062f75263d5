package io.github.nodesonde.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.MapAssert;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What a release would apply, in the order of rendering, and what it would tell who installs it. */
record Manifests(List<Map<String, Object>> all, String notes) {

    private static final String NOTES = "Notes";

    Manifests {
        all = List.copyOf(all);
    }

    @SuppressWarnings("unchecked")
    static Manifests read(String rendered) {
        List<Map<String, Object>> documents = StreamSupport.stream(
                        new Yaml().loadAll(rendered).spliterator(), false)
                .filter(Map.class::isInstance)
                .map(document -> (Map<String, Object>) document)
                .toList();
        return new Manifests(
                documents.stream()
                        .filter(document -> !NOTES.equals(document.get("kind")))
                        .toList(),
                documents.stream()
                        .filter(document -> NOTES.equals(document.get("kind")))
                        .map(document -> at(document, "text").toString())
                        .findFirst()
                        .orElse(""));
    }

    List<String> kinds() {
        return all.stream().map(manifest -> at(manifest, "kind").toString()).toList();
    }

    Stream<Map<String, Object>> of(String kind) {
        return all.stream().filter(manifest -> kind.equals(manifest.get("kind")));
    }

    /** The only one of its kind. */
    Map<String, Object> only(String kind) {
        List<Map<String, Object>> found = of(kind).toList();
        assertThat(found).as(kind).hasSize(1);
        return found.getFirst();
    }

    /** The specification of the gateway's pod. */
    Object pod() {
        return at(only("Deployment"), "spec", "template", "spec");
    }

    Object container() {
        return at(pod(), "containers", 0);
    }

    List<?> arguments() {
        return (List<?>) at(container(), "args");
    }

    /** The variable's value; fails where there is none. */
    Object variable(String name) {
        return list(container(), "env").stream()
                .filter(variable -> name.equals(at(variable, "name")))
                .map(variable -> at(variable, "value"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variable " + name));
    }

    /** The pod's volume of that name; fails where there is none. */
    Object volume(String name) {
        return list(pod(), "volumes").stream()
                .filter(volume -> name.equals(at(volume, "name")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no volume " + name));
    }

    /** Follows keys and indexes; fails, naming the step, where there is nothing. */
    static Object at(Object yaml, Object... path) {
        Object found = yaml;
        for (Object step : path) {
            @Nullable
            Object next = step instanceof Integer index ? ((List<?>) found).get(index) : ((Map<?, ?>) found).get(step);
            if (next == null) {
                throw new AssertionError(step + " is not in " + found);
            }
            found = next;
        }
        return found;
    }

    /** Of a list that may be left out. */
    static List<?> list(Object yaml, String key) {
        return ((Map<?, ?>) yaml).get(key) instanceof List<?> list ? list : List.of();
    }

    static MapAssert<Object, Object> assertThatMap(Object yaml, Object... path) {
        return assertThat(at(yaml, path)).asInstanceOf(InstanceOfAssertFactories.map(Object.class, Object.class));
    }
}
