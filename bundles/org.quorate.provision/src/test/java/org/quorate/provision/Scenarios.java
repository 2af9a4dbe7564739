// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.quorate.model.AccessTimes;
import org.quorate.model.Application;
import org.quorate.model.BitRate;
import org.quorate.model.Bytes;
import org.quorate.model.Cluster;
import org.quorate.model.DeviceClass;
import org.quorate.model.Fencing;
import org.quorate.model.FileSet;
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
import org.quorate.model.TimeDistribution;
import org.quorate.model.Workload;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Refused;
import org.quorate.provision.platform.FenceAgents;

/** Scenarios for tests, made by hand: the how-to of the web sessions, with variations. */
public final class Scenarios {

    public static final String OCFS2 = "ocfs2";
    public static final String GFS2 = "gfs2";
    public static final String WWID = "36001405a1b2c3d4e5f60718293a4b5c6";

    private OsRelease os = OsRelease.UBUNTU_22_04;
    private int nodes = 3;
    private boolean multipath;
    private boolean chap;
    private boolean php = true;
    private String quorumDevice;
    private Bytes size = Bytes.gib(100);
    private String mountPoint = "/shared";
    private Fencing.Agent agent = Fencing.Agent.IPMILAN;
    private Reservations reservations;

    public Scenarios os(OsRelease value) {
        os = value;
        return this;
    }

    public Scenarios nodes(int value) {
        nodes = value;
        return this;
    }

    public Scenarios multipath(boolean value) {
        multipath = value;
        return this;
    }

    public Scenarios chap(boolean value) {
        chap = value;
        return this;
    }

    public Scenarios php(boolean value) {
        php = value;
        return this;
    }

    public Scenarios quorumDevice(String value) {
        quorumDevice = value;
        return this;
    }

    public Scenarios fencing(Fencing.Agent value) {
        agent = value;
        return this;
    }

    public Scenarios reservations(Reservations.Type type) {
        reservations = new Reservations(type, true);
        return this;
    }

    public Scenarios size(Bytes value) {
        size = value;
        return this;
    }

    public Scenarios mountPoint(String value) {
        mountPoint = value;
        return this;
    }

    public Scenario build() {
        return new Scenario(Scenario.SCHEMA_VERSION, "web-sessions", "Web sessions on three nodes", cluster(), lun(),
                mountPoint, List.of(ocfs2(), gfs2(), local()), workload(),
                InitialState.cold(), List.of(),
                Optional.of(new Application("www-data", "www-data", 33, 33,
                        php ? Optional.of("php_sessions") : Optional.empty())), StudySettings.DEFAULT);
    }


