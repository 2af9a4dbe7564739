// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextChangeTest {

    @ParameterizedTest
    @CsvSource({"'', abc", "abc, ''", "abc, abXc", "abXc, abc", "aaa, aaaa", "aaaa, aaa", "abc, xyz", "same, same",
        "abab, ab"})
    void leadsFromOneTextToTheOther(String before, String after) {
        TextChange change = TextChange.between(before, after);
        String result = new StringBuilder(before)
                .replace(change.offset(), change.offset() + change.removed(), change.inserted()).toString();
        assertEquals(after, result);
    }

    @ParameterizedTest
    @CsvSource({"size: 1 GiB end, size: 12 GiB end, 7, 0, 2"})
    void touchesNoMoreThanItMust(String before, String after, int offset, int removed, String inserted) {
        assertEquals(new TextChange(offset, removed, inserted), TextChange.between(before, after));
    }
}
