// SPDX-License-Identifier: EPL-2.0
package org.quorate.app.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.app.results.ResultContent.KeptText;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.io.ComparisonJson;
import org.quorate.study.result.Comparison;

class KeptStudiesTest {

    private static final ReportDocument REPORT = new ReportDocument("t", "", KeyValues.of(), List.of());
    private static final Progress QUIET = Progress.silent(() -> false);

    @TempDir
    private Path directory;
    private ResultStore store;
    private ScenarioDocument document;
    private Comparison comparison;
    private int kept;

    @BeforeEach
    void compare() {
        store = new ResultStore(directory, () -> 99);
        QuorateApp app = new QuorateApp(1);
        String text = app.samples().scenario("web-sessions");
        document = document(text);
        comparison = app.compareScenario().compare(document.scenario(),
                new StudyOptions(OptionalLong.empty(), OptionalInt.of(2)), QUIET);
    }

    private static ScenarioDocument document(String text) {
        return ScenarioReader.read("scenario.yaml", text).document().orElseThrow();
    }

    private String keep(String study, String build, String scenario, String json) throws IOException {
        String id = ResultStore.newId();
        store.keep(new KeptResult(KeptResult.FORMAT, id, study, document.scenario().name(), "", study, Map.of(), ++kept, 1, "", 1, false,
                "0.1.0-SNAPSHOT", build, false), new ResultContent(scenario, REPORT, List.of(new KeptText("JSON", "json", json)), List.of()));
        return id;
    }

    @Test
    void onlyWhatThisBuildFoundOfThisVeryScenarioIsUsedAgain() throws IOException {
        KeptStudies studies = new KeptStudies(store, () -> "1");
        String json = new ComparisonJson().write(comparison);
        keep("compare", "0", document.text(), json);
        keep("compare", "", document.text(), json);
        keep("compare", "1", document.text() + "# changed\n", json);
        keep("sweep", "1", document.text(), json);
        assertTrue(studies.comparison(document).isEmpty());
        String older = keep("compare", "1", document.text(), json);
        String newer = keep("report", "1", document.text(), json);
        assertEquals(newer, studies.comparison(document).orElseThrow().result().id());
        assertEquals(comparison, studies.comparison(document).orElseThrow().comparison());
        Files.writeString(directory.resolve(newer).resolve("data.json.gz"), "broken");
        assertEquals(older, studies.comparison(document).orElseThrow().result().id());
    }

    /** As programs wrote them that did not keep their build. */
    @Test
    void aResultWithoutABuildIsReadAndNotUsedAgain() throws IOException {
        String id = keep("compare", "1", document.text(), new ComparisonJson().write(comparison));
        Path head = directory.resolve(id).resolve("result.json");
        String text = Files.readString(head);
        Files.writeString(head, text.replace("\"build\":\"1\",", ""));
        assertNotEquals(text, Files.readString(head));
        ResultStore later = new ResultStore(directory, () -> 99);
        assertEquals("", later.results().get(0).build());
        assertTrue(new KeptStudies(later, () -> "1").comparison(document).isEmpty());
    }

    @Test
    void sweepsAndMapsAreListedNewestFirstAndBrokenOnesAreLeftOut() throws IOException {
        KeptStudies studies = new KeptStudies(store, () -> "1");
        String sweep = keep("sweep", "1", document.text(), "{}");
        String map = keep("map", "1", document.text(), "nothing");
        List<KeptResult> found = studies.sweepsAndMaps(document);
        assertEquals(List.of(map, sweep), found.stream().map(KeptResult::id).toList());
        assertEquals(List.of(), studies.sweeps(found));
        assertEquals(List.of(), studies.maps(found));
    }
}
