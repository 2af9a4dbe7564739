// SPDX-License-Identifier: EPL-2.0
package org.quorate.app.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.app.results.ResultContent.KeptText;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.report.ComparisonReport;
import org.quorate.report.ReportContext;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.io.ComparisonJson;
import org.quorate.study.result.Comparison;

class ResultStoreTest {

    private static final ReportDocument REPORT = new ReportDocument("t", "", KeyValues.of(), List.of(new Paragraph("p")));
    private static final ResultContent CONTENT = new ResultContent("schemaVersion: 1\n", REPORT, List.of(new KeptText("CSV", "csv", "a,b\n")),
            List.of(new KeptText("n = 1", "yaml", "n: 1\n")));
    private static final Progress QUIET = Progress.silent(() -> false);

    @TempDir
    private Path directory;

    private ResultStore store(int limit) {
        return new ResultStore(directory.resolve("results"), () -> limit);
    }

    private static KeptResult head(String name, long date, boolean comparable) {
        return new KeptResult(KeptResult.FORMAT, ResultStore.newId(), name, "small", "/tmp/small.yaml", "compare", Map.of("seed", "1"), date, 1,
                "tie", 1500, false, "test", "b", comparable);
    }

    private static String keep(ResultStore store, String name, long date) throws IOException {
        KeptResult head = head(name, date, false);
        store.keep(head, CONTENT);
        return head.id();
    }

    private static List<String> names(ResultStore store) throws IOException {
        return store.results().stream().map(KeptResult::name).toList();
    }

    private List<String> onDisk() throws IOException {
        try (Stream<Path> list = Files.list(directory.resolve("results"))) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aComparisonIsReadBackByTheNextProgramAndGivesTheSameNumbersAgain() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/org/quorate/app/small.yaml"));
        ScenarioDocument document = ScenarioReader.read("small.yaml", text).document().orElseThrow();
        QuorateApp app = new QuorateApp(2);
        Comparison found = app.compareScenario().compare(document.scenario(), StudyOptions.NONE, QUIET);
        ReportDocument report = ComparisonReport.document(found, document.scenario(), new ReportContext(LocalDate.of(2026, 1, 31), List.of("quorate")));
        KeptResult head = head("first", 1, true);
        store(9).keep(head, new ResultContent(text, report, List.of(new KeptText("JSON", "json", new ComparisonJson().write(found))), List.of()));

        ResultStore next = store(9);
        assertEquals(List.of(head), next.results());
        ResultContent content = next.content(head.id());
        assertEquals(report, content.report());
        assertEquals(found, content.comparison());
        assertEquals(text, next.scenario(head.id()));
        ScenarioDocument again = ScenarioReader.read("small.yaml", content.scenario()).document().orElseThrow();
        assertEquals(found, new QuorateApp(1).compareScenario().compare(again.scenario(), StudyOptions.NONE, QUIET), "to the last digit");
    }

    @Test
    void theOldestGoUnlessTheyArePinned() throws IOException {
        ResultStore store = store(3);
        String pinned = keep(store, "pinned", 1);
        store.pin(pinned, true);
        for (int i = 2; i <= 6; i++) {
            keep(store, "number " + i, i);
        }
        assertEquals(List.of("number 6", "number 5", "pinned"), names(store));
        assertEquals(3, onDisk().size());
        for (KeptResult result : store.results()) {
            store.pin(result.id(), true);
        }
        keep(store, "one more", 7);
        assertEquals(4, store.results().size(), "nothing pinned is lost, nor what was just made");
    }

