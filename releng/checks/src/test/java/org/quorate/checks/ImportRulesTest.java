// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom: the table of the house. What it does not name is forbidden. */
class ImportRulesTest {

    private static final List<String> JACKSON = List.of("com.fasterxml.jackson..");
    /** What a simulation gives back; the figures of a study are keyed by these values. */
    private static final List<String> RESULTS = bundles("cluster.result");
    private static final List<String> STATISTICS = List.of("org.apache.commons.math3..");

    /**
     * What each bundle may use beside itself and the JDK. Who shows results sees, through app, the values that its use
     * cases take and return, but never the engine.
     */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("model", join(List.of("org.snakeyaml.engine.."), JACKSON)),
            Map.entry("sim", join(STATISTICS, List.of("org.HdrHistogram.."))),
            Map.entry("cluster", bundles("model", "sim")),
            Map.entry("study", join(bundles("model", "sim", "cluster"), JACKSON, STATISTICS)),
            Map.entry("intake", join(bundles("model"), JACKSON)),
            Map.entry("advice", join(bundles("model", "study"), RESULTS)),
            Map.entry("provision", join(bundles("model"), JACKSON, List.of("com.github.difflib.."))),
            Map.entry("remote", join(bundles("model", "provision", "intake"), JACKSON, List.of("net.schmizz..", "com.hierynomus.."))),
            Map.entry("report", join(bundles("model", "study", "advice", "provision"), RESULTS,
                    List.of("java.awt..", "javax.imageio..", "org.jfree..", "org.apache.batik..", "org.commonmark..", "com.openhtmltopdf..",
                            "org.apache.pdfbox..", "org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats.."))),
            Map.entry("app", bundles("model", "sim", "cluster", "study", "intake", "advice", "provision", "remote", "report")),
            Map.entry("cli", join(bundles("app", "model", "study", "advice", "provision", "report", "remote.apply"), RESULTS,
                    List.of("picocli.."))));

    /** What of the JDK every bundle may use: what runs without a display, a database or a directory service. */
    private static final List<String> JDK = List.of("java.io..", "java.lang..", "java.math..", "java.net..", "java.nio..",
            "java.security..", "java.text..", "java.time..", "java.util..", "javax.crypto..", "javax.xml..", "org.w3c.dom..",
            "org.xml.sax..");

    /** What desktop code may name of ours: as the command line, app and values. */
    private static final Pattern ENGINE_IN_DESKTOP = Pattern.compile("\\borg\\.quorate\\.(sim|cluster(?!\\.result)|intake|remote(?!\\.apply))\\b");
    private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    static Stream<String> bundlesWithClasses() throws IOException {
        return Bundles.headless().stream();
    }

    @ParameterizedTest
    @MethodSource("bundlesWithClasses")
    void aBundleUsesOnlyWhatTheTableAllows(String bundle) {
        assertTrue(MAY_USE.containsKey(bundle), bundle + " is not in the table");
        JavaClasses classes = Bundles.classes(List.of(bundle));
        assertFalse(classes.isEmpty(), "no class of " + bundle + " was found");
        rule(bundle).check(classes);
    }

    @ParameterizedTest
    @MethodSource("bundlesWithClasses")
    void aBundleHasNoPackageCycles(String bundle) {
        slices().matching(Bundles.PREFIX + "(**)").should().beFreeOfCycles().check(Bundles.classes(List.of(bundle)));
    }

    @Test
    void theRuleFindsAForbiddenImport() {
        JavaClasses study = Bundles.classes(List.of("study"));
        assertThrows(AssertionError.class, () -> rule("sim").check(study));
    }

    @Test
    void onlyTheDesktopNamesEclipse() throws IOException {
        Pattern eclipse = Pattern.compile("\\borg\\.eclipse\\.");
        List<String> found = linesWith(eclipse, "bundles/");
        found.removeIf(line -> line.startsWith("bundles/org.quorate.ui/") || line.startsWith("bundles/org.quorate.ui.tests/"));
        assertEquals(List.of(), found);
    }

    @Test
    void theDesktopDrawsAndSimulatesNothingItself() throws IOException {
        assertEquals(List.of(), linesWith(ENGINE_IN_DESKTOP, "bundles/org.quorate.ui/"));
        Pattern drawing = Pattern.compile("\\b(java\\.awt|javax\\.swing|org\\.jfree|org\\.apache\\.batik|org\\.eclipse\\.swt\\.awt|net\\.schmizz)\\.");
        assertEquals(List.of(), linesWith(drawing, "bundles/org.quorate.ui/"));
    }

    @Test
    void theDesktopUsesNoInternalsOfEclipse() throws IOException {
        assertEquals(List.of(), linesWith(
                Pattern.compile("\\borg\\.eclipse\\.([a-z.]*\\.internal|ui\\.ide|core\\.resources)\\b"), "bundles/org.quorate.ui/"));
    }

    private static ArchRule rule(String bundle) {
        List<String> allowed = join(MAY_USE.get(bundle), JDK, bundles(bundle));
        return noClasses().should().dependOnClassesThat(not(resideInAnyPackage(allowed.toArray(String[]::new))));
    }

    /** File and line of Java code below a folder that a pattern is found in; comments do not count. */
    private static List<String> linesWith(Pattern pattern, String below) throws IOException {
        Checkout checkout = Checkout.here();
        List<String> found = new ArrayList<>();
        for (Path file : checkout.filesNamed(".java")) {
            String name = checkout.name(file);
            if (name.startsWith(below)) {
                COMMENT.matcher(Checkout.text(file)).replaceAll("").lines()
                        .filter(line -> pattern.matcher(line).find())
                        .forEach(line -> found.add(name + ": " + line.strip()));
            }
        }
        return found;
    }

    private static List<String> bundles(String... names) {
        return Stream.of(names).map(name -> Bundles.PREFIX + name + "..").toList();
    }

    @SafeVarargs
    private static List<String> join(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
