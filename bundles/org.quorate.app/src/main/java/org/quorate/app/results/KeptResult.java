// SPDX-License-Identifier: EPL-2.0
package org.quorate.app.results;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is said of a kept result in a list, without the result itself. Immutable.
 *
 * @param format     {@link #FORMAT}
 * @param id         unique in its store; a name of a directory
 * @param name       that people gave it, or the title of the study; one line, not blank
 * @param scenario   short name of the scenario
 * @param source     file of the scenario when the study was started; empty if it had none
 * @param study      the command that makes such studies: {@code compare}
 * @param answers    to the questions of the study, by key; empty if it has none
 * @param dateMillis when the study ended, milliseconds since 1970 UTC
 * @param seed       of all random streams
 * @param verdict    the answer in one line; may be empty
 * @param tookMillis wall time that the study took, milliseconds
 * @param pinned     never removed to make room
 * @param version    of the program that made it
 * @param build      of the program, which tells builds of one version apart; empty: it was not kept with it
 * @param comparable it has figures that can be set beside those of others
 */
public record KeptResult(String format, String id, String name, String scenario, String source, String study,
        Map<String, String> answers, long dateMillis, long seed, String verdict, long tookMillis, boolean pinned, String version,
        String build, boolean comparable) {

    /** Name and version of the form on the disk. */
    public static final String FORMAT = "quorate-result-1";

    public KeptResult {
        if (id == null || name == null || scenario == null || source == null || study == null || answers == null || verdict == null
                || version == null) {
            throw new IllegalArgumentException("something is missing");
        }
        if (name.isBlank() || name.lines().count() != 1) {
            throw new IllegalArgumentException("a name is one line and not blank");
        }
        // Results that were kept before builds were have none.
        build = build == null ? "" : build;
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    /** When the study ended. */
    public Instant when() {
        return Instant.ofEpochMilli(dateMillis);
    }

    /** Wall time that the study took. */
    public Duration took() {
        return Duration.ofMillis(tookMillis);
    }

    /** The file of the scenario, if it had one. */
    public Optional<String> file() {
        return Optional.of(source).filter(path -> !path.isEmpty());
    }

    /** The same under another name, surrounding blanks left out. */
    public KeptResult named(String other) {
        return new KeptResult(format, id, other.strip(), scenario, source, study, answers, dateMillis, seed, verdict, tookMillis, pinned,
                version, build, comparable);
    }

    /** The same, pinned or not. */
    public KeptResult pinned(boolean now) {
        return new KeptResult(format, id, name, scenario, source, study, answers, dateMillis, seed, verdict, tookMillis, now, version,
                build, comparable);
    }
}
