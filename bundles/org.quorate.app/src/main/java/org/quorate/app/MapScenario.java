// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.map.MapPlan;
import org.quorate.study.sweep.SweepStudy;
import org.quorate.study.sweep.VariedScenario;

/** Says which of two file systems of a scenario is better over two of its fields. Thread-safe. */
public final class MapScenario {

    private final SweepStudy study;

    MapScenario(SweepStudy study) {
        this.study = study;
    }

    /**
     * What came of a map.
     *
     * @param map  the same whatever was kept
     * @param kept points that were kept from before
     */
    public record Done(CrossoverMap map, int kept) {
    }

    /**
     * Plans a map: every value is checked as if it stood in the scenario. Takes about a millisecond a point.
     *
     * @param settings {@code FIELD=VALUE} each: what is set for every point
     * @throws IllegalArgumentException                   with a message for the user, of one or more lines
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public MapPlan plan(ScenarioDocument document, List<String> settings, MapPlan.Wish wish, StudyOptions options, Progress progress) {
        return MapPlan.of(VariedScenario.with(document, settings), wish, options.forPoints(), progress::isCancelled);
    }

    /**
     * Makes a map; takes seconds to hours. After it was cancelled or killed, the same map goes on where it was. Points that a
     * sweep has kept are used too, and the other way round.
     *
     * @param keep directory in which finished points are kept and found; made if needed; absent: nothing is kept
     * @throws IOException                                if a point cannot be kept
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Done map(MapPlan plan, Optional<Path> keep, Progress progress) throws IOException {
        SweepStudy.Done done = KeptPoints.in(keep, store -> study.sweep(plan.sweep(), store, new Listening(progress), progress::isCancelled));
        return new Done(CrossoverMap.of(plan, done.sweep()), done.kept());
    }
}
