// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote;

import java.util.List;

/** Patterns of names of hosts (ssh_config(5), PATTERNS): {@code *}, {@code ?}, and {@code !} for what is not meant. Pure functions. */
public final class HostPatterns {

    private HostPatterns() {
    }

    /** One pattern is met, and none of those with {@code !}; upper and lower case differ. */
    public static boolean match(List<String> patterns, String name) {
        boolean met = false;
        for (String pattern : patterns) {
            boolean negated = pattern.startsWith("!");
            if (one(negated ? pattern.substring(1) : pattern, name)) {
                if (negated) {
                    return false;
                }
                met = true;
            }
        }
        return met;
    }

    /** In time that grows with the product of the lengths, whatever the pattern. */
    private static boolean one(String pattern, String name) {
        int star = -1;
        int back = 0;
        int p = 0;
        int n = 0;
        while (n < name.length()) {
            if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n)) && pattern.charAt(p) != '*') {
                p++;
                n++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                back = n;
            } else if (star >= 0) {
                p = star + 1;
                n = ++back;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
