// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.quorate.study.claims.ClaimPoint;
import org.quorate.study.claims.ClaimResult;
import org.quorate.study.claims.ClaimsResult;

/** The JSON form of tested claims, {@link ClaimsResult#FORMAT}. Thread-safe. */
public final class ClaimsJson {

    /** The text, indented, with a line end at its end. */
    public String write(ClaimsResult result) {
        ObjectNode root = JsonForm.mapper().createObjectNode();
        root.put("format", result.format()).put("quorateVersion", result.quorateVersion()).put("seed", result.seed())
                .put("replications", result.replications()).put("confidence", result.confidence());
        ArrayNode claims = root.putArray("claims");
        result.claims().forEach(claim -> write(claims.addObject(), claim));
        return JsonForm.text(root);
    }

    private static void write(ObjectNode node, ClaimResult result) {
        node.put("id", result.claim().id()).put("statement", result.claim().statement()).put("source", result.claim().source())
                .put("tested", result.claim().tested());
        ArrayNode points = node.putArray("points");
        for (ClaimPoint point : result.points()) {
            ObjectNode one = points.addObject();
            one.put("sharing", point.sharing().title()).put("kernel", point.kernel()).put("nodes", point.nodes())
                    .put("outcome", point.outcome().name().toLowerCase(Locale.ROOT));
            point.relative().ifPresent(relative -> one.putObject("relativeDifference").put("mean", relative.mean())
                    .put("halfWidth", relative.halfWidth()));
        }
    }
}
