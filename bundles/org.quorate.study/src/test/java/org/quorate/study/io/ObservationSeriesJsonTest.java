// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FollowedLock;
import org.quorate.model.observed.NodeSample;
import org.quorate.study.observe.FleetComparison;
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.FleetTally;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.study.observe.Round;
import org.quorate.study.result.FileSystemKind;

class ObservationSeriesJsonTest {

    private static final ObservationSeries.Head HEAD = new ObservationSeries.Head(ObservationSeries.FORMAT, "1", "s", "T\u00edtulo \"x\"", "gfs2", FileSystemKind.GFS2,
            "/mnt", List.of("n1", "n2"), 10_000);

    private final ObservationSeriesJson json = new ObservationSeriesJson();

    private static Round round(long at) {
        TreeMap<FigureName, Long> figures = new TreeMap<>();
        figures.put(FigureName.valueOf("slab/gfs2_glock(aspace)/objects"), 7L);
        figures.put(FigureName.valueOf("use/INODE/requests"), at);
        return new Round(at, List.of(new Round.Answer("n1", Optional.of(new NodeSample("b", at / 1e3, figures, 3, Set.of(FigureName.Topic.LOCK), List.of(new FollowedLock("INODE", "1f", 1, OptionalLong.of(2),
                OptionalLong.empty())),
                List.of("a remark\nof two lines"))), Optional.empty()), new Round.Answer("n2", Optional.empty(), Optional.of("gone"))));
    }

    private ObservationSeriesJson.Reading read(String text) throws IOException {
        return json.read(new StringReader(text));
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        String text = json.head(HEAD) + json.round(round(1000)) + json.round(round(2000)) + json.end(2);
        assertEquals(4, text.lines().count());
        assertEquals(new ObservationSeries(HEAD, List.of(round(1000), round(2000)), true), read(text).series());
        assertTrue(text.contains("\"use/INODE/requests\":1000"), text);
    }

    /** A kill may come at any byte. */
    @Test
    void aFileThatIsCutOffAnywhereIsNeverTakenForWhole() throws IOException {
        String text = json.head(HEAD) + json.round(round(1000)) + json.round(round(2000)) + json.end(2);
        int head = json.head(HEAD).length();
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            if (length < head) {
                assertThrows(IllegalArgumentException.class, () -> read(cut));
            } else {
                ObservationSeriesJson.Reading reading = read(cut);
                assertFalse(reading.series().whole());
                assertEquals(Math.max(0, cut.lines().count() - 1 - (cut.endsWith("\n") ? 0 : 1)), reading.rounds());
            }
        }
    }

    @Test
    void otherFilesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> read(""));
        assertThrows(IllegalArgumentException.class, () -> read("null\n"));
        assertThrows(IllegalArgumentException.class, () -> read("{\"format\":\"other\"}\n"));
        assertThrows(IllegalArgumentException.class, () -> read(json.head(HEAD) + "garbage\n"));
        assertThrows(IllegalArgumentException.class, () -> read(json.head(HEAD) + json.end(1)));
        assertThrows(IllegalArgumentException.class, () -> read(json.head(HEAD) + json.end(0) + json.round(round(1))));
        assertThrows(IllegalArgumentException.class, () -> read(json.head(HEAD) + json.round(round(1)).replace("use/INODE", "use/../IN ODE")));
    }

    @Test
    void theComparisonHasAJsonFormToo() {
        FleetTally tally = new FleetTally(HEAD);
        List.of(round(1000), round(2000)).forEach(tally::add);
        FleetObservation observation = FleetComparison.of(Optional.empty(), tally, 5);
        String text = new FleetObservationJson().write(observation);
        assertEquals(observation, new FleetObservationJson().read(text));
        assertTrue(new FleetObservationCsv().write(observation).contains("\nn1,use,INODE,requests,,,,1000"));
    }
}
