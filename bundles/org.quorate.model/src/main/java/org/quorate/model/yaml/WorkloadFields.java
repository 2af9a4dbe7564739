// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.quorate.model.yaml.Field.of;
import static org.quorate.model.yaml.Field.optional;
import static org.quorate.model.yaml.Field.required;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.quorate.model.Bytes;
import org.quorate.model.Cluster;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;
import org.quorate.model.Workload;

/** The fields of {@code workload}, and how they become records and back. */
final class WorkloadFields {

    /** Fields of {@code workload.fileSets[]}. */
    static final class Sets {
        static final Field<String> NAME = required("name", Texts.IDENTIFIER, "Name that operations refer to.");
        static final Field<String> IN = optional("in", Texts.IDENTIFIER, "directories of its own",
                "The set, listed before, whose directories these files lie in, too.");
        static final Field<FileSet.Made> MADE = of("made", Scalars.choice("time", FileSet.Made.class),
                FileSet.Made.AT_START, "at-start: the files exist when the first phase starts; on-use: the first operation that "
                        + "opens one creates it.");
        static final Field<String> PATH = optional("path", Texts.RELATIVE_PATH, "the name",
                "Directory below the mount point.");
        static final Field<Long> FILES = of("files", Scalars.wholeLong(0, 100_000_000), 0L,
                "Files over all nodes that exist when the first phase starts, or on use; 0 if a phase makes them.");
        static final Field<SizeDistribution> SIZE = of("size", Texts.sizes(Bytes.ZERO, Bytes.gib(1L << 20)),
                SizeDistribution.constant(Bytes.kib(4)), "Size of each file.");
        static final Field<FileSet.Layout> LAYOUT = of("layout", Scalars.choice("layout", FileSet.Layout.class),
                FileSet.Layout.SHARED,
                "private: a directory for each node; shared: one for all; tree: spread over directories that all use; each: "
                        + "a directory for each file, made by mkdir, below one for each node.");
        static final Field<Integer> NAME_LENGTH = of("nameLength", Scalars.whole(1, 255), 16,
                "Characters of a file's name: how many fit into a directory block.").from("kernel reference 4.1");
        static final Field<Integer> DIRECTORIES = optional("directories", Scalars.whole(1, 1_000_000),
                "16 for layout tree", "Number of directories of layout tree.");
        static final FieldType.Mapping TYPE = new FieldType.Mapping("a file set",
                List.of(NAME, IN, PATH, FILES, MADE, SIZE, NAME_LENGTH, LAYOUT, DIRECTORIES));

        private Sets() {
        }

        /** @param before the sets that are listed before it, by name */
        static FileSet build(Section section, Map<String, FileSet> before) {
            String name = section.get(NAME);
            Optional<FileSet> parent = section.given(IN).map(before::get);
            FileSet.Layout layout = section.given(LAYOUT).or(() -> parent.map(FileSet::layout))
                    .orElseGet(() -> section.get(LAYOUT));
            return new FileSet(name, parent.map(FileSet::path).orElseGet(() -> section.or(PATH, name)), section.get(FILES),
                    section.get(SIZE), layout,
                    parent.map(FileSet::directories).orElseGet(() -> section.or(DIRECTORIES, layout == FileSet.Layout.TREE ? 16 : 1)),
                    section.given(IN), section.get(MADE), section.get(NAME_LENGTH));
        }

        static void write(FileSet set, SectionWriter out) {
            boolean own = set.in().isEmpty();
            out.put(NAME, set.name()).put(IN, set.in()).putIf(own, PATH, set.path()).put(FILES, set.files())
                    .put(MADE, set.made()).put(SIZE, set.size()).put(NAME_LENGTH, set.nameLength())
                    .putIf(own || set.layout() == FileSet.Layout.EACH, LAYOUT, set.layout())
                    .putIf(own && set.layout() == FileSet.Layout.TREE, DIRECTORIES, set.directories());
        }
    }

