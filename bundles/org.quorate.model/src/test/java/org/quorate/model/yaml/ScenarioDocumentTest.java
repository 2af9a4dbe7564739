// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.Bytes;
import org.quorate.model.Scenario;

class ScenarioDocumentTest {

    private static final String TEXT = """
            # Head
            schemaVersion: 1
            name: edits        # a name

            cluster:
              # the nodes
              name: web
              nodes:
                # first
                - name: node1   # one
                  address: 10.0.0.1
                # second
                - {name: node2, address: 10.0.0.2}   # two
                - name: node3
                  address: 10.0.0.3

              # trailing
            lun:
              name: "data"      # quoted
              size: 100 GiB
              portals: ["10.0.1.1:3260"]  # one portal
            workload:
              fileSets:
              - {name: files, files: 10}
              phases:
              # indentless list
              - name: p
                duration: 5 s
                mix:
                - {operation: stat, fileSet: files}
            # The end""";

    private static ScenarioDocument document(String text) {
        ScenarioReading reading = ScenarioReader.read("test.yaml", text);
        assertEquals(List.of(), reading.problems());
        return reading.document().orElseThrow();
    }

    private static ScenarioDocument good(ScenarioReading reading) {
        assertEquals(List.of(), reading.problems());
        return reading.document().orElseThrow();
    }

