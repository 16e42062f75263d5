package io.github.nodesonde.exposition;

import static io.github.nodesonde.exposition.TextFormat.OPENMETRICS_1_0_0;
import static io.github.nodesonde.exposition.TextFormat.PROMETHEUS_0_0_4;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageMergerTests {

    @Test
    void eachFamilyIsPrintedOnceAndSortedOwnSamplesFirst() {
        Page own = Pages.read("""
                # HELP process_open_fds ours
                # TYPE process_open_fds gauge
                process_open_fds 9
                # TYPE nodesonde_node_up gauge
                nodesonde_node_up{node="a"} 1
                """);
        LabelledPage a = node("a", """
                # TYPE z counter
                z 1
                # HELP process_open_fds of a
                # TYPE process_open_fds gauge
                process_open_fds 1
                """);
        LabelledPage b = node("b", """
                # HELP process_open_fds of b
                # TYPE process_open_fds gauge
                process_open_fds 2
                # HELP z of b
                # TYPE z counter
                z 2
                """);

        assertThat(text(own, a, b)).isEqualTo("""
                # TYPE nodesonde_node_up gauge
                nodesonde_node_up{node="a"} 1
                # HELP process_open_fds of a
                # TYPE process_open_fds gauge
                process_open_fds 9
                process_open_fds{node="a"} 1
                process_open_fds{node="b"} 2
                # HELP z of b
                # TYPE z counter
                z{node="a"} 1
                z{node="b"} 2
                """);
    }

    @Test
    void whereNodesDisagreeOnTheTypeItIsUntypedWithTheFirstHelp() {
        LabelledPage a = node("a", "# HELP x first\n# TYPE x gauge\nx 1\n");
        LabelledPage b = node("b", "# HELP x second\n# TYPE x counter\nx 2\n");

        assertThat(text(Page.EMPTY, a, b)).isEqualTo("""
                # HELP x first
                # TYPE x untyped
                x{node="a"} 1
                x{node="b"} 2
                """);
    }

    @Test
    void histogramThatIsAGaugeElsewhereFallsApart() {
        LabelledPage a = node("a", "# HELP x announced only\n# TYPE x counter\n");
        LabelledPage b = node("b", "# TYPE x histogram\nx_bucket{le=\"+Inf\"} 1\nx_sum 2\nx_count 1\n");
        LabelledPage c = node("c", "# TYPE x gauge\nx 3\n");

        assertThat(text(Page.EMPTY, a, b, c)).isEqualTo("""
                # HELP x announced only
                # TYPE x untyped
                x{node="c"} 3
                # TYPE x_bucket untyped
                x_bucket{node="b",le="+Inf"} 1
                # TYPE x_count untyped
                x_count{node="b"} 1
                # TYPE x_sum untyped
                x_sum{node="b"} 2
                """);
    }

    @Test
    void familyCalledLikeASampleOfAnotherMakesBothUntyped() {
        LabelledPage a = node("a", "# TYPE x_count gauge\nx_count 7\n");
        LabelledPage b = node("b", "# TYPE x histogram\nx_bucket{le=\"+Inf\"} 1\nx_sum 2\nx_count 1\n");

        assertThat(text(Page.EMPTY, a, b)).isEqualTo("""
                # TYPE x_bucket untyped
                x_bucket{node="b",le="+Inf"} 1
                # TYPE x_count untyped
                x_count{node="a"} 7
                x_count{node="b"} 1
                # TYPE x_sum untyped
                x_sum{node="b"} 2
                """);
    }

    @Test
    void ownFamilyOfAnotherTypeGivesWay() {
        Page own = Pages.read("""
                # TYPE process_cpu_seconds_total counter
                process_cpu_seconds_total 1
                # TYPE jvm_gc_pause_seconds summary
                jvm_gc_pause_seconds_sum 1
                jvm_gc_pause_seconds_count 1
                # TYPE jvm_threads gauge
                jvm_threads 5
                """);
        LabelledPage a = node("a", """
                # TYPE process_cpu_seconds_total gauge
                process_cpu_seconds_total 2
                # TYPE jvm_gc_pause_seconds_count counter
                jvm_gc_pause_seconds_count 3
                # TYPE jvm_threads gauge
                jvm_threads 4
                """);
        LabelledPage b = node("b", "# TYPE jvm_threads counter\njvm_threads 3\n");

        assertThat(text(own, a, b)).isEqualTo("""
                # TYPE jvm_gc_pause_seconds_count counter
                jvm_gc_pause_seconds_count{node="a"} 3
                # TYPE jvm_threads untyped
                jvm_threads{node="a"} 4
                jvm_threads{node="b"} 3
                # TYPE nodesonde_jvm_gc_pause_seconds summary
                nodesonde_jvm_gc_pause_seconds_sum 1
                nodesonde_jvm_gc_pause_seconds_count 1
                # TYPE nodesonde_jvm_threads gauge
                nodesonde_jvm_threads 5
                # TYPE nodesonde_process_cpu_seconds_total counter
                nodesonde_process_cpu_seconds_total 1
                # TYPE process_cpu_seconds_total gauge
                process_cpu_seconds_total{node="a"} 2
                """);
    }

    @Test
    void ownInfoJoinsTheGaugeOfItsName() {
        Page own = Pages.read("# TYPE jvm info\njvm_info{version=\"25\"} 1\n# EOF\n", OPENMETRICS_1_0_0);
        LabelledPage a = node("a", "# TYPE jvm_info gauge\njvm_info{version=\"21\"} 1\n");

        assertThat(text(own, a)).isEqualTo("""
                # TYPE jvm_info gauge
                jvm_info{version="25"} 1
                jvm_info{node="a",version="21"} 1
                """);
    }

    @Test
    void bucketsOfOneBoundAreOne() {
        LabelledPage a = node(
                "a",
                "# TYPE h histogram\nh_bucket{le=\"1\"} 1\nh_bucket{le=\"1.0\"} 1\nh_bucket{le=\"1000000.0\"} 2\n");
        LabelledPage b = node("b", "# TYPE h histogram\nh_bucket{le=\"1.0\"} 3\nh_bucket{le=\"+Inf\"} 3\n");

        assertThat(text(Page.EMPTY, a, b)).isEqualTo("""
                # TYPE h histogram
                h_bucket{node="a",le="1.0"} 1
                h_bucket{node="a",le="1e+06"} 2
                h_bucket{node="b",le="1.0"} 3
                h_bucket{node="b",le="+Inf"} 3
                """);
        assertThat(a.page().leftOut()).isEqualTo(Map.of(LeftOut.DUPLICATE, 1));
    }

    @Test
    void labelsThatMeetByRenamingLeaveOneSeries() {
        LabelledPage a = node("a", "x{node=\"n\"} 1\nx{exported_node=\"n\"} 2\n");

        assertThat(text(Page.EMPTY, a)).isEqualTo("""
                # TYPE x untyped
                x{exported_node="n",node="a"} 1
                """);
    }

    @Test
    void labelOfTheNodeThatIsTakenIsExportedInAPage() {
        assertThat(text(Page.EMPTY, node("a", "h{node=\"0x1\",z=\"1\"} 1\nh 2\n")))
                .isEqualTo("""
                # TYPE h untyped
                h{node="a",exported_node="0x1",z="1"} 1
                h{node="a"} 2
                """);
    }

    @Test
    void twoPagesOfOneNodeGiveASeriesOnce() {
        assertThat(text(Page.EMPTY, node("a", "x 1\ny 2\n"), node("a", "x 3\nz 4\n")))
                .isEqualTo("""
                # TYPE x untyped
                x{node="a"} 1
                # TYPE y untyped
                y{node="a"} 2
                # TYPE z untyped
                z{node="a"} 4
                """);
    }

    @Test
    void ownSeriesThatANodePrintsTooIsOurs() {
        Page own = Pages.read("x{node=\"a\"} 1\nx 2\n");

        assertThat(text(own, node("a", "x 3\nx{l=\"1\"} 4\n"))).isEqualTo("""
                # TYPE x untyped
                x{node="a"} 1
                x 2
                x{node="a",l="1"} 4
                """);
    }

    @Test
    void familiesThatAreNotWantedAreLeftOut() {
        var all = List.of(node("a", "x 1\ny 2\n"), node("b", "x 3\n"));

        assertThat(Pages.write(
                        PageMerger.merge(
                                List.of(),
                                _ -> true,
                                all,
                                family -> !family.name().equals("x")),
                        PROMETHEUS_0_0_4))
                .isEqualTo("# TYPE y untyped\ny{node=\"a\"} 2\n");
    }

    @Test
    void severalPagesOfOursGiveWayAndJoinAsOne() {
        Page registry = Pages.read("# TYPE x gauge\nx{network=\"t\"} 7\n# TYPE z gauge\nz 8\n");
        Page other = Pages.read("# TYPE z gauge\nz{l=\"1\"} 5\n# TYPE y counter\ny 6\n");
        var ours = List.of(
                new LabelledPage(registry),
                node("a", "# TYPE y gauge\ny 1\n# TYPE z gauge\nz 2\n"),
                node("b", "# TYPE z gauge\nz 3\n# TYPE y gauge\ny 4\n"));

        assertThat(Pages.write(
                        PageMerger.merge(
                                ours,
                                family -> !family.name().equals("x"),
                                List.of(new LabelledPage(other, Map.of("node", "a"))),
                                _ -> true),
                        PROMETHEUS_0_0_4))
                .isEqualTo("""
                        # TYPE nodesonde_y gauge
                        nodesonde_y{node="a"} 1
                        nodesonde_y{node="b"} 4
                        # TYPE y counter
                        y{node="a"} 6
                        # TYPE z gauge
                        z 8
                        z{node="a"} 2
                        z{node="b"} 3
                        z{node="a",l="1"} 5
                        """);
    }

    @Test
    void seriesOfAnotherThatOursHasIsLeftOut() {
        var ours = List.of(node("a", "# TYPE z gauge\nz 2\n"));
        var theirs = List.of(node("a", "# TYPE z gauge\nz 3\n"), node("b", "# TYPE z gauge\nz 4\n"));

        assertThat(Pages.write(PageMerger.merge(ours, _ -> true, theirs, _ -> true), PROMETHEUS_0_0_4))
                .isEqualTo("# TYPE z gauge\nz{node=\"a\"} 2\nz{node=\"b\"} 4\n");
    }

    @Test
    void labelOfTheNodeThatIsTakenIsExported() {
        Labels labels = Labels.of(Map.of("node", "0x1", "network", "main", "a", "b"));

        assertThat(labels.with(Map.of("node", "n", "network", "test")))
                .isEqualTo(Labels.of(Map.of(
                        "node", "n", "network", "test", "exported_node", "0x1", "exported_network", "main", "a", "b")));
        assertThat(Labels.of(Map.of("node", "1", "exported_node", "2")).with(Map.of("node", "n")))
                .isEqualTo(Labels.of(Map.of("node", "n", "exported_node", "2", "exported_exported_node", "1")));
    }

    private static LabelledPage node(String id, String text) {
        return new LabelledPage(Pages.read(text), Map.of("node", id));
    }

    private static String text(Page own, LabelledPage... others) {
        return Pages.write(PageMerger.merge(own, List.of(others)), PROMETHEUS_0_0_4);
    }
}
