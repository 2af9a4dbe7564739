// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.intake.Imported;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Lines;
import org.quorate.intake.LunFigures;
import org.quorate.intake.Rejects;
import org.quorate.model.Phase;

/**
 * Reads a log of {@code strace -f -ttt -T} into sets of files and a phase. Pure function of the file, thread-safe. The mix is what was
 * done; threads are the tasks that worked at the same time; think time is what they did other than work on files.
 */
public final class StraceReader {

    private final Rejects rejects = new Rejects();
    private final Interpreter interpreter;
    private final CallReader calls;

    private StraceReader(Optional<String> below) {
        interpreter = new Interpreter(new Places(below), rejects);
        calls = new CallReader(rejects, interpreter);
    }

    /**
     * Reads a log of up to 1 GiB.
     *
     * @param below only files below this absolute directory count; absent: all but those of the operating system
     * @param nodes that will do the work, each all of it
     * @throws IntakeException if it is no such log, uses no file that counts, or is too large
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Imported read(Optional<String> below, int nodes, IntakeSource source) throws IOException {
        return new StraceReader(below).read(nodes, source);
    }

    private Imported read(int nodes, IntakeSource source) throws IOException {
        Lines lines = new Lines(source, rejects);
        for (String line = lines.next(); line != null; line = lines.next()) {
            calls.line(lines.number(), line);
        }
        interpreter.end();
        if (calls.understood() == 0) {
            throw rejects.useless("the log is empty", "of a log as strace -f -ttt -T -o FILE writes it");
        }
        if (interpreter.usage().operations() == 0) {
            throw new IntakeException("no call works on a file of the shared file system (" + interpreter.outside()
                    + " calls are on other files); say below which folder the shared file system is");
        }
        List<String> remarks = new ArrayList<>();
        TraceWorkload workload = new TraceWorkload(interpreter.usage(), nodes, remarks);
        Phase phase = workload.phase(interpreter.tasks(), interpreter.pauses());
        if (interpreter.outside() > 0) {
            remarks.add(interpreter.outside() + " calls are on files elsewhere (the operating system's, or not below the directory that was given)");
        }
        return new Imported(workload.sets(), List.of(phase), LunFigures.NONE, remarks, rejects.list());
    }
}
