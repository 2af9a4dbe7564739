// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.config;

import java.util.List;

/**
 * A setting. Immutable.
 *
 * @param blocks  patterns of the Host blocks that it stands in: that of its file, and those around the Include
 * @param keyword in lower case
 * @param value   without quotes
 */
record ConfigLine(List<List<String>> blocks, String keyword, String value) {

    ConfigLine {
        blocks = List.copyOf(blocks);
    }
}
