// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.search.SearchPlan;
import org.quorate.study.search.SearchStudy;
import org.quorate.study.sweep.VariedScenario;

/** Finds how far a field of a scenario can go with the targets still met. Thread-safe. */
public final class SearchScenario {

    private final SearchStudy study;

    SearchScenario(SearchStudy study) {
        this.study = study;
    }

    /**
     * Plans a search: both ends of the field are checked as if they stood in the scenario.
     *
     * @param settings {@code FIELD=VALUE} each: what is set for every value
     * @throws IllegalArgumentException with a message for the user, of one or more lines
     */
    public SearchPlan plan(ScenarioDocument document, List<String> settings, SearchPlan.Wish wish, StudyOptions options) {
        return SearchPlan.of(VariedScenario.with(document, settings), wish, options.forPoints());
    }

    /**
     * Makes a search; takes seconds to hours. After it was cancelled or killed, the same search goes on where it was.
     *
     * @param keep directory in which evaluated values are kept and found; made if needed; absent: nothing is kept
     * @throws IllegalArgumentException                   with a message for the user if the scenario does not allow a value between
     *                                                    the ends
     * @throws IOException                                if a value cannot be kept
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public SearchStudy.Done search(SearchPlan plan, Optional<Path> keep, Progress progress) throws IOException {
        return KeptPoints.in(keep, store -> study.search(plan, store, new Listening(progress), progress::isCancelled));
    }
}
