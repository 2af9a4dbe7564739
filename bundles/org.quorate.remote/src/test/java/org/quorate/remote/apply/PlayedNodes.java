// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.remote.Command;
import org.quorate.remote.Connector;
import org.quorate.remote.Output;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;

/** Nodes that only play, for what real ones ({@link ApplyHosts}) would take long to show. */
final class PlayedNodes implements Connector {

    private static final Pattern STEP = Pattern.compile("(?s).* step ([a-z]+) (.*)");

    /** Of each command: node, verb of step.sh and its arguments. */
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    /** What nodes answer to commands that match; 0 of what is not here. */
    final Map<String, String> answers = new LinkedHashMap<>();
    /** Cannot be connected to. */
    final Set<String> gone = new HashSet<>();
    /** What was said of nodes, beside steps. */
    final List<String> remarks = Collections.synchronizedList(new ArrayList<>());
    /** The run is cancelled once something that matches is asked; empty: never. */
    String cancelAt = "";
    /** What matches is never answered; empty: all is. */
    String silentAt = "";
    private volatile boolean cancelled;

    static Target target(String node) {
        return new Target(node, "198.51.100.1", 22, "root", node, List.of(), false, Optional.empty(), List.of(), false, false, Target.Limits.DEFAULT,
                List.of());
    }

    ApplyResult run(ApplyJob job, Confirmations confirmations) throws Exception {
        asked.clear();
        remarks.clear();
        cancelled = false;
        Map<String, Target> targets = new LinkedHashMap<>();
        job.nodes().forEach(node -> targets.put(node, target(node)));
        return new Applier(new Applier.Who("tester", "here", "quorate test"), Clock.systemUTC(), System.getenv(), Duration.ZERO)
                .run(job, targets, this, confirmations, new ApplyListener() {
                    @Override
                    public void remark(String node, String text) {
                        remarks.add(node + " " + text);
                    }
                }, () -> cancelled);
    }

    static ApplyJob job(ProvisioningPlan plan, boolean resume, Path audit, String... only) {
        return job(plan, resume, audit, 3, only);
    }

    static ApplyJob job(ProvisioningPlan plan, boolean resume, Path audit, int atOnce, String... only) {
        return new ApplyJob(plan, Verb.APPLY, List.of(only), resume, atOnce, audit);
    }

    List<String> asked(String verb) {
        return asked.stream().filter(call -> call.matches("\\S+ " + verb + " .*")).sorted().toList();
    }

    @Override
    public RemoteShell connect(Target target, BooleanSupplier cancelled) throws RemoteException {
        if (gone.contains(target.name())) {
            throw new RemoteException(RemoteException.Kind.CONNECT, target.name() + " cannot be connected to: test");
        }
        return new RemoteShell() {
            @Override
            public Target target() {
                return target;
            }

            @Override
            public Result run(Command command, Live live, BooleanSupplier stop) {
                Result answer = answer(target.name(), command.line());
                if (stop.getAsBoolean()) {
                    throw new CancellationException();
                }
                return answer;
            }

            @Override
            public void close() {
                // There is nothing.
            }
        };
    }

    private Result answer(String node, String line) {
        Matcher step = STEP.matcher(line);
        if (!step.matches()) {
            throw new AssertionError(line);
        }
        String call = node + " " + step.group(1) + " " + step.group(2);
        asked.add(call);
        cancelled |= !cancelAt.isEmpty() && call.matches(cancelAt);
        if (!silentAt.isEmpty() && call.matches(silentAt)) {
            silence();
        }
        String word = "quorate-step ended 000\n";
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            word = call.matches(answer.getKey()) ? answer.getValue() : word;
        }
        String said = step.group(1).equals("hello") ? "11111111-2222-3333-4444-555555555555\nthere\n" : "";
        return new Result(0, Optional.empty(), output(said), output(word));
    }

    /** Until the thread is not waited for any more. */
    private static void silence() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }

    private static Output output(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Output(bytes, bytes.length);
    }
}
