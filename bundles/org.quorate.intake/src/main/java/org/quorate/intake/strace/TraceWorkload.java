// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.quorate.intake.Names;
import org.quorate.intake.Rejects;
import org.quorate.model.FileSet;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;

/** From what a log uses to sets of files and a phase. Used by one thread. */
final class TraceWorkload {

    /** Share of all operations that makes a directory a set of its own. */
    private static final double LEAST_SHARE = 0.05;
    private static final int MOST_SETS = 8;
    /** The model's most operations of a mix, and threads of a node. */
    private static final int MOST_SHARES = 64;
    private static final int MOST_THREADS = 4096;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Usage usage;
    private final int nodes;
    private final List<String> remarks;
    private final List<FileSet> sets = new ArrayList<>();
    private final List<OperationShare> mix = new ArrayList<>();

    TraceWorkload(Usage usage, int nodes, List<String> remarks) {
        this.usage = usage;
        this.nodes = nodes;
        this.remarks = remarks;
    }

    List<FileSet> sets() {
        return sets;
    }

    /** The phase, and by the way the sets. */
    Phase phase(Tasks tasks, Pauses pauses) {
        long span = tasks.duration();
        Names names = new Names(List.of());
        chosen().forEach((original, group) -> {
            String name = names.next(original, "files");
            sets.add(group.set(name, nodes));
            mix.addAll(group.mix(name));
            remarks.add(name + (name.equals(original) ? "" : " (" + Rejects.shown(original) + ")") + ": " + group.count() + " operations, "
                    + group.old() + " files that were there before; " + String.format(Locale.ROOT, "%.0f %%", 100 * group.shared())
                    + " of them on files that several tasks use, so access " + group.access().name().toLowerCase(Locale.ROOT)
                    + (group.movesElsewhere() ? "; moves are taken as renames, because the set has one directory" : "")
                    + (group.empty() > 0 ? "; " + group.empty() + " empty files are left out of the sizes" : "")
                    + (group.sizesKnown() ? "" : "; no size of a file" + (group.empty() > 0 ? " that is not empty" : "")
                            + " is in the log: 4 KiB is taken"));
        });
        mix.sort(Comparator.comparingDouble(share -> -share.weight()));
        if (mix.size() > MOST_SHARES) {
            remarks.add((mix.size() - MOST_SHARES) + " of " + mix.size() + " kinds of operations, the rarest ones, are left out");
            mix.subList(MOST_SHARES, mix.size()).clear();
            sets.removeIf(set -> mix.stream().noneMatch(share -> share.fileSet().equals(set.name())));
        }
        int threads = (int) Math.max(1, Math.min(MOST_THREADS, Math.round((double) tasks.span() / Math.max(1, span))));
        Duration duration = Duration.ofMillis(span / 1_000_000);
        Duration used = duration.compareTo(SHORTEST) < 0 ? SHORTEST : duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
        remarks.add(usage.operations() + " operations of " + tasks.workers() + " tasks in " + String.format(Locale.ROOT, "%.3f", span / 1e9)
                + " s; " + threads + " of them at the same time on average, as threads on each of " + nodes
                + " nodes: each node does what was logged" + (used.equals(duration) ? "" : "; the phase lasts " + used.toSeconds() + " s"));
        return new Phase("trace", new Phase.Closed(threads, pauses.thinkTime()), used, Duration.ZERO, OptionalLong.empty(), List.of(), false,
                false, true, false, false, mix);
    }

    /** Groups by the directory below the deepest one that holds all, the busiest first. */
    private Map<String, FileGroup> chosen() {
        String root = root();
        Map<String, FileGroup> groups = new LinkedHashMap<>();
        usage.directories().forEach((directory, operations) ->
                groups.computeIfAbsent(key(root, directory), ignored -> new FileGroup()).add(directory, operations));
        for (Usage.FileUse file : usage.files().values()) {
            FileGroup group = file.uses() == 0 ? null : groups.get(key(root, Usage.directory(file.path())));
            if (group != null) {
                group.add(file);
            }
        }
        List<Map.Entry<String, FileGroup>> sorted = new ArrayList<>(groups.entrySet());
        sorted.sort(Comparator.comparing((Map.Entry<String, FileGroup> entry) -> -entry.getValue().count()).thenComparing(Map.Entry::getKey));
        Map<String, FileGroup> chosen = new LinkedHashMap<>();
        for (Map.Entry<String, FileGroup> entry : sorted) {
            boolean own = entry.getValue().count() >= LEAST_SHARE * usage.operations() && chosen.size() < MOST_SETS;
            chosen.computeIfAbsent(own ? entry.getKey() : "other", ignored -> new FileGroup()).add(entry.getValue());
        }
        return chosen;
    }

    private String root() {
        String root = null;
        for (String directory : usage.directories().keySet()) {
            root = root == null ? directory : root;
            while (!inside(directory, root)) {
                root = Usage.directory(root.equals("/") ? "" : root);
            }
        }
        return root;
    }

    private static boolean inside(String path, String root) {
        return root.isEmpty() || path.equals(root) || path.startsWith(root.equals("/") ? root : root + "/");
    }

    private static String key(String root, String directory) {
        if (directory.equals(root)) {
            return root.substring(root.lastIndexOf('/') + 1);
        }
        String below = directory.substring(root.isEmpty() || root.equals("/") ? root.length() : root.length() + 1);
        int slash = below.indexOf('/', 1);
        return slash < 0 ? below : below.substring(0, slash);
    }
}
