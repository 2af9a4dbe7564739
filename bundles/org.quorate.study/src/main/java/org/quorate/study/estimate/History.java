// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

/** What earlier phases of a scenario have left that the tables cannot tell. A builder; used by one thread. */
final class History {

    /** Name of the first phase after which the caches are not known, or null. */
    String unknownSince;

    void lose(String phase) {
        if (unknownSince == null) {
            unknownSince = phase;
        }
    }
}
