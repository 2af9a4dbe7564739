// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report as files, before they are written. The arrays belong to who has it.
 *
 * @param form   of the report
 * @param main   the file that one opens
 * @param folder name of the folder beside it; empty: there is none
 * @param beside files in that folder by name, in the order of the report
 */
public record ReportFiles(ReportForm form, byte[] main, String folder, Map<String, byte[]> beside) {

    public ReportFiles {
        beside = Collections.unmodifiableMap(new LinkedHashMap<>(beside));
        if (folder.isEmpty() && !beside.isEmpty()) {
            throw new IllegalArgumentException("files beside a report have a folder");
        }
    }
}
