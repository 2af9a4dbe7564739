// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.List;

/** What two values of a field differ in. Pure functions. */
final class Apart {

    /** A number and its unit stay together. */
    private static final int LEAST = 2;

    private Apart() {
    }

    /**
     * Both without the words that they begin and end with alike: {@code 60 us} and {@code 240 us} of {@code lognormal 60 us variation 40 %}
     * and {@code lognormal 240 us variation 40 %}.
     */
    static List<String> of(String one, String other) {
        List<String> first = List.of(one.split(" "));
        List<String> second = List.of(other.split(" "));
        int shorter = Math.min(first.size(), second.size());
        int from = 0;
        while (from < shorter - 1 && first.get(from).equals(second.get(from))) {
            from++;
        }
        int behind = 0;
        while (shorter - from - behind > LEAST
                && first.get(first.size() - 1 - behind).equals(second.get(second.size() - 1 - behind))) {
            behind++;
        }
        return List.of(String.join(" ", first.subList(from, first.size() - behind)),
                String.join(" ", second.subList(from, second.size() - behind)));
    }
}
