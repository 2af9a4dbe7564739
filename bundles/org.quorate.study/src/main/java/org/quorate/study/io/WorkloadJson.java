// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.quorate.model.FileSet;
import org.quorate.model.InitialState;
import org.quorate.model.Node;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;

/**
 * The workload of a scenario as JSON, {@link #FORMAT}, for programs that run it: every default filled in, times in nanoseconds, sizes
 * in bytes, names of enumerations as in the model. Thread-safe.
 */
public final class WorkloadJson {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-workload/1";

    /** A distribution of times in nanoseconds, or of sizes in bytes. */
    private record Distribution(TimeDistribution.Shape shape, long mean, double variation) {
    }

    private record State(InitialState.Caches caches, Optional<String> by, List<String> fileSets) {
    }

    private record Files(String name, String path, long files, Distribution size, FileSet.Layout layout, int directories,
            Optional<String> in, FileSet.Made made, int nameLength) {
    }

    /** @param type {@code closed}, with threads and think time, or {@code open}, with operations a second */
    private record Load(String type, Optional<Integer> threads, Optional<Distribution> thinkTime, Optional<Double> operationsPerSecond) {
    }

    private record Share(Operation operation, double weight, String fileSet, OperationShare.Access access, double zipfExponent,
            Distribution size, boolean fsync, boolean keepOpen, OperationShare.Position at, OperationShare.Way how, List<String> nodes,
            OptionalLong count) {
    }

    private record Stretch(String name, Load load, long duration, long warmUp, OptionalLong operationsPerThread, List<String> nodes,
            boolean inTurn, boolean sequence, boolean measured, boolean dropCaches, boolean syncAfter, List<Share> mix) {
    }

    private record Plan(String format, String scenario, long seed, String mountPoint, List<String> nodes, State initialState,
            List<Files> fileSets, List<Stretch> phases) {
    }

    /** The text, indented, with a line end at its end. */
    public String write(Scenario scenario) {
        InitialState state = scenario.initialState();
        return JsonForm.text(new Plan(FORMAT, scenario.name(), scenario.study().seed(), scenario.mountPoint(),
                scenario.cluster().nodes().stream().map(Node::name).toList(), new State(state.caches(), state.by(), state.fileSets()),
                scenario.workload().fileSets().stream().map(WorkloadJson::files).toList(),
                scenario.workload().phases().stream().map(WorkloadJson::stretch).toList()));
    }

    private static Files files(FileSet set) {
        return new Files(set.name(), set.path(), set.files(), sizes(set.size()), set.layout(), set.directories(), set.in(), set.made(),
                set.nameLength());
    }

    private static Stretch stretch(Phase phase) {
        return new Stretch(phase.name(), load(phase.load()), phase.duration().toNanos(), phase.warmUp().toNanos(), phase.operationsPerThread(),
                phase.nodes(), phase.inTurn(), phase.sequence(), phase.measured(), phase.dropCaches(), phase.syncAfter(),
                phase.mix().stream().map(WorkloadJson::share).toList());
    }

    private static Load load(Phase.Load load) {
        if (load instanceof Phase.Open open) {
            return new Load("open", Optional.empty(), Optional.empty(), Optional.of(open.operationsPerSecond()));
        }
        Phase.Closed closed = (Phase.Closed) load;
        TimeDistribution think = closed.thinkTime();
        return new Load("closed", Optional.of(closed.threads()),
                Optional.of(new Distribution(think.shape(), think.mean().toNanos(), think.variation())), Optional.empty());
    }

    private static Share share(OperationShare share) {
        return new Share(share.operation(), share.weight(), share.fileSet(), share.access(), share.zipfExponent(), sizes(share.size()),
                share.fsync(), share.keepOpen(), share.at(), share.how(), share.nodes(), share.count());
    }

    private static Distribution sizes(SizeDistribution sizes) {
        return new Distribution(sizes.shape(), sizes.mean().value(), sizes.variation());
    }
}
