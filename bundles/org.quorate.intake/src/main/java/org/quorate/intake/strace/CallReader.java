// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quorate.intake.IntakeException;
import org.quorate.intake.Rejects;

/**
 * Puts system calls together from the lines of a log; a call that others came between is in two lines. Used by one thread.
 */
final class CallReader {

    private static final String UNFINISHED = "<unfinished ...>";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** Characters of all calls that are under way at the same time. */
    private static final long MOST_WAITING = 64 << 20;

    /** What a log tells. */
    interface Events {
        /** A call is over. */
        void call(Call call) throws IntakeException;

        /** A task begins a call that makes another; the log may show the other before the call's end. */
        void forking(Call begun) throws IntakeException;

        /** A task is gone. */
        void exited(int task) throws IntakeException;
    }

    /** The first half of a call. */
    private record Begun(long start, String name, String text) {
    }

    private final Rejects rejects;
    private final Events events;
    private final Map<Integer, Begun> waiting = new HashMap<>();
    private long waitingLength;
    private long understood;

    CallReader(Rejects rejects, Events events) {
        this.rejects = rejects;
        this.events = events;
    }

    /** Lines that are of a log. */
    long understood() {
        return understood;
    }

    void line(long number, String line) throws IntakeException {
        if (line.startsWith("strace: ")) {
            return;
        }
        int at = 0;
        int task = Tasks.UNNAMED;
        int bracket = line.startsWith("[pid ") ? line.indexOf(']') : -1;
        int space = line.indexOf(' ');
        if (bracket > 0) {
            task = task(line.substring(5, bracket).strip());
            at = bracket + 1;
        } else if (space > 0 && line.substring(0, space).indexOf('.') < 0) {
            task = task(line.substring(0, space));
            at = space;
        }
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        int end = line.indexOf(' ', at);
        long time = end < 0 || task < 0 ? -1 : time(line.substring(at, end));
        if (time < 0) {
            rejects.add(number, line, "does not begin with a process and a time as strace -f -ttt writes them");
            return;
        }
        event(number, line, task, time, line.substring(end + 1));
    }

    private static int length(Begun begun) {
        return begun == null ? 0 : begun.text().length();
    }

    private static int task(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** Seconds with a point, as nanoseconds; -1 if it is none, or a time of day. */
    private static long time(String text) {
        int point = text.indexOf('.');
        if (point < 6 || point > 10 || !text.matches("[0-9]+\\.[0-9]{1,9}")) {
            return -1;
        }
        String fraction = (text.substring(point + 1) + "000000000").substring(0, 9);
        return Long.parseLong(text.substring(0, point)) * NANOS_PER_SECOND + Long.parseLong(fraction);
    }

    private void event(long number, String line, int task, long time, String rest) throws IntakeException {
        if (rest.startsWith("+++ ")) {
            understood++;
            waitingLength -= length(waiting.remove(task));
            events.exited(task);
        } else if (rest.startsWith("--- ")) {
            understood++;
        } else if (rest.startsWith("<... ")) {
            resumed(number, line, task, rest);
        } else {
            int parenthesis = rest.indexOf('(');
            if (parenthesis <= 0 || !rest.substring(0, parenthesis).matches("[a-z_][a-z0-9_]{0,40}")) {
                rejects.add(number, line, "no system call");
            } else if (rest.endsWith(UNFINISHED)) {
                begun(task, time, rest.substring(0, parenthesis), rest.substring(parenthesis + 1, rest.length() - UNFINISHED.length()));
            } else {
                whole(number, line, task, time, rest.substring(0, parenthesis), rest.substring(parenthesis + 1));
            }
        }
    }

    private void begun(int task, long time, String name, String text) throws IntakeException {
        understood++;
        Begun before = waiting.put(task, new Begun(time, name, text));
        waitingLength += text.length() - length(before);
        if (waitingLength > MOST_WAITING) {
            throw new IntakeException("too many calls are under way at the same time: no log of a real program");
        }
        if (name.startsWith("clone") || name.endsWith("fork")) {
            events.forking(new Call(0, task, time, time, name, Arguments.split(text), 0, ""));
        }
    }

    private void resumed(long number, String line, int task, String rest) throws IntakeException {
        int end = rest.indexOf(" resumed>");
        boolean unnamed = task == Tasks.UNNAMED && !waiting.containsKey(task) && waiting.size() == 1;
        Begun first = waiting.remove(unnamed ? waiting.keySet().iterator().next() : task);
        waitingLength -= length(first);
        if (end < 0 || first == null || !first.name().equals(rest.substring(5, end))) {
            rejects.add(number, line, "the beginning of the call is not in the log");
            return;
        }
        whole(number, line, task, first.start(), first.name(), first.text() + rest.substring(end + " resumed>".length()));
    }

    /** A call from behind its opening parenthesis. */
    private void whole(long number, String line, int task, long start, String name, String text) throws IntakeException {
        int equals = text.lastIndexOf(" = ");
        while (equals >= 0 && !text.substring(Math.max(0, equals - 60), equals).stripTrailing().endsWith(")")) {
            equals = text.lastIndexOf(" = ", equals - 1);
        }
        Optional<Long> duration = duration(text);
        if (equals < 0 || duration.isEmpty()) {
            boolean exit = name.startsWith("exit") || text.contains("= ?");
            if (!exit) {
                rejects.add(number, line, equals < 0 ? "cut: the result is missing" : "cut: the time that the call took (-T) is missing");
            }
            return;
        }
        understood++;
        String args = text.substring(0, equals).stripTrailing();
        String result = text.substring(equals + 3);
        String[] words = result.split(" ", 3);
        long value = value(words[0]);
        events.call(new Call(number, task, start, start + duration.get(), name, Arguments.split(args.substring(0, args.length() - 1)), value,
                value < 0 && words.length > 1 ? words[1] : ""));
    }

    /** The time in angle brackets at the end. */
    private static Optional<Long> duration(String text) {
        int start = text.lastIndexOf('<');
        if (start < 0 || !text.endsWith(">")) {
            return Optional.empty();
        }
        String seconds = text.substring(start + 1, text.length() - 1);
        return seconds.matches("[0-9]{1,7}\\.[0-9]{1,9}") ? Optional.of(Math.round(Double.parseDouble(seconds) * NANOS_PER_SECOND))
                : Optional.empty();
    }

    private static long value(String word) {
        String number = word.indexOf('<') > 0 ? word.substring(0, word.indexOf('<')) : word;
        if (number.matches("[0-9]{1,18}")) {
            return Long.parseLong(number);
        }
        return number.startsWith("-") ? -1 : 0;
    }
}
