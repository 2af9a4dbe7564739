// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.quorate.study.io.SweepJson;

/** Keeps points in memory, as text. */
public final class MemoryStore implements PointStore {

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public Optional<PointOutcome> find(String key) {
        return Optional.ofNullable(texts.get(key)).flatMap(text -> new SweepJson().read(key, text));
    }

    @Override
    public void keep(String key, PointOutcome outcome) {
        texts.put(key, new SweepJson().write(key, outcome));
    }

    /** What is kept, by key; may be changed. */
    public Map<String, String> texts() {
        return texts;
    }
}
