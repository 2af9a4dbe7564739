// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Copies of maps whose order does not depend on the run of the program, as {@link Map#copyOf} does. */
final class Ordered {

    private Ordered() {
    }

    static <K extends Enum<K>, V> Map<K, V> copy(Class<K> keys, Map<K, V> map) {
        Map<K, V> copy = new EnumMap<>(keys);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
