// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.ArrayList;
import java.util.List;
import org.quorate.study.claims.ClaimPoint;
import org.quorate.study.claims.ClaimResult;
import org.quorate.study.claims.ClaimsResult;

/**
 * Tested claims as CSV (RFC 4180 with bare line feeds), a row for each claim and point: what is shared, kernel, nodes, the relative
 * difference of the two figures with the half width of its interval (empty if there is none), and whether the claim is true there.
 * Thread-safe.
 */
public final class ClaimsCsv {

    /** The text, with a header line. */
    public String write(ClaimsResult result) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, List.of("claim", "sharing", "kernel", "nodes", "relative_difference", "relative_difference_half_width", "outcome"));
        for (ClaimResult claim : result.claims()) {
            for (ClaimPoint point : claim.points()) {
                List<String> cells = new ArrayList<>(List.of(claim.claim().id(), point.sharing().title(), point.kernel(),
                        Integer.toString(point.nodes())));
                CsvForm.interval(cells, point.relative());
                cells.add(CsvForm.word(point.outcome()));
                CsvForm.row(out, cells);
            }
        }
        return out.toString();
    }
}
