// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

/**
 * The one stretch in which two texts differ, so that a viewer keeps its place outside of it.
 *
 * @param offset   where it begins
 * @param removed  characters of the old text
 * @param inserted what stands there in the new text
 */
record TextChange(int offset, int removed, String inserted) {

    static TextChange between(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new TextChange(start, before.length() - start - end, after.substring(start, after.length() - end));
    }
}
