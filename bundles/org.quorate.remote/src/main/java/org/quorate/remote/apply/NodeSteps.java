// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.remote.Command;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteShell.Live;
import org.quorate.remote.Result;
import org.quorate.remote.apply.StepEnd.Kind;

/**
 * Runs steps of one export on nodes by step.sh. A change runs there by itself; a connection that breaks is made again, and how the step ended
 * is read from what it left. Thread-safe.
 */
final class NodeSteps {

    private static final Pattern WORD = Pattern.compile("quorate-step (ended ([0-9]{1,3})|died|never|absent|restarted)");
    private static final Pattern BOOT = Pattern.compile("([0-9a-f-]{36})\n(there|absent)\n");
    private static final Command.Limits QUICK = new Command.Limits(Duration.ofSeconds(60), Duration.ofMinutes(3), 1 << 16);
    /** What a step may take; packages of a slow mirror, a format of a large LUN. It can be silent meanwhile. */
    private static final Command.Limits LONG = new Command.Limits(Duration.ofHours(6), Duration.ofHours(12), 1 << 16);
    /** What is no answer, before it is given up: who looks can be killed there. */
    private static final int ANSWERS = 2;
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final String run;
    private final byte[] export;
    private final Duration patience;
    private final BooleanSupplier cancelled;
    private final Consumer<String[]> remark;

    /**
     * @param run      its name
     * @param export   as a tar archive
     * @param patience how long a connection that broke is tried to be made again
     * @param remark   told name of a node and a text
     */
    NodeSteps(String run, byte[] export, Duration patience, BooleanSupplier cancelled, Consumer<String[]> remark) {
        this.run = run;
        this.export = export;
        this.patience = patience;
        this.cancelled = cancelled;
        this.remark = remark;
    }

    private static String script() {
        try (InputStream in = NodeSteps.class.getResourceAsStream("step.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of this bundle can be read", e);
        }
    }

    private static Command command(Command.Limits limits, String... words) {
        List<String> line = new ArrayList<>(List.of("sh", "-c", script(), "step"));
        line.addAll(List.of(words));
        return Command.of(line.toArray(String[]::new)).asRoot().within(limits);
    }

    /**
     * Sees to it that the export is on the node, for the time of this run. Safe to do again.
     *
     * @return boot id of the node
     */
    String place(NodeLink link) throws RemoteException {
        Result hello = link.run(command(QUICK, "hello", run), Live.SILENT, cancelled);
        Matcher told = BOOT.matcher(hello.out().text());
        if (!hello.succeeded() || !told.matches()) {
            throw new RemoteException(RemoteException.Kind.FILE, link.name() + " cannot be asked: " + hello.ending());
        }
        if (told.group(2).equals("absent")) {
            Result placed = link.run(command(QUICK, "place", run).reading(export), Live.SILENT, cancelled);
            if (!placed.succeeded()) {
                String said = placed.err().text().strip().lines().findFirst().orElse(placed.ending());
                throw new RemoteException(RemoteException.Kind.FILE, link.name() + ": the export cannot be put into /run/quorate: " + said);
            }
        }
        return told.group(1);
    }

    /** Tells what a step would change. */
    StepEnd plan(NodeLink link, String step, Lines lines) throws RemoteException {
        StepEnd end = end(link.run(command(LONG, "plan", run, link.name(), step), live(lines), cancelled), "");
        if (end.kind() != Kind.NEVER) {
            return end;
        }
        place(link);
        return end(link.run(command(LONG, "plan", run, link.name(), step), live(lines), cancelled), "");
    }

    /**
     * Begins a step and follows it to its end, over as many connections as it takes.
     *
     * @param begun its place was never used before
     * @param wwid  that is confirmed; empty: none
     * @throws RemoteException       if it has not begun
     * @throws CancellationException if cancelled; it goes on if it has begun
     */
    StepEnd change(NodeLink link, FormerRun.Begun begun, String wwid, Lines lines) throws RemoteException {
        try {
            StepEnd end = end(link.run(command(LONG, "start", run, begun.place(), begun.verb().word(), link.name(), begun.step(), wwid), live(lines),
                    cancelled), "");
            return end.kind() == Kind.LOST ? look(link, begun, lines, end.why()) : end;
        } catch (RemoteException e) {
            if (!e.mayHaveRun()) {
                throw e;
            }
            remark.accept(new String[] {link.name(), e.getMessage() + "; connecting again"});
            return look(link, begun, lines, e.getMessage());
        }
    }

    /**
     * Finds out how a step stands that was begun, and follows it to its end; it will not begin any more if it has not.
     *
     * @param begun by this run or another
     * @param lines that were told so far; told the others
     * @param why   it is not known
     */
    StepEnd look(NodeLink link, FormerRun.Begun begun, Lines lines, String why) {
        long until = System.nanoTime() + patience.toNanos();
        String last = why;
        for (int answers = 0;;) {
            try {
                String from = String.valueOf(lines.total() + 1);
                StepEnd end = end(link.run(command(LONG, "look", begun.run(), begun.place(), begun.boot(), from), live(lines), cancelled), why);
                if (end.kind() != Kind.LOST || ++answers >= ANSWERS) {
                    return end;
                }
            } catch (RemoteException e) {
                last = e.getMessage();
                if (e.kind().isFinal()) {
                    return StepEnd.without(Kind.LOST, "the node lets nobody look, and the step goes on by itself if it was at work (" + last + ")");
                }
                if (System.nanoTime() > until) {
                    return StepEnd.without(Kind.LOST, "the connection is lost, and the step goes on by itself if it was at work (" + last + ")");
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /**
     * Removes what is kept of a run.
     *
     * @param over asked often: it is left then
     * @throws RemoteException       if it cannot be
     * @throws CancellationException if it is over
     */
    void forget(NodeLink link, String of, BooleanSupplier over) throws RemoteException {
        Result result = link.run(command(QUICK, "gone", of), Live.SILENT, over);
        if (!result.succeeded()) {
            throw new RemoteException(RemoteException.Kind.FILE, result.ending());
        }
    }

    private static Live live(Lines lines) {
        return new Live() {
            @Override
            public void out(byte[] bytes) {
                lines.add(bytes);
            }

            @Override
            public void err(byte[] bytes) {
                // Words for this program, read when all is there.
            }
        };
    }

    private static StepEnd end(Result result, String why) {
        String said = result.err().text().stripTrailing();
        Matcher word = WORD.matcher(said.substring(said.lastIndexOf('\n') + 1));
        if (result.err().isCut() || !word.matches()) {
            return StepEnd.without(Kind.LOST, "the node answers what this program does not understand: " + result.ending());
        }
        String before = said.contains("\n") ? ": " + said.substring(0, said.lastIndexOf('\n')).strip().replace('\n', ' ') : "";
        if (word.group(2) != null) {
            int code = Integer.parseInt(word.group(2));
            return code <= 255 ? StepEnd.with(code) : StepEnd.without(Kind.LOST, "the node answers with an exit code that there is not: " + code);
        }
        return switch (word.group(1)) {
            case "never" -> StepEnd.without(Kind.NEVER, (why.isEmpty() ? "it could not be begun" : "it had not begun when the connection broke (" + why + ")") + before);
            case "absent" -> StepEnd.without(Kind.NEVER, "the export is not on the node any more");
            case "restarted" -> StepEnd.without(Kind.GONE, "the node has restarted meanwhile, which ended it");
            default -> StepEnd.without(Kind.GONE, "its process was ended by something, without an exit code" + before);
        };
    }
}
