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
        return index >= 0 && index < args.size() ? args.get(index) : "";
    }

    /** An argument that is a file descriptor, -1 if it is none. */
    int descriptor(int index) {
        String text = arg(index);
        return text.matches("[0-9]{1,9}(<.*)?") ? (int) number(text, -1) : -1;
    }

    /** Which argument is the first path: none but the descriptor of its directory comes before it. */
    int firstPath() {
        return arg(0).startsWith("\"") ? 0 : 1;
    }

    /** Which argument is the last path, of calls that have two; -1 if there is none. */
    int lastPath() {
        int last = args.size() - 1;
        while (last >= 0 && !args.get(last).startsWith("\"")) {
            last--;
        }
        return last;
    }

    /** The call could have a path behind the descriptor, and has none: it is on the descriptor itself. */
    boolean namesDescriptor() {
        return descriptor(0) >= 0 && !name.equals("execveat") && (arg(1).equals("NULL") || arg(1).equals("\"\""));
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