    private Cluster cluster() {
        List<Node> list = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            list.add(new Node("node" + i, "192.168.1." + (100 + i), i, 4, Bytes.gib(8), Bytes.gib(4)));
        }
        return new Cluster("webcluster", os, "6.1", list,
                new Interconnect(Duration.ofNanos(100_000), 0.1, BitRate.gigabit(10)),
                new HardwareProfile("test", Duration.ofNanos(500), Duration.ofNanos(5000), Duration.ofNanos(5000), Duration.ofNanos(5000),
                        Duration.ofNanos(5000), 0.2, Duration.ofNanos(1000), Duration.ofNanos(1000), Duration.ofNanos(1000), 1, 1, 0),
                Duration.ofMillis(3000), Optional.ofNullable(agent).map(this::fencingOf), Optional.ofNullable(quorumDevice), true);
    }

    private Fencing fencingOf(Fencing.Agent kind) {
        List<Fencing.Device> devices = new ArrayList<>();
        if (FenceAgents.isPower(kind)) {
            for (int i = 1; i <= nodes; i++) {
                boolean xvm = kind == Fencing.Agent.XVM;
                devices.add(new Fencing.Device("node" + i, xvm ? "225.0.0.12" : "10.0.0." + (100 + i), xvm ? "" : "fencer",
                        new SecretReference(SecretReference.Kind.ENV, xvm ? "XVM_KEY" : "FENCE_NODE" + i)));
            }
        }
        return new Fencing(kind, devices, Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    private Lun lun() {
        TimeDistribution fast = TimeDistribution.constant(Duration.ofNanos(100_000));
        return new Lun("webdata", size, WWID, "iqn.2020-01.org.example:storage.web",
                multipath ? List.of("192.168.2.50:3260", "192.168.3.50:3260") : List.of("192.168.2.50:3260"), multipath,
                chap ? Optional.of(new Lun.Chap("webcluster", new SecretReference(SecretReference.Kind.ENV, "CHAP_SECRET")))
                        : Optional.empty(),
                DeviceClass.SATA_SSD, new LunService(fast, fast, fast, BitRate.gigabit(4)), BitRate.gigabit(10), 32, Optional.empty(),
                Optional.ofNullable(reservations));
    }

    public static Ocfs2Spec ocfs2() {
        return new Ocfs2Spec(OCFS2, Ocfs2Spec.Stack.O2CB, Bytes.kib(4), Bytes.kib(4), 8, Bytes.mib(64), 31,
                Duration.ofSeconds(30), AccessTimes.NOATIME, false, true, true, Duration.ofSeconds(5));
    }

    public static Gfs2Spec gfs2() {
        return new Gfs2Spec(GFS2, Gfs2Spec.Protocol.LOCK_DLM, Bytes.kib(4), Bytes.mib(256), 17, Bytes.mib(32), "webcluster:webdata", AccessTimes.NOATIME, false, true, true,
                Duration.ofSeconds(30), Duration.ofSeconds(30), true);
    }

    public static LocalSpec local() {
        return new LocalSpec("ext4", LocalSpec.Kind.EXT4, false, AccessTimes.NOATIME, false, true, Duration.ofSeconds(5));
    }

    private static Workload workload() {
        SizeDistribution size = SizeDistribution.constant(Bytes.kib(4));
        return new Workload(List.of(new FileSet("sessions", "php_sessions", 1000, size, FileSet.Layout.SHARED, 1,
                Optional.empty(), FileSet.Made.AT_START, 16)),
                List.of(new Phase("serve", new Phase.Closed(4, TimeDistribution.NONE), Duration.ofSeconds(10),
                        Duration.ZERO, OptionalLong.empty(), List.of(), false, false, true, false, false,
                        List.of(new OperationShare(Operation.SESSION, 1, "sessions", OperationShare.Access.ANY, 1, size,
                                false, false, OperationShare.Position.START, OperationShare.Way.BUFFERED, List.of(),
                                OptionalLong.empty())))));
    }

    /** The plan of a scenario that must be accepted. */
    public static ProvisioningPlan plan(Scenario scenario, String label) {
        ProvisioningResult result = Provisioning.plan(scenario, label);
        if (result instanceof Refused refused) {
            throw new AssertionError("refused: " + refused.reasons());
        }
        return (ProvisioningPlan) result;
    }

    /** What a file of a plan holds; it must be there. */
    public static String file(ProvisioningPlan plan, String path) {
        return plan.files().stream().filter(file -> file.path().equals(path)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + path)).content();
    }

    /** The scenario with file systems that a small LUN has room for. */
    public static Scenario smallJournals(Scenario scenario, int gfs2Journals) {
        Ocfs2Spec ocfs2 = Change.of(Change.of(ocfs2(), "journal", Bytes.mib(8)), "slots", 4);
        Gfs2Spec gfs2 = Change.of(Change.of(Change.of(gfs2(), "journal", Bytes.mib(8)), "journals", gfs2Journals),
                "resourceGroup", Bytes.mib(32));
        return Change.of(scenario, "fileSystems", List.of(ocfs2, gfs2));
    }

    /** Two scenarios that together have a text in every field; the second one is of two nodes. */
    public static List<Scenario> withEveryText() {
        return List.of(new Scenarios().chap(true).multipath(true).quorumDevice("arbiter").build(),
                new Scenarios().nodes(2).fencing(Fencing.Agent.XVM).build());
    }

    /** Texts that people read and no script does: any text is fine there. {@code path} is one of {@link Change#texts}. */
    public static boolean isProse(String path) {
        return path.equals("title") || path.startsWith("workload.") || path.equals("cluster.kernel")
                || path.equals("cluster.hardware.name");
    }
}