    /** Fields of {@code workload.phases[].mix[]}. */
    static final class Mix {
        /** Operations that move data: only they have a size. */
        static final Set<Operation> WITH_SIZE = Set.of(Operation.CREATE, Operation.READ, Operation.WRITE,
                Operation.APPEND, Operation.SESSION);
        /** Operations after which fsync has something to do. */
        static final Set<Operation> WITH_FSYNC = Set.of(Operation.CREATE, Operation.WRITE, Operation.APPEND,
                Operation.SESSION);
        static final Field<Operation> OPERATION = required("operation", Scalars.choice("operation", Operation.class),
                "What is done, one system call group.");
        static final Field<Double> WEIGHT = of("weight", Scalars.number(0, 1e9), 1.0,
                "Its share relative to the others of the mix.");
        static final Field<String> FILE_SET = required("fileSet", Texts.IDENTIFIER, "Name of the file set it works on.");
        static final Field<OperationShare.Access> ACCESS = of("access",
                Scalars.choice("access", OperationShare.Access.class), OperationShare.Access.OWN,
                "Which files: own, those of the next node, or each of all, one after the other; any, each equally likely; zipf, the "
                        + "first ones most; first, always the first; hashed, any of those whose names' hash falls on the node.");
        static final Field<Double> ZIPF = optional("zipfExponent", Scalars.number(0, 3), "0.99 for access zipf",
                "Skew of access zipf.").from("the default of YCSB (Cooper et al. 2010)");
        static final Field<SizeDistribution> SIZE = optional("size", Texts.sizes(Bytes.ZERO, Bytes.gib(1)),
                "the size of the set's files", "Bytes that one operation reads or writes; 0 B only for create.");
        static final Field<Boolean> FSYNC = of("fsync", Scalars.YES_NO, false,
                "Followed by fsync, whose time belongs to the operation.");
        /** Operations that use a file which is open. */
        static final Set<Operation> WITH_OPEN = Set.of(Operation.READ, Operation.WRITE, Operation.APPEND, Operation.FLOCK,
                Operation.FCNTL);
        /** Operations that begin somewhere in a file. */
        static final Set<Operation> WITH_POSITION = Set.of(Operation.READ, Operation.WRITE);
        /** Operations that can go another way than through the page cache. */
        static final Set<Operation> WITH_WAY = Set.of(Operation.READ, Operation.WRITE, Operation.APPEND);
        static final Field<Boolean> KEEP_OPEN = of("keepOpen", Scalars.YES_NO, false,
                "Each thread opens a file at its first use in the phase and closes it at the phase's end.");
        static final Field<OperationShare.Position> AT = of("at", Scalars.choice("position", OperationShare.Position.class),
                OperationShare.Position.START, "start of the file, next: where the thread's last such operation ended, or random: anywhere.");
        static final Field<OperationShare.Way> HOW = of("how", Scalars.choice("way", OperationShare.Way.class),
                OperationShare.Way.BUFFERED, "buffered by the page cache, direct (O_DIRECT), or mapped (mmap).");
        static final Field<List<String>> NODES = optional("nodes", new FieldType.ListOf<>(Texts.HOST_NAME, 1, Cluster.MOST_NODES),
                "all of the phase", "The nodes of the phase that do this.");
        static final Field<Long> COUNT = optional("count", Scalars.wholeLong(1, 1_000_000_000L),
                "only in phases with sequence", "Operations of each thread before the next item of the sequence.");
        static final FieldType.Mapping TYPE = new FieldType.Mapping("an operation", List.of(OPERATION, WEIGHT, FILE_SET,
                ACCESS, ZIPF, SIZE, FSYNC, KEEP_OPEN, AT, HOW, NODES, COUNT));

        private Mix() {
        }

        static OperationShare build(Section section, Map<String, FileSet> sets, Optional<OperationShare.Routing> routing) {
            Operation operation = section.get(OPERATION);
            OperationShare.Access access = operation == Operation.SESSION && routing.isPresent() ? routing.get().access()
                    : section.get(ACCESS);
            String set = section.get(FILE_SET);
            SizeDistribution size = WITH_SIZE.contains(operation) ? section.or(SIZE, sets.get(set).size())
                    : SizeDistribution.constant(Bytes.ZERO);
            return new OperationShare(operation, section.get(WEIGHT), set, access,
                    section.or(ZIPF, access == OperationShare.Access.ZIPF ? 0.99 : 0.0), size, section.get(FSYNC),
                    section.get(KEEP_OPEN), section.get(AT), section.get(HOW), section.or(NODES, List.of()),
                    section.given(COUNT).map(OptionalLong::of).orElse(OptionalLong.empty()));
        }

