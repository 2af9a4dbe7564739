// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import org.quorate.report.document.Block;

/** One part of a sizing report, in the order of its template. */
public sealed interface Part {

    /** A chapter of ours. */
    record Ours(Chapter chapter) implements Part {
    }

    /**
     * A text of the consultant's.
     *
     * @param blocks as written, the first a heading of level 2
     */
    record Own(List<Block> blocks) implements Part {
        public Own {
            blocks = List.copyOf(blocks);
        }
    }
}
