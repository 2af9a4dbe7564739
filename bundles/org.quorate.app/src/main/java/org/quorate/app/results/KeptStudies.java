// SPDX-License-Identifier: EPL-2.0
package org.quorate.app.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quorate.app.results.ResultContent.KeptText;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.io.MapJson;
import org.quorate.study.io.SweepJson;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.result.Comparison;
import org.quorate.study.sweep.Sweep;

/**
 * Finds among kept results what need not be made again: studies of the very same scenario, to the character, that this build of the
 * program made. Thread-safe.
 */
public final class KeptStudies {

    private static final String SWEEP = "sweep";
    private static final String MAP = "map";
    /** Studies whose data is the comparison of the scenario as it is. */
    private static final Set<String> COMPARISONS = Set.of("compare", "report");
    private static final String JSON = "json";

    private final ResultStore store;
    private final Supplier<String> build;

    /** @param build of the program, asked for when it is needed, and not empty: another one may have found something else */
    public KeptStudies(ResultStore store, Supplier<String> build) {
        this.store = store;
        this.build = build;
    }

    /**
     * The newest comparison of the scenario.
     *
     * @param result     what a list says of it
     * @param comparison as it was found
     */
    public record KeptComparison(KeptResult result, Comparison comparison) {
    }

    /**
     * The newest comparison of the scenario with the seed and the runs that it says itself; one that is broken counts as none.
     *
     * @throws IOException if the results cannot be read
     */
    public Optional<KeptComparison> comparison(ScenarioDocument document) throws IOException {
        for (KeptResult result : of(document, COMPARISONS)) {
            Optional<Comparison> comparison = read(result, ResultContent::comparison);
            if (comparison.isPresent()) {
                return Optional.of(new KeptComparison(result, comparison.get()));
            }
        }
        return Optional.empty();
    }

    /** Sweeps and maps of the scenario, the newest first; takes a millisecond for each kept result. */
    public List<KeptResult> sweepsAndMaps(ScenarioDocument document) throws IOException {
        return of(document, Set.of(SWEEP, MAP));
    }

    /** Those of results that are sweeps, in order; one that is broken meanwhile is left out. */
    public List<Sweep> sweeps(List<KeptResult> results) {
        return all(results, SWEEP, new SweepJson()::read);
    }

    /** Those of results that are maps, likewise. */
    public List<CrossoverMap> maps(List<KeptResult> results) {
        return all(results, MAP, new MapJson()::read);
    }

    private <T> List<T> all(List<KeptResult> results, String study, Function<String, T> reader) {
        return results.stream().filter(result -> result.study().equals(study))
                .flatMap(result -> read(result, content -> reader.apply(json(content))).stream()).toList();
    }

    private static String json(ResultContent content) {
        return content.data().stream().filter(form -> form.extension().equals(JSON)).findFirst().map(KeptText::text)
                .orElseThrow(() -> new IllegalArgumentException("it has no figures"));
    }

    private List<KeptResult> of(ScenarioDocument document, Set<String> studies) throws IOException {
        List<KeptResult> found = new ArrayList<>();
        for (KeptResult result : store.results()) {
            if (studies.contains(result.study()) && result.build().equals(build.get()) && isOf(document, result)) {
                found.add(result);
            }
        }
        return found;
    }

    private boolean isOf(ScenarioDocument document, KeptResult result) {
        try {
            return result.scenario().equals(document.scenario().name()) && store.scenario(result.id()).equals(document.text());
        } catch (IOException e) {
            // Removed meanwhile, or damaged: the list of results tells that.
            return false;
        }
    }

    private <T> Optional<T> read(KeptResult result, Function<ResultContent, T> reader) {
        try {
            return Optional.of(reader.apply(store.content(result.id())));
        } catch (IOException | IllegalArgumentException e) {
            // Likewise.
            return Optional.empty();
        }
    }
}