        static void write(OperationShare share, SectionWriter out) {
            out.put(OPERATION, share.operation()).put(WEIGHT, share.weight()).put(FILE_SET, share.fileSet())
                    .put(ACCESS, share.access())
                    .putIf(share.access() == OperationShare.Access.ZIPF, ZIPF, share.zipfExponent())
                    // What is absent is the size of the set's files; only a file that is made can be empty on purpose.
                    .putIf(share.operation() == Operation.CREATE || WITH_SIZE.contains(share.operation()) && share.size().mean().value() > 0, SIZE,
                            share.size())
                    .putIf(WITH_FSYNC.contains(share.operation()), FSYNC, share.fsync())
                    .putIf(WITH_OPEN.contains(share.operation()), KEEP_OPEN, share.keepOpen())
                    .putIf(WITH_POSITION.contains(share.operation()), AT, share.at())
                    .putIf(WITH_WAY.contains(share.operation()), HOW, share.how())
                    .putIf(!share.nodes().isEmpty(), NODES, share.nodes());
            share.count().ifPresent(count -> out.put(COUNT, count));
        }
    }

    /** Fields of {@code workload.phases[]}. */
    static final class Phases {
        private static final Duration LONGEST = Duration.ofHours(24);
        static final Field<Integer> THREADS = of("threads", Scalars.whole(1, Phase.Closed.MOST_THREADS), 1, "Threads on each node.");
        static final Field<TimeDistribution> THINK_TIME = of("thinkTime", Texts.times(Duration.ZERO, Duration.ofHours(1)),
                TimeDistribution.NONE, "Pause between the operations of one thread.");
        static final Field<Double> RATE = required("rate", Scalars.perSecond(10_000_000),
                "Operations that arrive at each node, at random.");
        static final FieldType.Mapping CLOSED_TYPE = new FieldType.Mapping("a closed load", List.of(THREADS, THINK_TIME));
        static final FieldType.Mapping OPEN_TYPE = new FieldType.Mapping("an open load", List.of(RATE));

        static final Field<String> NAME = required("name", Texts.IDENTIFIER, "Name in results, unique in the workload.");
        static final Field<Section> CLOSED = optional("closed", CLOSED_TYPE, "one thread a node, unless the load is open",
                "A fixed number of threads that think between operations.");
        static final Field<Section> OPEN = optional("open", OPEN_TYPE, "the load is closed",
                "Operations arrive whether or not earlier ones are done.");
        static final Field<Duration> DURATION = optional("duration", Scalars.time(Duration.ZERO, LONGEST),
                "until every thread has done operationsPerThread or the sequence", "Simulated length of the phase.");
        static final Field<Duration> WARM_UP = of("warmUp", Scalars.time(Duration.ZERO, LONGEST), Duration.ZERO,
                "The first part of it, left out of the figures.");
        static final Field<Long> OPERATIONS = optional("operationsPerThread", Scalars.wholeLong(1, 1_000_000_000L),
                "the phase ends after its duration", "A fixed number of operations for each thread.");
        static final Field<List<String>> NODES = optional("nodes", new FieldType.ListOf<>(Texts.HOST_NAME, 1, Cluster.MOST_NODES), "all",
                "The nodes that work.");
        static final Field<OperationShare.Routing> ROUTING = optional("routing", Scalars.choice("routing", OperationShare.Routing.class),
                "access of each operation",
                "How a load balancer chooses the node of a session: sticky, where it began; round-robin, any; hash, as its hash says.");
        static final Field<Boolean> IN_TURN = of("inTurn", Scalars.YES_NO, false,
                "The nodes do one operation each in turn, never two at once.");
        static final Field<Boolean> SEQUENCE = of("sequence", Scalars.YES_NO, false,
                "Each thread does count operations of the first item of the mix, then of the second, and so on.");
        static final Field<Boolean> MEASURED = of("measured", Scalars.YES_NO, true,
                "false: only prepares for later phases.");
        static final Field<Boolean> DROP_CACHES = of("dropCaches", Scalars.YES_NO, false,
                "The nodes of the phase drop their caches before it.");
        static final Field<Boolean> SYNC_AFTER = of("syncAfter", Scalars.YES_NO, false,
                "The nodes of the phase write everything back when it ends, and that belongs to the phase.");
        static final Field<List<Section>> MIX = optional("mix", new FieldType.ListOf<>(Mix.TYPE, 1, 64),
                "none: time passes", "The operations with their weights.");
        static final FieldType.Mapping TYPE = new FieldType.Mapping("a phase", List.of(NAME, CLOSED, OPEN, DURATION,
                WARM_UP, OPERATIONS, NODES, ROUTING, IN_TURN, SEQUENCE, MEASURED, DROP_CACHES, SYNC_AFTER, MIX));