    static Stream<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(List.of(TEXT, TEXT.replace("\n", "\r\n"), "\uFEFF" + TEXT + "\n",
                TEXT.replace("# a name", "# \uD83D\uDE00 a name")));
        for (Path sample : SamplesTest.samples()) {
            texts.add(Files.readString(sample));
        }
        return texts.stream();
    }

    @Test
    void changesOnlyTheValue() {
        ScenarioDocument changed = good(document(TEXT).with("lun.name", "other"));
        assertEquals(TEXT.replace("\"data\"", "other"), changed.text());
        assertEquals("other", changed.scenario().lun().name());
        assertEquals(TEXT.replace("10.0.0.2}", "10.9.9.9}"),
                good(document(TEXT).with("cluster.nodes[1].address", "10.9.9.9")).text());
        assertEquals(TEXT.replace("10.0.1.1:3260", "10.0.1.9:3260"),
                good(document(TEXT).with("lun.portals[0]", "10.0.1.9:3260")).text());
    }

    @Test
    void insertsAKeyWhereTheFormatHasIt() {
        ScenarioDocument changed = good(document(TEXT).with("cluster.os", "debian-12"));
        assertEquals(TEXT.replace("  name: web\n", "  name: web\n  os: debian-12\n"), changed.text());
        assertEquals(TEXT.replace("address: 10.0.0.3\n", "address: 10.0.0.3\n      memory: 8 GiB\n"),
                good(document(TEXT).with("cluster.nodes[2].memory", "8 GiB")).text());
        assertEquals(TEXT.replace("10.0.0.2}", "10.0.0.2, cores: 2}"),
                good(document(TEXT).with("cluster.nodes[1].cores", "2")).text());
    }

    @Test
    void insertsTheMappingsAroundAKey() {
        ScenarioDocument changed = good(document(TEXT).with("cluster.hardware.message", "20 us"));
        assertTrue(changed.text().contains("address: 10.0.0.3\n  hardware:\n    message: 20 us\n"), changed.text());
        assertEquals(20_000, changed.scenario().cluster().hardware().message().toNanos());
        String flow = TEXT.replace("- {operation: stat, fileSet: files}", "- {fileSet: files, operation: stat}");
        assertTrue(good(document(flow).with("workload.phases[0].mix[0].weight", "3")).text()
                .contains("{fileSet: files, operation: stat, weight: 3}"));
        assertTrue(good(document(TEXT).with("study.seed", "7")).text().contains("files}\nstudy:\n  seed: 7\n# The end"));
    }

    @Test
    void insertsBeforeTheFirstKeyToo() {
        String text = TEXT.replace("- {name: files, files: 10}", "- files: 10 # ten\n    name: files");
        ScenarioDocument changed = good(document(text).with("workload.fileSets[0].path", "sub/dir"));
        assertTrue(changed.text().contains("  - files: 10 # ten\n    name: files\n    path: sub/dir\n"), changed.text());
        String late = TEXT.replace("schemaVersion: 1\nname: edits        # a name\n", "") + "\nname: x\nschemaVersion: 1";
        assertTrue(good(document(late).with("title", "T")).text().endsWith("name: x\ntitle: T\nschemaVersion: 1"));
        ScenarioDocument message = good(document(TEXT).with("cluster.hardware.message", "20 us"));
        assertTrue(good(message.with("cluster.hardware.profile", "lab-uml")).text()
                .contains("  hardware:\n    profile: lab-uml\n    message: 20 us\n"));
    }

    @Test
    void addsItemsInTheStyleOfTheList() {
        ScenarioDocument changed = good(document(TEXT).insertItem("cluster.nodes", "name: node4\naddress: 10.0.0.4\n"));
        assertEquals(TEXT.replace("10.0.0.3\n", "10.0.0.3\n    - name: node4\n      address: 10.0.0.4\n"), changed.text());
        assertTrue(good(document(TEXT).insertItem("workload.fileSets", "  name: more\n  files: 3")).text()
                .contains("files: 10}\n  - name: more\n    files: 3\n  phases"));
        ScenarioReading twoPortals = document(TEXT).insertItem("lun.portals", "10.0.2.1");
        assertEquals(List.of("10.0.1.1:3260", "10.0.2.1:3260"), good(twoPortals).scenario().lun().portals());
        assertTrue(good(twoPortals).text().contains("portals: [\"10.0.1.1:3260\", 10.0.2.1]  # one portal"));
    }

    @Test
    void addsTheListToo() {
        ScenarioDocument changed = good(document(TEXT).insertItem("targets", "figure: latency\nlimit: 5 ms"));
        assertTrue(changed.text().contains("files}\ntargets:\n  - figure: latency\n    limit: 5 ms\n# The end"), changed.text());
        ScenarioDocument nodes = good(document(TEXT).insertItem("workload.phases[0].nodes", "node2"));
        assertTrue(nodes.text().contains("    duration: 5 s\n    nodes:\n      - node2\n"), nodes.text());
        assertTrue(good(document(TEXT).with("workload.phases[0].nodes", "[node1, node2]")).text()
                .contains("    duration: 5 s\n    nodes: [node1, node2]\n"));
    }

    @Test
    void removesItemsAndKeys() {
        assertEquals(TEXT.replace("    - {name: node2, address: 10.0.0.2}   # two\n", ""),
                good(document(TEXT).removeItem("cluster.nodes[1]")).text());
        assertEquals(TEXT.replace("    - name: node1   # one\n      address: 10.0.0.1\n", ""),
                good(document(TEXT).removeItem("cluster.nodes[0]")).text());
        ScenarioDocument withOs = good(document(TEXT).with("cluster.os", "debian-12"));
        assertEquals(TEXT, good(withOs.removeItem("cluster.os")).text());
        ScenarioDocument nested = good(document(TEXT).with("cluster.hardware.message", "20 us"));
        assertEquals(TEXT, good(nested.removeItem("cluster.hardware.message")).text());
        assertEquals(TEXT, good(good(document(TEXT).insertItem("targets", "figure: latency\nlimit: 5 ms"))
                .removeItem("targets")).text());
    }

    @Test
    void removesTheFirstKeyOfAnItemAndTheLastItem() {
        String text = TEXT.replace("- {name: files, files: 10}", "- layout: shared\n    name: files\n    files: 10");
        assertTrue(good(document(text).removeItem("workload.fileSets[0].layout")).text()
                .contains("  fileSets:\n  - name: files\n    files: 10\n"));
        ScenarioReading noPhases = document(TEXT).removeItem("workload.phases[0]");
        assertEquals(Optional.empty(), noPhases.document());
        assertEquals("workload.phases", noPhases.problems().get(0).path());
        String target = TEXT.replace("# The end", "targets:\n  # keep me\n  - {figure: latency, limit: 5 ms}\n");
        assertTrue(good(document(target).removeItem("targets[0]")).text().contains("targets: []\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b", "x # y", "- z", "{a}", "[1]", "\"q\"", "it's", "'s'", "100%", "@at", "`tick`", "*star",
        "&and", "!tag", "true", "null", "12", "", " lead", "trail ", "ü \uD83D\uDE00", "$(id)", "a;b|c", "---", "...",
        "a\\nb", "key: \"v\" # c", "?", "% x", "a,b", "a}b"})
    void anyTitleStaysInItsPlace(String title) {
        for (ScenarioDocument document : List.of(document(TEXT), good(document(TEXT).with("title", "plain")))) {
            ScenarioReading reading = document.with("title", title);
            if (title.isEmpty()) {
                assertEquals(List.of("title"), reading.problems().stream().map(Problem::path).toList());
            } else {
                assertEquals(title, good(reading).scenario().title());
                assertEquals(document.scenario().cluster(), good(reading).scenario().cluster());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\nname: other", "a\r\nb", "nul\0", "bell\u0007", "line\u2028sep", "bom\uFEFF", "rtl\u202e"})
    void aTitleThatBreaksTheLineIsRefused(String title) {
        ScenarioReading reading = document(TEXT).with("title", title);
        assertEquals(Optional.empty(), reading.document());
        assertEquals(List.of("title"), reading.problems().stream().map(Problem::path).toList());
        assertFalse(reading.problems().get(0).toString().matches("(?s).*[\\x00-\\x1f\\u2028\\u202e\\uFEFF].*"));
    }

    @Test
    void aBadValueIsAProblemAndLeavesTheDocument() {
        ScenarioDocument document = document(TEXT);
        ScenarioReading reading = document.with("lun.size", "100");
        assertEquals(Optional.empty(), reading.document());
        assertEquals("lun.size", reading.problems().get(0).path());
        assertEquals(Bytes.gib(100), document.scenario().lun().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lun.colour", "cluster.nodes[9].name", "cluster.nodes[0].name.x", "", "lun..size", "lun.size[0]",
        "targets[0]", "cluster.nodes[-1].name", "a b"})
    void aPathThatIsNoneIsTheCallersMistake(String path) {
        ScenarioDocument document = document(TEXT);
        assertThrows(IllegalArgumentException.class, () -> document.with(path, "1"));
        assertThrows(IllegalArgumentException.class, () -> document.removeItem(path));
    }

    @Test
    void tellsWhatStandsInTheText() {
        ScenarioDocument document = document(TEXT);
        assertEquals(Optional.of("data"), document.value("lun.name"));
        assertEquals(Optional.empty(), document.value("lun.device"));
        assertFalse(document.has("lun.device"));
        assertEquals(3, document.items("cluster.nodes"));
        assertEquals("size", document.field("lun.size").type());
        ScenarioDocument more = good(document.insertItem("fileSystems", "{type: gfs2}"));
        assertEquals("fileSystems[0].journals", more.field("fileSystems[0].journals").path());
        assertThrows(IllegalArgumentException.class, () -> more.field("fileSystems[0].slots"));
    }

    /** Writing each value that stands in a text once more changes what it says in nothing, nor its other lines. */
    @ParameterizedTest
    @MethodSource("texts")
    void everyValueCanBeSetInPlace(String text) {
        ScenarioDocument document = document(text);
        List<YamlPath> leaves = new ArrayList<>();
        leaves(YamlTree.read(text, new Problems("")).orElseThrow(), new YamlPath(List.of()), leaves);
        assertTrue(leaves.size() > 15);
        for (YamlPath leaf : leaves) {
            ScenarioDocument changed = good(document.with(leaf.toString(), document.value(leaf.toString()).orElseThrow()));
            assertEquals(document.scenario(), changed.scenario(), leaf.toString());
            assertEquals(text.lines().count(), changed.text().lines().count());
            assertEquals(comments(text), comments(changed.text()));
        }
    }

    private static void leaves(YamlNode node, YamlPath path, List<YamlPath> leaves) {
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> leaves(entry.value(), path.child(entry.key().text()), leaves));
        } else if (node instanceof YamlNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                leaves(sequence.items().get(i), path.child(i), leaves);
            }
        } else {
            leaves.add(path);
        }
    }

    /** Writing each absent field with its fixed default changes the text by lines that are added, and nothing it says. */
    @ParameterizedTest
    @MethodSource("texts")
    void everyDefaultCanBeWrittenOut(String text) {
        ScenarioDocument document = document(text);
        int written = 0;
        for (FieldInfo field : FieldCatalog.fields()) {
            String path = field.path().replace("[]", "[0]");
            boolean fixed = field.kind() == FieldInfo.Kind.SCALAR && !field.required() && !field.path().contains("[ocfs2]")
                    && !field.path().matches(".*\\[(gfs2|ext4|xfs)\\].*") && parses(document, path);
            if (fixed && !document.has(path) && accepts(document, path, field.standard())) {
                ScenarioDocument changed = good(document.with(path, field.standard()));
                assertEquals(document.scenario(), changed.scenario(), path);
                assertTrue(isWithin(text.lines().toList(), changed.text().lines().toList()) || inFlow(text, changed), path);
                ScenarioDocument back = good(changed.removeItem(path));
                assertEquals(text, back.text(), path);
                written++;
            }
        }
        assertTrue(written > 5, "only " + written);
    }

    private static boolean parses(ScenarioDocument document, String path) {
        String parent = path.contains("]") ? path.substring(0, path.lastIndexOf(']') + 1) : "schemaVersion";
        return document.has(parent);
    }

    private static boolean accepts(ScenarioDocument document, String path, String standard) {
        Optional<ScenarioDocument> changed = document.with(path, standard).document();
        return changed.map(ScenarioDocument::scenario).filter(document.scenario()::equals).isPresent();
    }

    private static boolean inFlow(String text, ScenarioDocument changed) {
        return text.lines().count() == changed.text().lines().count();
    }

    private static boolean isWithin(List<String> lines, List<String> more) {
        Iterator<String> wanted = lines.iterator();
        String next = wanted.next();
        for (String line : more) {
            if (line.equals(next)) {
                if (!wanted.hasNext()) {
                    return true;
                }
                next = wanted.next();
            }
        }
        return false;
    }

    private static List<String> comments(String text) {
        return text.lines().filter(line -> line.contains("#")).map(line -> line.substring(line.lastIndexOf('#'))).toList();
    }

    /** Undo is a list of documents: none of them changes by an edit. */
    @Test
    void editsLeaveTheOldDocumentAlone() {
        ScenarioDocument document = document(TEXT);
        Scenario before = document.scenario();
        document.with("lun.size", "1 TiB");
        document.removeItem("cluster.nodes[0]");
        assertEquals(TEXT, document.text());
        assertEquals(before, document.scenario());
    }
}
