// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

import java.util.regex.Pattern;

/** What may be an id: safe in every format, so that no renderer has to escape one. */
final class Ids {

    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9-]*");

    private Ids() {
    }

    static void check(String id) {
        if (!VALID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id: " + id);
        }
    }
}