        private Phases() {
        }

        static Phase build(Section section, Map<String, FileSet> sets) {
            return new Phase(section.get(NAME), load(section), section.or(DURATION, Duration.ZERO),
                    section.get(WARM_UP), section.given(OPERATIONS).map(OptionalLong::of).orElse(OptionalLong.empty()),
                    section.or(NODES, List.of()), section.get(IN_TURN), section.get(SEQUENCE), section.get(MEASURED),
                    section.get(DROP_CACHES), section.get(SYNC_AFTER),
                    section.or(MIX, List.of()).stream().map(share -> Mix.build(share, sets, section.given(ROUTING))).toList());
        }

        private static Phase.Load load(Section section) {
            if (section.has(OPEN)) {
                return new Phase.Open(section.section(OPEN).get(RATE));
            }
            Section closed = section.section(CLOSED);
            return new Phase.Closed(closed.get(THREADS), closed.get(THINK_TIME));
        }

        static void write(Phase phase, SectionWriter out) {
            out.put(NAME, phase.name());
            if (phase.load() instanceof Phase.Open open) {
                out.section(OPEN, open, (load, item) -> item.put(RATE, load.operationsPerSecond()));
            } else if (!phase.mix().isEmpty()) {
                out.section(CLOSED, (Phase.Closed) phase.load(), (load, item) -> item.put(THREADS, load.threads())
                        .put(THINK_TIME, load.thinkTime()));
            }
            out.putIf(!phase.duration().isZero(), DURATION, phase.duration()).put(WARM_UP, phase.warmUp());
            phase.operationsPerThread().ifPresent(count -> out.put(OPERATIONS, count));
            out.putIf(!phase.nodes().isEmpty(), NODES, phase.nodes()).put(IN_TURN, phase.inTurn())
                    .put(SEQUENCE, phase.sequence()).put(MEASURED, phase.measured())
                    .put(DROP_CACHES, phase.dropCaches()).put(SYNC_AFTER, phase.syncAfter());
            if (!phase.mix().isEmpty()) {
                out.sections(MIX, phase.mix(), Mix::write);
            }
        }
    }

    static final Field<List<Section>> FILE_SETS = required("fileSets", new FieldType.ListOf<>(Sets.TYPE, 1, 64),
            "Sets of files.");
    static final Field<List<Section>> PHASES = required("phases", new FieldType.ListOf<>(Phases.TYPE, 1, 64),
            "Stretches of work, one after the other on one file system.");
    static final FieldType.Mapping TYPE = new FieldType.Mapping("workload", List.of(FILE_SETS, PHASES));

    private WorkloadFields() {
    }

    static Workload build(Section section) {
        Map<String, FileSet> byName = new LinkedHashMap<>();
        for (Section set : section.get(FILE_SETS)) {
            FileSet built = Sets.build(set, byName);
            byName.put(built.name(), built);
        }
        return new Workload(List.copyOf(byName.values()), section.get(PHASES).stream().map(phase -> Phases.build(phase, byName)).toList());
    }

    static void write(Workload workload, SectionWriter out) {
        out.sections(FILE_SETS, workload.fileSets(), Sets::write).sections(PHASES, workload.phases(), Phases::write);
    }
}
