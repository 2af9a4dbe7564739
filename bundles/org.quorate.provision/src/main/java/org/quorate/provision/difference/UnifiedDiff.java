// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** The difference of two texts as {@code diff -u} shows it. Pure functions, thread-safe. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 5000; // time and memory grow with the square; no file of an export has a tenth

    private UnifiedDiff() {
    }

    static String of(String path, String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        if (old.size() > MOST_LINES || now.size() > MOST_LINES) {
            return "too long to compare line by line\n";
        }
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff("old/" + path, "new/" + path, old, DiffUtils.diff(old, now), CONTEXT);
        // diff counts from 0 where there is no line; the library from 1.
        return lines.isEmpty() ? "" : String.join("\n", lines).replace("\n@@ -1,0 +", "\n@@ -0,0 +")
                .replaceFirst("(\n@@ -[0-9,]+ )\\+1,0 @@", "$1+0,0 @@") + "\n";
    }
}
