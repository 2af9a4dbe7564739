// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quorate.model.observed.CountedFile;
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
        NodeSample sample = new NodeSample("b", at / 1e3, figures, 3, Set.of(CountedFile.GLOCKS),
                List.of(new FollowedLock("INODE", "1f", 1, OptionalLong.of(2), OptionalLong.empty())), List.of("a remark\nof two lines"));
        return new Round(at, List.of(new Round.Answer("n1", Optional.of(sample), Optional.empty()),
                new Round.Answer("n2", Optional.empty(), Optional.of("gone"))));
    }

    /** Whoever reads it has all that was said. */
    @Test
    void everyLineIsJsonOfItsOwn() throws IOException {
        List<String> lines = List.of(json.head(HEAD), json.round(round(1000)), json.round(round(2000)), json.end(2));
        lines.forEach(line -> assertTrue(line.indexOf('\n') == line.length() - 1, line));
        ObjectMapper mapper = JsonForm.mapper();
        assertEquals(HEAD, mapper.readValue(lines.get(0), ObservationSeries.Head.class));
        assertEquals(round(1000), mapper.readValue(lines.get(1), Round.class));
        assertEquals(round(2000), mapper.readValue(lines.get(2), Round.class));
        assertEquals("{\"end\":2}\n", lines.get(3));
        assertTrue(lines.get(1).contains("\"use/INODE/requests\":1000"), lines.get(1));
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
