// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import org.quorate.model.AccessTimes;
import org.quorate.model.Application;
import org.quorate.model.BitRate;
import org.quorate.model.Bytes;
import org.quorate.model.Cluster;
import org.quorate.model.DeviceClass;
import org.quorate.model.Fencing;
import org.quorate.model.FileSet;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.HardwareProfile;
import org.quorate.model.InitialState;
import org.quorate.model.Interconnect;
import org.quorate.model.LocalSpec;
import org.quorate.model.Lun;
import org.quorate.model.LunService;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.OsRelease;
import org.quorate.model.Phase;
import org.quorate.model.Reservations;
import org.quorate.model.Scenario;
import org.quorate.model.SecretReference;
import org.quorate.model.SizeDistribution;
import org.quorate.model.StudySettings;
import org.quorate.model.Target;
import org.quorate.model.TimeDistribution;
import org.quorate.model.Workload;

/** Draws scenarios that are valid but otherwise arbitrary: every field takes values all over its range. */
final class RandomScenario {

    private final Random random;
    private final int nodes;
    private final List<String> nodeNames = new ArrayList<>();

    RandomScenario(long seed) {
        random = new Random(seed);
        nodes = 1 + random.nextInt(6);
        for (int i = 0; i < nodes; i++) {
            nodeNames.add("n" + i + "-" + Integer.toString(random.nextInt(100_000), 36));
        }
    }

    Scenario draw() {
        Lun lun = lun();
        Cluster cluster = cluster();
        Workload workload = workload();
        return new Scenario(1, "s" + random.nextInt(1000), text(), cluster, lun, pick("/mnt", "/srv/a.b/c_d-e"),
                fileSystems(cluster.name() + ":" + pick("x", lun.name())), workload, state(workload), targets(workload), maybe(this::application),
                study());
    }

    private StudySettings study() {
        long seed = random.nextLong() >>> 1;
        int replications = 2 + random.nextInt(999);
        double confidence = random.nextInt(500, 1000) / 1000.0;
        OptionalDouble precision = bit() ? OptionalDouble.of(random.nextInt(1, 501) / 1000.0) : OptionalDouble.empty();
        Optional<Duration> timeBudget = maybe(() -> Duration.ofSeconds(1 + random.nextInt(86_400)));
        return precision.isEmpty() && timeBudget.isEmpty() ? new StudySettings(seed, replications, confidence)
                : new StudySettings(seed, replications, confidence, precision,
                        random.nextInt(Math.max(10, replications), 1001), timeBudget);
    }

    private String text() {
        return pick("plain", "a: b # c", "'quoted' \"twice\"", "ümläut \uD83D\uDE00 漢字", "- dash", "{brace}", "100 % $(id); `x` | & < >",
                "1.0", "true", "null", "~", " spaced ", "\\n", "x".repeat(200));
    }