    @Test
    void whatIsDeletedComesBackForADay() throws IOException {
        ResultStore store = store(9);
        String first = keep(store, "first", 1);
        String second = keep(store, "second", 2);
        AtomicInteger told = new AtomicInteger();
        store.onChange(told::incrementAndGet);
        store.delete(List.of(first, second));
        assertEquals(List.of(), names(store));
        store.restore(List.of(first));
        assertEquals(List.of("first"), names(store));
        assertEquals(CONTENT, store.content(first));
        assertEquals(2, told.get());
        assertEquals(List.of("first"), names(store(9)));
        store.restore(List.of(second));
        assertEquals(List.of("second", "first"), names(store));
        store.delete(List.of(second));
        age(".deleted-" + second);
        assertEquals(List.of("first"), names(store(9)));
        assertEquals(List.of(first), onDisk(), "the start of the next day tidies up");
    }

    private void age(String name) throws IOException {
        Files.setLastModifiedTime(directory.resolve("results").resolve(name), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    @Test
    void whatAnotherProgramKeepsAndRemovesIsSeen() throws IOException {
        ResultStore store = store(2);
        ResultStore other = store(2);
        String first = keep(store, "first", 1);
        assertEquals(List.of("first"), names(other));
        keep(other, "second", 2);
        keep(other, "third", 3);
        store.reload();
        assertEquals(List.of("third", "second"), names(store));
        assertThrows(IOException.class, () -> store.content(first));
        other.delete(List.of(other.results().get(0).id()));
        keep(store, "fourth", 4);
        keep(store, "fifth", 5);
        assertEquals(List.of("fifth", "fourth"), names(store), "what is gone already is no obstacle");
    }

    @Test
    void aNameIsKept() throws IOException {
        ResultStore store = store(9);
        String id = keep(store, "first", 1);
        // One that has not looked at the disk yet.
        store(9).rename(id, "  with 12 threads ");
        assertEquals(List.of("with 12 threads"), names(store(9)));
        assertThrows(IllegalArgumentException.class, () -> store.rename(id, " "));
        assertThrows(IllegalArgumentException.class, () -> store.rename(id, "a\nb"));
        assertThrows(IOException.class, () -> store.rename(ResultStore.newId(), "gone"));
    }

    @Test
    void whatIsBrokenIsToldAndLeftAndTheOthersAreThere() throws IOException {
        ResultStore store = store(9);
        keep(store, "whole", 1);
        List<Path> broken = new ArrayList<>();
        for (String damage : List.of("", "{", "{}", "null", "\u0000")) {
            Path entry = directory.resolve("results").resolve(keep(store, "broken", 2));
            Files.writeString(entry.resolve("result.json"), damage);
            broken.add(entry);
        }
        Path lacking = directory.resolve("results").resolve(keep(store, "without a report", 2));
        Files.delete(lacking.resolve("report.json.gz"));
        broken.add(lacking);
        Path strange = directory.resolve("results").resolve(keep(store, "with the head of another", 2));
        Files.copy(directory.resolve("results").resolve(store.results().get(store.results().size() - 1).id()).resolve("result.json"),
                strange.resolve("result.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        broken.add(strange);
        ResultStore next = store(9);
        assertEquals(List.of("whole"), names(next));
        assertEquals(broken.stream().sorted().toList(), next.broken());
        assertTrue(broken.stream().allMatch(Files::isDirectory), "people may want to look");
    }

    @Test
    void everyShorterReportIsRefused() throws IOException {
        ResultStore store = store(9);
        String id = keep(store, "first", 1);
        Path file = directory.resolve("results").resolve(id).resolve("report.json.gz");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThrows(IOException.class, () -> store.content(id), length + " bytes");
        }
    }

    /** A program that was killed while it kept something leaves a directory of another name. */
    @Test
    void whatWasNotFinishedIsGoneADayLater() throws IOException {
        String id = keep(store(9), "first", 1);
        Path half = Files.createDirectories(directory.resolve("results").resolve(".new-" + ResultStore.newId()));
        Files.writeString(half.resolve("scenario.yaml"), "half");
        assertEquals(List.of("first"), names(store(9)));
        assertEquals(2, onDisk().size(), "another program may be at it");
        age(half.getFileName().toString());
        assertEquals(List.of("first"), names(store(9)));
        assertEquals(List.of(id), onDisk());
    }
}
