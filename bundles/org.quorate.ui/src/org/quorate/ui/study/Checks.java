// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what use cases have against answers, each beside its question. Used by one thread. */
final class Checks {

    private final Map<String, String> problems = new LinkedHashMap<>();

    /** What the use case makes of it; its message goes beside the question, unless there is one already. */
    <T> Optional<T> ask(String key, Supplier<T> useCase) {
        try {
            return Optional.of(useCase.get());
        } catch (IllegalArgumentException e) {
            problems.putIfAbsent(key, e.getMessage());
            return Optional.empty();
        }
    }

    boolean passed() {
        return problems.isEmpty();
    }

    Reply failed() {
        return Reply.of(problems);
    }
}
