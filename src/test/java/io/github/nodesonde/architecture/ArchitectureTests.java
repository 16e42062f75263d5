package io.github.nodesonde.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds docs/architecture.md: which package may use which, and what none of them may be called. */
class ArchitectureTests {

    private static final String ROOT = "io.github.nodesonde";

    /** What each package may use of ours besides {@code text}; the same table as in docs/architecture.md. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("text", List.of()),
            Map.entry("node", List.of()),
            Map.entry("exposition", List.of()),
            Map.entry("transport", List.of()),
            Map.entry("command", List.of()),
            Map.entry("observation", List.of("node", "exposition")),
            Map.entry("inventory", List.of("node", "observation")),
            Map.entry("probe", List.of("node", "observation", "transport", "exposition")),
            Map.entry("maintenance", List.of("node")),
            Map.entry("health", List.of("node", "observation", "maintenance")),
            Map.entry("history", List.of("node", "observation", "health")),
            Map.entry("metrics", List.of("node", "observation", "exposition", "health")),
            Map.entry(
                    "actuator",
                    List.of("node", "observation", "exposition", "health", "metrics", "probe", "inventory", "request")),
            Map.entry("request", List.of("node", "health")),
            Map.entry("server", List.of("observation", "request")),
            Map.entry(
                    "api", List.of("node", "observation", "health", "history", "maintenance", "inventory", "request")),
            Map.entry("web", List.of("api", "request")),
            Map.entry("cli", List.of("node", "observation", "inventory", "probe", "health", "metrics")),
            Map.entry(
                    "chain.*",
                    List.of(
                            "node",
                            "observation",
                            "inventory",
                            "probe",
                            "health",
                            "transport",
                            "command",
                            "exposition")),
            Map.entry("demo", List.of()),
            Map.entry("demo.*", List.of("demo")));

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> packageUsesOnlyWhatTheTableAllows() {
        return MAY_USE.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAnyPackage(withSubpackages(row.getKey()))
                                .should()
                                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                                        .and(not(resideInAnyPackage(
                                                Stream.concat(Stream.of(row.getKey(), "text"), row.getValue().stream())
                                                        .flatMap(name -> Stream.of(withSubpackages(name)))
                                                        .toArray(String[]::new)))))
                                .because("docs/architecture.md says what a package may use")
                                .check(OURS)));
    }

    @Test
    void everyPackageIsInTheTable() {
        var found = new TreeSet<String>();
        OURS.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length() + 1).replaceFirst("^(chain|demo)\\..*", "$1.*"))
                .forEach(found::add);

        assertThat(found).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void kindsNeverKnowEachOther() {
        slices().matching(ROOT + ".chain.(*)..").should().notDependOnEachOther().check(OURS);
        slices().matching(ROOT + ".demo.(*)..").should().notDependOnEachOther().check(OURS);
    }

    @Test
    void kindsKeepTheirTypesToThemselves() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".chain.*")
                .should()
                .notBePublic()
                .check(OURS.that(notPackageInfo()));
        classes()
                .that()
                .resideInAPackage(ROOT + ".demo.*")
                .should()
                .notBePublic()
                .check(OURS.that(notPackageInfo()));
    }

    @Test
    void noPackageHasANameThatSaysNothing() {
        noClasses()
                .should()
                .resideInAnyPackage(Stream.of("util", "common", "impl", "dto", "config", "service", "helper", "misc")
                        .map(name -> ".." + name + "..")
                        .toArray(String[]::new))
                .check(OURS);
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?)")
                .because("a name says what the class is for")
                .check(OURS);
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = new TreeSet<String>();
        OURS.stream().map(JavaClass::getPackage).distinct().forEach(found -> {
            if (!found.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(found.getName());
            }
        });

        assertThat(unmarked).isEmpty();
    }

    /** A kind may have rooms of its own; they count as the kind. */
    private static String[] withSubpackages(String name) {
        String found = ROOT + "." + name;
        return name.endsWith("*") ? new String[] {found, found + ".."} : new String[] {found};
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> notPackageInfo() {
        return not(com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(".*package-info"));
    }
}
