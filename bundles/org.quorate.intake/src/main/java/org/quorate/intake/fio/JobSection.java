// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A section of a job file, with what it has of [global]. Used by one thread. */
final class JobSection {

    /**
     * An option as it stands there.
     *
     * @param line  from 1
     * @param text  the line
     * @param value behind the equals sign; "1" without one
     */
    record Option(long line, String text, String value) {
    }

    private final String name;
    private final long line;
    private final Map<String, Option> options = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    JobSection(String name, long line, JobSection global) {
        this.name = name;
        this.line = line;
        if (global != null) {
            options.putAll(global.options);
        }
    }

    String name() {
        return name;
    }

    long line() {
        return line;
    }

    void put(String key, Option option) {
        options.put(key, option);
    }

    /** An option, which counts as used from then on. */
    Optional<Option> take(String key) {
        taken.add(key);
        return Optional.ofNullable(options.get(key));
    }

    /** Options that nobody has taken. */
    Map<String, Option> rest() {
        Map<String, Option> rest = new LinkedHashMap<>(options);
        rest.keySet().removeAll(taken);
        return rest;
    }
}
