// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.util.List;

/**
 * One system call of a log, whole.
 *
 * @param line   where it ended
 * @param task   that made it
 * @param start  nanoseconds since the epoch
 * @param end    the same
 * @param name   of the call
 * @param args   as written
 * @param result 0 or more; -1 if it failed
 * @param error  as ENOENT, empty if it did not fail
 */
record Call(long line, int task, long start, long end, String name, List<String> args, long result, String error) {

    boolean failed() {
        return result < 0;
    }

    /** An argument, empty if there are fewer. */
    String arg(int index) {
        return index < args.size() ? args.get(index) : "";
    }

    /** An argument that is a file descriptor, -1 if it is none. */
    int descriptor(int index) {
        return (int) number(arg(index), -1);
    }

    /** The number that an argument begins with. */
    long number(int index) {
        return number(arg(index), 0);
    }

    private static long number(String text, long otherwise) {
        int end = 0;
        while (end < text.length() && end < 18 && Character.digit(text.charAt(end), 10) >= 0) {
            end++;
        }
        return end == 0 ? otherwise : Long.parseLong(text.substring(0, end));
    }
}
