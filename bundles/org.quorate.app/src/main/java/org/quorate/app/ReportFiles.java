// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report as files, before they are written. The arrays belong to who has it.
 *
 * @param main   the file that one opens
 * @param folder name of the folder beside it; empty: there is none
 * @param beside files in that folder by name, in the order of the report
 */
public record ReportFiles(byte[] main, String folder, Map<String, byte[]> beside) {

    public ReportFiles {
        beside = Collections.unmodifiableMap(new LinkedHashMap<>(beside));
        if (folder.isEmpty() && !beside.isEmpty()) {
            throw new IllegalArgumentException("files beside a report have a folder");
        }
    }

    /** One file that needs nothing else. */
    static ReportFiles of(byte[] main) {
        return new ReportFiles(main, "", Map.of());
    }

    /** The same of text. */
    static ReportFiles text(String main) {
        return of(main.getBytes(StandardCharsets.UTF_8));
    }
}
