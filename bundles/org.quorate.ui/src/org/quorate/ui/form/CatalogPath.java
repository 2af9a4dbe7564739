// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import org.quorate.model.yaml.ScenarioDocument;

/** From a place in a document to the path that the field catalogue has for it. */
final class CatalogPath {

    private CatalogPath() {
    }

    /** {@code cluster.nodes[2]} is {@code cluster.nodes[]}; a contender's index becomes its type. */
    static String of(ScenarioDocument document, String place) {
        StringBuilder path = new StringBuilder();
        int from = 0;
        for (int open = place.indexOf('['); open >= 0; open = place.indexOf('[', from)) {
            int close = place.indexOf(']', open);
            path.append(place, from, open + 1);
            if (place.startsWith("fileSystems[")) {
                path.append(document.value(place.substring(0, close + 1) + ".type").orElse(""));
            }
            path.append(']');
            from = close + 1;
        }
        return path.append(place.substring(from)).toString();
    }
}
