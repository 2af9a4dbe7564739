// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.observe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.node.Sections;
import org.quorate.model.text.ShellWords;
import org.quorate.remote.Command;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.Result;
import org.quorate.remote.Visible;

/** Looks on a node for the paths of inodes. Pure functions but for what is asked. */
public final class NodePaths {

    /** In all, on the node. */
    private static final int SECONDS = 120;
    private static final Command.Limits LIMITS = new Command.Limits(Duration.ofSeconds(SECONDS + 20), Duration.ofSeconds(SECONDS + 30), 1 << 20);
    private static final int MOST_CHARACTERS = 1000;

    private NodePaths() {
    }

    /**
     * What was found.
     *
     * @param paths   one of each inode that has one; safe to print
     * @param remarks what a person should know, sentences
     */
    public record Found(Map<Long, String> paths, List<String> remarks) {
    }

    /**
     * Looks for them; up to two minutes, in which the node goes through its file system.
     *
     * @param inodes    at least one
     * @param cancelled asked often
     * @throws RemoteException if the node cannot be reached or asked
     * @throws java.util.concurrent.CancellationException if cancelled; the node goes on until its time is over
     */
    public static Found find(NodeWatch watch, Probe probe, Collection<Long> inodes, BooleanSupplier cancelled) throws RemoteException {
        List<String> words = new ArrayList<>(List.of("sh", "-s", "--", probe.fileSystem(), probe.mountPoint(), probe.escaped(), String.valueOf(SECONDS)));
        inodes.forEach(inode -> words.add(String.valueOf(inode)));
        return watch.ask(shell -> {
            Result result = shell.run(new Command(ShellWords.join(words), script(), watch.isRoot(), LIMITS), cancelled);
            try {
                return read(Sections.read(IntakeSource.of(new ByteArrayInputStream(result.out().kept())), "quorate-paths 1"), probe, inodes);
            } catch (IntakeException e) {
                throw new RemoteException(Kind.ANSWER, shell.target().text() + ": " + e.getMessage() + " (" + result.ending() + ")", true);
            } catch (IOException e) {
                throw new UncheckedIOException("bytes in memory can be read", e);
            }
        }, cancelled);
    }

    private static Found read(Sections sections, Probe probe, Collection<Long> inodes) {
        Map<Long, String> paths = new LinkedHashMap<>();
        for (String[] row : sections.rows("paths", "path", 3)) {
            if (row[1].matches("[0-9]{1,18}") && inodes.contains(Long.parseLong(row[1]))) {
                String path = Visible.text(row[2]).replace('\n', ' ');
                paths.putIfAbsent(Long.parseLong(row[1]), path.length() > MOST_CHARACTERS ? path.substring(0, MOST_CHARACTERS) + "…" : path);
            }
        }
        List<String> remarks = new ArrayList<>();
        for (String line : sections.lines("paths")) {
            switch (line) {
                case "unmounted" -> remarks.add("Paths are unknown, because the file system is not mounted at " + probe.mountPoint() + ".");
                case "disk" -> remarks.add("Paths were read from the disk by debugfs.ocfs2, which misses what was made a moment ago.");
                case "cut" -> remarks.add("Looking for paths was ended after " + SECONDS + " s: some are not known.");
                default -> {
                    // These are paths.
                }
            }
        }
        sections.remarks().forEach(remark -> remarks.add("Paths: " + Visible.text(remark) + "."));
        return new Found(paths, remarks);
    }

    private static byte[] script() {
        try (InputStream in = NodePaths.class.getResourceAsStream("paths.sh")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
