// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.app.ObservePlan;
import org.quorate.model.UnitFormat;
import org.quorate.model.UnitFormatException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How running nodes are watched. */
final class LiveArguments {

    private static final List<String> NEED_LIVE = List.of("--interval", "--for", "--once", "--series", "--top", "--paths", "--host", "--by-address", "--user",
            "--ssh-config", "--password", "--passphrase", "--trust", "--no-sudo", "--batch", "--parallel");
    private static final List<String> NOT_LIVE = List.of("--slabinfo", "--glocks", "--glstats", "--locking-state");

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--live", description = "Ask the running nodes over SSH, all of them, instead of files of one; nothing is changed on them.")
    private boolean live;

    @Option(names = "--interval", paramLabel = "TIME", description = "With --live: from one round to the next, at least 1 s; default: 10 s.")
    private String interval;

    @Option(names = "--for", paramLabel = "TIME", description = "With --live: how long; default: until Ctrl-C, which ends it in order.")
    private String total;

    @Option(names = "--once", description = "With --live: one round only, which gives no rates.")
    private boolean once;

    @Option(names = "--series", paramLabel = "FILE", description = "With --live: also write all samples into this new file while it runs, a line of"
            + " JSON a round.")
    private Path series;

    @Option(names = "--top", paramLabel = "NUMBER", description = "With --live: hot locks, of each node and of all (0 to 100); default: 10.")
    private int top = ObservePlan.TOP;

    @Option(names = "--paths", paramLabel = "NODE", description = "With --live and --for or --once: at the end, look on this node for the paths of the hottest locks. It"
            + " goes through the whole file system, at a low priority and for at most two minutes: that takes locks, and memory for them.")
    private String paths;

    /** Whether running nodes are asked; options that do not go together are told. */
    boolean isLive() {
        List<String> wrong = live ? NOT_LIVE : NEED_LIVE;
        wrong.stream().filter(option -> spec.commandLine().getParseResult().hasMatchedOption(option)).findFirst().ifPresent(option -> {
            throw usage(live ? option + " is of a file, and --live asks nodes" : option + " needs --live");
        });
        return live;
    }

    /** What is wanted. */
    ObservePlan plan(String fileSystem) throws IOException {
        if (once && total != null) {
            throw usage("--once and --for do not go together");
        }
        if (paths != null && total == null && !once) {
            throw usage("--paths needs --for or --once: after Ctrl-C there is no time to look for them");
        }
        if (series != null && Files.exists(series)) {
            throw usage("--series: " + series + " is there already");
        }
        try {
            return new ObservePlan(fileSystem, time("--interval", interval).orElse(ObservePlan.INTERVAL),
                    once ? Optional.of(Duration.ZERO) : time("--for", total), top, Optional.ofNullable(series));
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    /** The node on which paths are looked for. */
    Optional<String> paths() {
        return Optional.ofNullable(paths);
    }

    /** As they were given, but for the file of the series, which is there now. */
    List<String> again() {
        List<String> options = new ArrayList<>(List.of("--live"));
        if (interval != null) {
            options.addAll(List.of("--interval", interval));
        }
        if (once) {
            options.add("--once");
        }
        if (total != null) {
            options.addAll(List.of("--for", total));
        }
        if (top != ObservePlan.TOP) {
            options.addAll(List.of("--top", Integer.toString(top)));
        }
        paths().ifPresent(node -> options.addAll(List.of("--paths", node)));
        return options;
    }

    private Optional<Duration> time(String option, String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UnitFormat.parseTime(text));
        } catch (UnitFormatException e) {
            throw usage(option + ": " + e.getMessage() + " (allowed: " + e.allowed() + ")");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
