// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.quorate.provision.plan.Step;
import org.quorate.remote.Connector;
import org.quorate.remote.Target;

/** Does jobs. Thread-safe. */
public final class Applier {

    /** How long a connection that broke during a step is tried to be made again: a switch that restarts is back by then. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Who who;
    private final Clock clock;
    private final Map<String, String> environment;
    private final Duration patience;

    /**
     * Who does it, for the log.
     *
     * @param user    who runs this program
     * @param host    where
     * @param program name and version
     */
    public record Who(String user, String host, String program) {
    }

    /**
     * @param clock       that the log is dated by
     * @param environment of the process, with the secrets that the scenario says are there
     */
    public Applier(Who who, Clock clock, Map<String, String> environment) {
        this(who, clock, environment, PATIENCE);
    }

    /** @param patience how long a connection that broke during a step is tried to be made again */
    Applier(Who who, Clock clock, Map<String, String> environment, Duration patience) {
        this.who = who;
        this.clock = clock;
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    /**
     * Does one; seconds to an hour.
     *
     * @param targets by name of the node; the quorum device, if there is one, by its address
     * @param cancelled asked often; steps that have begun on nodes go on there
     * @return also if it failed, was not confirmed or was cancelled: it says how far it came
     * @throws IOException if the audit log, or what a step of this machine needs, cannot be written: nothing begins that is not in the log
     */
    public ApplyResult run(ApplyJob job, Map<String, Target> targets, Connector connector, Confirmations confirmations, ApplyListener listener,
            BooleanSupplier cancelled) throws IOException {
        byte[] random = new byte[3];
        new SecureRandom().nextBytes(random);
        String name = TIME.format(clock.instant()) + "-" + HexFormat.of().formatHex(random);
        Told told = new Told(listener);
        Board board = new Board(job, told);
        NodeSteps nodeSteps = new NodeSteps(name, Tar.of(job.plan().files()), patience, cancelled, words -> told.remark(words[0], words[1]));
        boolean here = job.steps().stream().anyMatch(step -> step.where() == Step.Where.ADMIN_HOST);
        try (AdminSteps adminSteps = here ? AdminSteps.of(job.plan(), environment) : null) {
            Optional<String> obstacle = here ? adminSteps.obstacle() : Optional.empty();
            if (obstacle.isPresent()) {
                return board.result(name, ApplyResult.Ending.REFUSED, "this machine runs the steps " + job.steps().stream()
                        .filter(step -> step.where() == Step.Where.ADMIN_HOST).map(Step::id).collect(Collectors.joining(", "))
                        + " itself, which takes bash 4 or later with the GNU tools: " + obstacle.get()
                        + ". Run quorate on Linux (on Windows: in WSL), or name only other steps. Nothing was changed.", "");
            }
            return new ApplyRun(name, job, board, nodeSteps, adminSteps, new ApplyRun.Surroundings(targets, connector, confirmations, told, who, clock,
                    cancelled)).run();
        }
    }
}
