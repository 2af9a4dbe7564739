// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one file. Used by one thread. */
final class Problems {

    /** More are only counted: a megabyte of nonsense must not become a gigabyte of messages. */
    private static final int MOST = 1000;

    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private int errors;
    private int dropped;

    Problems(String file) {
        this.file = file;
    }

    void error(Span at, String path, String message, String allowed) {
        errors++;
        add(Severity.ERROR, at, path, message, allowed);
    }

    void warning(Span at, String path, String message, String allowed) {
        add(Severity.WARNING, at, path, message, allowed);
    }

    private void add(Severity severity, Span at, String path, String message, String allowed) {
        if (found.size() < MOST) {
            found.add(new Problem(severity, file, at.line(), at.column(), path, message, allowed));
        } else {
            dropped++;
        }
    }

    boolean hasErrors() {
        return errors > 0;
    }

    /** All of them, in the order of the file. */
    List<Problem> inFileOrder() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Problem.IN_FILE_ORDER);
        if (dropped > 0) {
            Problem last = sorted.get(sorted.size() - 1);
            sorted.add(new Problem(Severity.ERROR, file, last.line(), last.column(), "",
                    dropped + " more problems are not listed", ""));
        }
        return List.copyOf(sorted);
    }
}