    private Cluster cluster() {
        List<Node> list = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            long memory = (64L << 20) + random.nextLong(1L << 40);
            list.add(new Node(nodeNames.get(i), "10." + random.nextInt(256) + ".255." + i, 1 + i * 40 + random.nextInt(40),
                    1 + random.nextInt(1024), new Bytes(memory), new Bytes((1L << 20) + random.nextLong(memory - (1L << 20)))));
        }
        HardwareProfile hardware = new HardwareProfile(pick("typical-server", "lab-uml", "mine"), cost(), cost(), cost(), cost(), cost(),
                variation(), cost(), cost(), cost(), bit() ? 1 : random.nextInt(1, 1000) / 8.0, bit() ? 1 : random.nextInt(8, 1000) / 8.0, bit() ? 0 : 1 + random.nextInt(1024));
        return new Cluster("C" + random.nextInt(1000), pick(OsRelease.values()), pick("4.4", "5.15", "6.1", "6.1-uml", "6.10"), list,
                new Interconnect(Duration.ofNanos(100 + random.nextInt(1_000_000_000 - 99)), variation(), rate()), hardware,
                Duration.ofMillis(500 + random.nextInt(299_500)), maybe(this::fencing), maybe(() -> pick("arbiter", "q.example.net", "10.0.0.9")), bit());
    }

    private Fencing fencing() {
        Fencing.Agent agent = pick(Fencing.Agent.values());
        List<Fencing.Device> devices = new ArrayList<>();
        if (agent.ordinal() < Fencing.Agent.SBD.ordinal()) {
            for (String node : nodeNames.subList(0, random.nextInt(nodes + 1))) {
                devices.add(new Fencing.Device(node, pick("bmc.example", "10.1.1.1"), pick("", "admin", "a.b@c"), secret()));
            }
        }
        return new Fencing(agent, devices, Duration.ofMillis(random.nextInt(300_001)), Duration.ofMillis(random.nextInt(3_600_001)));
    }

    private SecretReference secret() {
        return pick(new SecretReference(SecretReference.Kind.ENV, "A_B1"), new SecretReference(SecretReference.Kind.FILE, "/etc/x.pw"),
                new SecretReference(SecretReference.Kind.VAULT, "a/b-c#key"), new SecretReference(SecretReference.Kind.VAULT, "a"));
    }

    private Lun lun() {
        List<String> portals = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            portals.add("10.9.0." + i + ":" + (1 + random.nextInt(65_535)));
        }
        return new Lun(pick("data", "Vol_1-x", "0"), new Bytes(Bytes.gib(100 * 1024).value() + random.nextLong(1L << 50)),
                pick("", "360014051234", "0x5000c500a1b2c3d4", "12345678"), pick("", "iqn.2024-01.net.example:a", "iqn.1999-12.org"), portals,
                portals.size() > 1 || random.nextBoolean(), maybe(() -> new Lun.Chap("u", secret())), pick(DeviceClass.values()),
                new LunService(service(), service(), service(), rate()), rate(), 1 + random.nextInt(1024),
                maybe(() -> Duration.ofMillis(5000 + random.nextInt(3_595_001))),
                maybe(() -> new Reservations(pick(Reservations.Type.values()), random.nextBoolean())));
    }

    private List<FileSystemSpec> fileSystems(String lockTable) {
        List<FileSystemSpec> list = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            String label = "fs" + i;
            list.add(switch (random.nextInt(3)) {
                case 0 -> new Ocfs2Spec(label, single(Ocfs2Spec.Stack.values(), Ocfs2Spec.Stack.LOCAL), power(9, 12), power(19, 20),
                        nodes + random.nextInt(200), Bytes.mib(16 + random.nextInt(2000)), 7 + random.nextInt(994),
                        Duration.ofNanos(5_000_000_000L + random.nextLong(595_000_000_000L)), pick(AccessTimes.values()), bit(), bit(), bit(), commit());
                case 1 -> new Gfs2Spec(label, single(Gfs2Spec.Protocol.values(), Gfs2Spec.Protocol.LOCK_NOLOCK), power(9, 12), Bytes.mib(32 + random.nextInt(2017)), nodes + random.nextInt(100),
                        Bytes.mib(8 + random.nextInt(1017)), lockTable, pick(AccessTimes.values()), bit(), bit(), bit(), commit(), cost(), bit());
                default -> new LocalSpec(label, pick(LocalSpec.Kind.values()), bit(), pick(AccessTimes.values()), bit(), bit(), commit());
            });
        }
        return list;
    }

    /** Any; but not the one that is for a single node if there are several. */
    private <T> T single(T[] values, T alone) {
        T picked = pick(values);
        while (nodes > 1 && picked == alone) {
            picked = pick(values);
        }
        return picked;
    }

    private Workload workload() {
        List<FileSet> sets = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            FileSet.Layout layout = pick(FileSet.Layout.values());
            sets.add(new FileSet("set" + i, "dir" + i + pick("", "/x.y"), 1 + random.nextInt(100_000), sizes(1L << 20), layout,
                    layout == FileSet.Layout.TREE ? 1 + random.nextInt(1_000_000) : 1, Optional.empty(), pick(FileSet.Made.values()), 1 + random.nextInt(255)));
        }
        FileSet first = sets.get(0);
        if (bit() && first.layout() != FileSet.Layout.EACH) {
            FileSet.Layout layout = pick(first.layout(), FileSet.Layout.EACH);
            sets.add(new FileSet("inside", first.path(), random.nextInt(100), sizes(1L << 20), layout, first.directories(),
                    Optional.of(first.name()), FileSet.Made.AT_START, 16));
        }
        List<Phase> phases = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            phases.add(phase("phase" + i, sets));
        }
        return new Workload(sets, phases);
    }

    private Phase phase(String name, List<FileSet> sets) {
        List<OperationShare> mix = new ArrayList<>();
        boolean sequence = random.nextInt(4) == 0;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            mix.add(share(sets.get(random.nextInt(sets.size()))));
        }
        boolean open = !sequence && bit();
        boolean counted = !sequence && !open && bit();
        boolean inTurn = !sequence && !open && random.nextInt(4) == 0;
        Phase.Load load = open ? new Phase.Open(random.nextInt(1, 1_000_000) / 64.0)
                : new Phase.Closed(inTurn ? 1 : 1 + random.nextInt(4096), times(Duration.ZERO, 3_000_000_000_000L));
        Duration duration = sequence || counted && bit() ? Duration.ZERO : Duration.ofNanos(1000 + random.nextLong(80_000_000_000_000L));
        Duration warmUp = duration.isZero() || bit() ? Duration.ZERO : duration.dividedBy(3);
        return new Phase(name, load, duration, warmUp,
                counted ? OptionalLong.of(1 + random.nextInt(1_000_000_000)) : OptionalLong.empty(),
                bit() ? List.of() : nodeNames.subList(0, 1 + random.nextInt(nodes)), inTurn, sequence, bit(), bit(), bit(),
                sequence ? mix : mix.stream().map(RandomScenario::uncounted).toList());
    }

    private static OperationShare uncounted(OperationShare share) {
        return new OperationShare(share.operation(), share.weight(), share.fileSet(), share.access(), share.zipfExponent(), share.size(),
                share.fsync(), share.keepOpen(), share.at(), share.how(), share.nodes(), OptionalLong.empty());
    }

    private OperationShare share(FileSet set) {
        Operation operation = pick(Operation.values());
        while (operation == Operation.RMDIR && set.layout() != FileSet.Layout.EACH || operation == Operation.MOVE
                && set.layout() != FileSet.Layout.EACH && set.layout() != FileSet.Layout.TREE) {
            operation = pick(Operation.values());
        }
        if (set.files() == 0) {
            operation = Operation.CREATE;
        }
        OperationShare.Access access = pick(OperationShare.Access.values());
        OperationShare.Way way = !WorkloadFields.Mix.WITH_WAY.contains(operation) ? OperationShare.Way.BUFFERED
                : operation == Operation.APPEND ? pick(OperationShare.Way.BUFFERED, OperationShare.Way.DIRECT) : pick(OperationShare.Way.values());
        return new OperationShare(operation, random.nextBoolean() ? 1 + random.nextInt(100) : random.nextDouble() + 1e-9, set.name(), access,
                access == OperationShare.Access.ZIPF ? 0.01 + random.nextInt(299) / 100.0 : 0,
                operation == Operation.CREATE && bit() || !WorkloadFields.Mix.WITH_SIZE.contains(operation)
                        ? SizeDistribution.constant(Bytes.ZERO) : sizes(1L << 30),
                WorkloadFields.Mix.WITH_FSYNC.contains(operation) && bit(), WorkloadFields.Mix.WITH_OPEN.contains(operation) && bit(),
                WorkloadFields.Mix.WITH_POSITION.contains(operation) ? pick(OperationShare.Position.values()) : OperationShare.Position.START,
                way, bit() ? List.of() : nodeNames.subList(0, 1 + random.nextInt(nodes)), OptionalLong.of(1 + random.nextInt(1_000_000)));
    }

    private InitialState state(Workload workload) {
        boolean warm = bit();
        return new InitialState(warm ? InitialState.Caches.WARM : InitialState.Caches.COLD,
                warm ? maybe(() -> nodeNames.get(0)) : Optional.empty(), warm && bit() ? List.of(workload.fileSets().get(0).name()) : List.of());
    }

    private List<Target> targets(Workload workload) {
        Operation used = workload.phases().get(0).mix().get(0).operation();
        List<Target> targets = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            targets.add(switch (random.nextInt(3)) {
                case 0 -> new Target(Target.Figure.LATENCY, maybe(() -> used), (1 + random.nextInt(998)) / 10.0, random.nextInt(1_000_000) / 1e3);
                case 1 -> new Target(Target.Figure.LOCK_MEMORY, Optional.empty(), 0, random.nextLong(1L << 45));
                default -> new Target(Target.Figure.THROUGHPUT, Optional.empty(), 0, random.nextInt(1, 1_000_000) / 8.0);
            });
        }
        return targets;
    }

    private Application application() {
        return new Application(pick("www-data", "apache", "root", "mail_1"), "grp", random.nextInt(65_534), random.nextInt(65_534),
                maybe(() -> pick("php", "a/b/c.d")));
    }

    private TimeDistribution service() {
        return times(Duration.ofNanos(100), 9_000_000_000L);
    }

    private TimeDistribution times(Duration least, long span) {
        Duration mean = least.plusNanos(random.nextLong(span));
        return switch (random.nextInt(3)) {
            case 0 -> TimeDistribution.constant(mean);
            case 1 -> TimeDistribution.exponential(mean);
            default -> TimeDistribution.lognormal(mean, variation());
        };
    }

    private SizeDistribution sizes(long most) {
        TimeDistribution.Shape shape = pick(TimeDistribution.Shape.values());
        double variation = switch (shape) {
            case CONSTANT -> 0;
            case EXPONENTIAL -> 1;
            case LOGNORMAL -> variation();
        };
        return new SizeDistribution(shape, new Bytes(1 + random.nextLong(most)), variation);
    }

    private Duration cost() {
        return Duration.ofNanos(random.nextInt(1_000_000_001));
    }

    private Duration commit() {
        return Duration.ofNanos(100_000_000L + random.nextLong(3_599_000_000_000L));
    }

    private BitRate rate() {
        return new BitRate(1_000_000 + random.nextLong(999_000_000_000L));
    }

    private double variation() {
        return bit() ? random.nextInt(10_001) / 1000.0 : random.nextDouble() * 10;
    }

    private Bytes power(int least, int most) {
        return new Bytes(1L << random.nextInt(least, most + 1));
    }

    private boolean bit() {
        return random.nextBoolean();
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return bit() ? Optional.of(value.get()) : Optional.empty();
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
