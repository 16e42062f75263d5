package io.github.nodesonde.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FewByNameTests {

    @Property
    void isEqualToTheMapItWasMadeOfAndOfItsOrder(
            @ForAll @Size(max = 6) List<@AlphaChars @StringLength(min = 1, max = 2) String> names) {
        var linked = new LinkedHashMap<String, Integer>();
        names.forEach(name -> linked.put(name, linked.size()));

        SequencedMap<String, Integer> few = FewByName.copyOf(linked);

        assertThat(few).isEqualTo(linked).hasSameHashCodeAs(linked).hasSize(linked.size());
        assertThat(linked).isEqualTo(few);
        assertThat(few.keySet()).containsExactlyElementsOf(linked.keySet());
        assertThat(few.values()).containsExactlyElementsOf(linked.values());
        assertThat(few.entrySet()).containsExactlyElementsOf(linked.entrySet());
        assertThat(few.firstEntry()).isEqualTo(linked.firstEntry());
        assertThat(few.lastEntry()).isEqualTo(linked.lastEntry());
        assertThat(few.reversed().entrySet())
                .containsExactlyElementsOf(linked.reversed().entrySet());
        linked.forEach((name, value) -> {
            assertThat(few.get(name)).isEqualTo(value);
            assertThat(few.containsKey(name)).isTrue();
        });
        assertThat(few.get("absent")).isNull();
        assertThat(few.containsKey("absent")).isFalse();
    }

    @Test
    void doesNotChangeWithTheMapItWasMadeOfNorByItself() {
        var linked = new LinkedHashMap<String, Integer>();
        linked.put("health", 1);
        SequencedMap<String, Integer> few = FewByName.copyOf(linked);
        linked.put("metrics", 2);

        assertThat(few).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> few.put("metrics", 2));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> few.putFirst("metrics", 2));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> few.remove("health"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(few::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> few.replaceAll((_, _) -> 3));
        assertThat(few).containsEntry("health", 1);
    }

    @Test
    void isNotCopiedAgain() {
        SequencedMap<String, Integer> few = FewByName.copyOf(new LinkedHashMap<>());

        assertThat(FewByName.copyOf(few)).isSameAs(few);
    }

    @Test
    void endsAfterItsLastEntry() {
        var seen = new ArrayList<String>();
        var names = FewByName.copyOf(new LinkedHashMap<>(Map.of("health", 1)))
                .keySet()
                .iterator();
        names.forEachRemaining(seen::add);

        assertThat(seen).containsExactly("health");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(names::next);
    }
}
