// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value of settings.sh. Immutable, thread-safe. */
public sealed interface Setting {

    /** One text; numbers as they are written. */
    record Text(String value) implements Setting {
    }

    /** An indexed array. */
    record Words(List<String> values) implements Setting {
        public Words {
            values = List.copyOf(values);
        }
    }

    /** An associative array, in its order. */
    record Table(Map<String, String> values) implements Setting {
        public Table {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
