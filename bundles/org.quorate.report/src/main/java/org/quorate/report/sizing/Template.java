// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.Arrays;
import java.util.List;
import org.quorate.report.document.Brand;
import org.quorate.report.document.Language;

/**
 * What a consultant chooses of a sizing report. Immutable.
 *
 * @param cover    what the cover says
 * @param brand    logo and colour
 * @param language of our words; texts of the consultant's stay as they are
 * @param parts    in order, no chapter twice
 */
public record Template(Cover cover, Brand brand, Language language, List<Part> parts) {

    public Template {
        parts = List.copyOf(parts);
    }

    /** All chapters, in English. */
    public static Template standard() {
        return new Template(Cover.EMPTY, Brand.NONE, Language.ENGLISH,
                Arrays.stream(Chapter.values()).<Part>map(Part.Ours::new).toList());
    }

    /** The same with our words in another language. */
    public Template in(Language other) {
        return new Template(cover, brand, other, parts);
    }

    /** Whether there is that chapter. */
    public boolean has(Chapter chapter) {
        return parts.contains(new Part.Ours(chapter));
    }
}
