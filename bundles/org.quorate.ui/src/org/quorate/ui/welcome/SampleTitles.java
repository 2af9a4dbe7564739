// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.welcome;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.quorate.app.Samples;
import org.quorate.model.yaml.ScenarioReader;

/**
 * What the samples are called. To know it they must all be read, which takes tenths of a second the first time: that is begun in the
 * background while the window is being built. Thread-safe.
 */
public final class SampleTitles {

    private final CompletableFuture<Map<String, String>> titles;

    /** @param background reads the samples */
    public SampleTitles(Samples samples, Executor background) {
        titles = CompletableFuture.supplyAsync(() -> read(samples), background);
    }

    private static Map<String, String> read(Samples samples) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : samples.names()) {
            found.put(name, ScenarioReader.read(name, samples.scenario(name)).document().map(document -> document.scenario().title()).orElse(""));
        }
        return found;
    }

    /**
     * Hands the titles over, by the samples' names: at once if they are known, else as soon as they are.
     *
     * @param later runs what is to be done when they are known
     */
    void show(Consumer<Map<String, String>> shown, Executor later) {
        if (titles.isDone()) {
            titles.thenAccept(shown);
        } else {
            titles.thenAcceptAsync(shown, later);
        }
    }
}
