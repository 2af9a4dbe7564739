// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.quorate.model.yaml.Field.of;
import static org.quorate.model.yaml.Field.optional;
import static org.quorate.model.yaml.Field.required;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.model.BitRate;
import org.quorate.model.Bytes;
import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.HardwareProfile;
import org.quorate.model.Interconnect;
import org.quorate.model.Node;
import org.quorate.model.OsRelease;
import org.quorate.model.SecretReference;
import org.quorate.model.TimeDistribution;
import org.quorate.model.UnitFormat;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.preset.HardwareProfiles;

/** The fields of {@code cluster}, and how they become records and back. */
final class ClusterFields {

    /** Fields of {@code cluster.nodes[]}. */
    static final class Nodes {
        static final Field<String> NAME = required("name", Texts.HOST_NAME,
                "Host name of the node. It must equal the machine's own name: OCFS2 insists.")
                .from("provisioning reference 1.2");
        static final Field<String> ADDRESS = required("address", Texts.IPV4,
                "IPv4 address on the cluster network (o2cb knows no IPv6).").from("provisioning reference 1.2");
        static final Field<Integer> NUMBER = optional("number", Scalars.whole(1, 254), "its place in the list, from 1",
                "Node number, unique in the cluster.").from("provisioning reference 1.2; corosync begins at 1");
        static final Field<Integer> CORES = of("cores", Scalars.whole(1, 1024), 4,
                "Processors that file-system work may use.");
        static final Field<Bytes> MEMORY = of("memory", Scalars.size(Bytes.mib(64), Bytes.gib(64L * 1024)),
                Bytes.gib(16), "Main memory.");
        static final Field<Bytes> PAGE_CACHE = optional("pageCache",
                Scalars.size(Bytes.mib(1), Bytes.gib(64L * 1024)), "three quarters of the memory",
                "The part of the memory that file data and metadata may fill.");
        static final FieldType.Mapping TYPE = new FieldType.Mapping("a node",
                List.of(NAME, ADDRESS, NUMBER, CORES, MEMORY, PAGE_CACHE));

        private Nodes() {
        }

        static Node build(Section section, int index) {
            Bytes memory = section.get(MEMORY);
            return new Node(section.get(NAME), section.get(ADDRESS), section.or(NUMBER, index + 1),
                    section.get(CORES), memory, section.or(PAGE_CACHE, pageCache(memory)));
        }

        static Bytes pageCache(Bytes memory) {
            return new Bytes(memory.value() / 4 * 3);
        }

        static void write(Node node, SectionWriter out) {
            out.put(NAME, node.name()).put(ADDRESS, node.address()).put(NUMBER, node.number())
                    .put(CORES, node.cores()).put(MEMORY, node.memory()).put(PAGE_CACHE, node.pageCache());
        }
    }

    /** Fields of {@code cluster.interconnect}. */
    static final class Link {
        static final Field<Duration> ROUND_TRIP = of("roundTrip",
                Scalars.time(Interconnect.SHORTEST, Interconnect.LONGEST), Duration.ofNanos(50_000),
                "Mean time of a small message there and back on the wire, without the hosts' own work on it.")
                .from("kernel reference 7: one-way delay and message CPU 20 to 60 us each on 10 to 56 GbE");
        static final Field<Double> VARIATION = of("variation", Scalars.percent(0, TimeDistribution.MOST_VARIATION), 0.2,
                "Coefficient of variation of the one-way delay.");
        static final Field<BitRate> BANDWIDTH = of("bandwidth",
                Scalars.bitRate(BitRate.SLOWEST, BitRate.FASTEST), BitRate.gigabit(10),
                "Bandwidth of one node's link.");
        static final FieldType.Mapping TYPE = new FieldType.Mapping("an interconnect",
                List.of(ROUND_TRIP, VARIATION, BANDWIDTH));

        private Link() {
        }

        static Interconnect build(Section section) {
            return new Interconnect(section.get(ROUND_TRIP), section.get(VARIATION), section.get(BANDWIDTH));
        }

        static void write(Interconnect link, SectionWriter out) {
            out.put(ROUND_TRIP, link.roundTrip()).put(VARIATION, link.variation()).put(BANDWIDTH, link.bandwidth());
        }
    }

    /** Fields of {@code cluster.hardware}. */
    static final class Hardware {
        private static final String PROFILE_S = "that of the profile";
        private static final String PROFILE_SOURCE = "typical-server: kernel reference 7; lab-uml: fitted to the lab";
        private static final ScalarType<Duration> COST = Scalars.time(Duration.ZERO, Duration.ofSeconds(1));
        static final Field<String> PROFILE = of("profile", Texts.IDENTIFIER, HardwareProfiles.TYPICAL_SERVER,
                "What the hosts' own work costs: " + String.join(" or ", HardwareProfiles.names())
                        + "; or a name of your own with all its figures.");
        static final Field<Duration> SYSTEM_CALL = optional("systemCall", COST, PROFILE_S,
                "CPU time of one system call that finds everything cached.").from(PROFILE_SOURCE);
        static final Field<Duration> MESSAGE = optional("message", COST, PROFILE_S,
                "CPU time to send or to receive one message.").from(PROFILE_SOURCE);
        static final Field<Duration> TASK_WAKE_UP = optional("taskWakeUp", COST, PROFILE_S,
                "From runnable to running, for a task that waited in a system call and that a message or a timer woke.").from(PROFILE_SOURCE);
        static final Field<Duration> WORKER_WAKE_UP = optional("workerWakeUp", COST, PROFILE_S,
                "From runnable to running, for an idle kernel thread or work queue that a message or a timer woke.").from(PROFILE_SOURCE);
        static final Field<Duration> THREAD_SWITCH = optional("threadSwitch", COST, PROFILE_S,
                "From runnable to running, for a task or kernel thread that another thread of its node woke.").from(PROFILE_SOURCE);
        static final Field<Double> WAKE_UP_VARIATION = optional("wakeUpVariation", Scalars.percent(0, TimeDistribution.MOST_VARIATION), PROFILE_S,
                "Coefficient of variation of wake-up and switch times.").from(PROFILE_SOURCE);
        static final Field<Duration> LOCK_WORK = optional("lockWork", COST, PROFILE_S,
                "CPU time of a lock manager to change a lock and to tell its user on the same node.").from(PROFILE_SOURCE);
        static final Field<Duration> BLOCK_WORK = optional("blockWork", COST, PROFILE_S,
                "CPU time to change or search one metadata block.").from(PROFILE_SOURCE);
        static final Field<Duration> COPY_PAGE = optional("copyPage", COST, PROFILE_S,
                "CPU time to copy one 4 KiB page between a process and the page cache.").from(PROFILE_SOURCE);
        static final Field<Double> SLOWDOWN = of("slowdown", Scalars.number(0, 1000), 1.0,
                "Factor on all of these times: how much slower the machine is than the one they were taken on.");
        static final Field<Double> CONTENTION = of("contention", Scalars.number(0, 1000), 1.0,
                "Processes of the host that want a node's core, the node included; they take turns by time slices.");
        static final Field<Integer> SHARED_CORES = of("sharedCores", Scalars.whole(0, 1024), 0,
                "All nodes are virtual machines on so many cores of one host; 0: each has its own.");
        static final List<Field<?>> FIGURES = List.of(SYSTEM_CALL, MESSAGE, TASK_WAKE_UP, WORKER_WAKE_UP, THREAD_SWITCH,
                WAKE_UP_VARIATION, LOCK_WORK, BLOCK_WORK, COPY_PAGE);
        static final FieldType.Mapping TYPE = new FieldType.Mapping("a hardware profile",
                List.of(PROFILE, SYSTEM_CALL, MESSAGE, TASK_WAKE_UP, WORKER_WAKE_UP, THREAD_SWITCH, WAKE_UP_VARIATION,
                        LOCK_WORK, BLOCK_WORK, COPY_PAGE, SLOWDOWN, CONTENTION, SHARED_CORES));

        private Hardware() {
        }

        static HardwareProfile build(Section section) {
            String name = section.get(PROFILE);
            Optional<HardwareProfile> base = HardwareProfiles.find(name);
            return new HardwareProfile(name, figure(section, SYSTEM_CALL, base.map(HardwareProfile::systemCall)),
                    figure(section, MESSAGE, base.map(HardwareProfile::message)),
                    figure(section, TASK_WAKE_UP, base.map(HardwareProfile::taskWakeUp)),
                    figure(section, WORKER_WAKE_UP, base.map(HardwareProfile::workerWakeUp)),
                    figure(section, THREAD_SWITCH, base.map(HardwareProfile::threadSwitch)),
                    figure(section, WAKE_UP_VARIATION, base.map(HardwareProfile::wakeUpVariation)),
                    figure(section, LOCK_WORK, base.map(HardwareProfile::lockWork)),
                    figure(section, BLOCK_WORK, base.map(HardwareProfile::blockWork)),
                    figure(section, COPY_PAGE, base.map(HardwareProfile::copyPage)), section.get(SLOWDOWN),
                    section.get(CONTENTION), section.get(SHARED_CORES));
        }

        private static <T> T figure(Section section, Field<T> field, Optional<T> base) {
            return section.given(field).or(() -> base).orElseThrow();
        }

        static void write(HardwareProfile profile, SectionWriter out) {
            out.put(PROFILE, profile.name()).put(SYSTEM_CALL, profile.systemCall()).put(MESSAGE, profile.message())
                    .put(TASK_WAKE_UP, profile.taskWakeUp()).put(WORKER_WAKE_UP, profile.workerWakeUp())
                    .put(THREAD_SWITCH, profile.threadSwitch()).put(WAKE_UP_VARIATION, profile.wakeUpVariation()).put(LOCK_WORK, profile.lockWork()).put(BLOCK_WORK, profile.blockWork())
                    .put(COPY_PAGE, profile.copyPage()).put(SLOWDOWN, profile.slowdown())
                    .put(CONTENTION, profile.contention()).put(SHARED_CORES, profile.sharedCores());
        }
    }

    /** Fields of {@code cluster.fencing} and {@code cluster.fencing.devices[]}. */
    static final class Fences {
        static final Field<Fencing.Agent> AGENT = required("agent", Scalars.choice("fence agent", Fencing.Agent.class),
                "How a failed node is kept off the LUN.").from("provisioning reference 1.5");
        static final Field<String> NODE = required("node", Texts.HOST_NAME, "Name of the node that it fences.");
        static final Field<String> ADDRESS = required("address", Texts.HOST_OR_IPV4,
                "Management board or hypervisor.");
        static final Field<String> USER = optional("user", Texts.LOGIN, "none", "Login of the management board.");
        static final Field<SecretReference> PASSWORD = required("password", Texts.SECRET,
                "Where the password is kept; never the password itself.").from("provisioning reference 6");
        static final FieldType.Mapping DEVICE = new FieldType.Mapping("a fence device",
                List.of(NODE, ADDRESS, USER, PASSWORD));
        static final Field<List<Section>> DEVICES = optional("devices", new FieldType.ListOf<>(DEVICE, 0, Cluster.MOST_NODES), "none",
                "The power switch of each node; none for sbd, scsi and mpath.");
        static final Field<Duration> DELAY = of("delay", Scalars.time(Duration.ZERO, Duration.ofMinutes(5)), Duration.ofSeconds(10),
                "pcmk_delay_base of the first node's switch, with two nodes and no arbiter: it survives when both fence each other.")
                .from("provisioning reference 1.5");
        static final Field<Duration> DURATION = optional("duration", Scalars.time(Duration.ZERO, Duration.ofHours(1)),
                "an estimate for the agent: 5 s; SBD " + UnitFormat.format(Fencing.sbdFencing(false)) + ", " + UnitFormat.format(Fencing.sbdFencing(true))
                        + " with a quorum device; SCSI and MPATH 2 s",
                "From the order to fence until the agent reports success: measure it.").from("kernel reference 3.7: at most 60 s, twice");
        static final FieldType.Mapping TYPE = new FieldType.Mapping("fencing", List.of(AGENT, DEVICES, DELAY, DURATION));

        private Fences() {
        }

        static Fencing build(Section section, boolean hasArbiter) {
            List<Fencing.Device> devices = section.or(DEVICES, List.of()).stream()
                    .map(device -> new Fencing.Device(device.get(NODE), device.get(ADDRESS), device.or(USER, ""),
                            device.get(PASSWORD)))
                    .toList();
            Fencing.Agent agent = section.get(AGENT);
            return new Fencing(agent, devices, section.get(DELAY), section.or(DURATION, duration(agent, hasArbiter)));
        }

        /**
         * SBD: the exported stonith-watchdog-timeout. The others are estimates, nobody has published them: a power switch waits 2 s
         * between off and on and looks every second (fence_ipmilan), a reservation is a few commands on the LUN.
         */
        private static Duration duration(Fencing.Agent agent, boolean hasArbiter) {
            return switch (agent) {
                case SBD -> Fencing.sbdFencing(hasArbiter);
                case IPMILAN, REDFISH, VMWARE_REST, XVM -> Duration.ofSeconds(5);
                case SCSI, MPATH -> Duration.ofSeconds(2);
            };
        }

        static void write(Fencing fencing, SectionWriter out) {
            out.put(AGENT, fencing.agent());
            if (!fencing.devices().isEmpty()) {
                out.sections(DEVICES, fencing.devices(), (device, item) -> item.put(NODE, device.node())
                        .put(ADDRESS, device.address()).putIf(!device.user().isEmpty(), USER, device.user())
                        .put(PASSWORD, device.password()));
            }
            out.put(DELAY, fencing.delay()).put(DURATION, fencing.duration());
        }
    }

    static final Field<String> NAME = required("name", Texts.CLUSTER_NAME,
            "Cluster name, valid for o2cb, corosync and GFS2 at once.").from("provisioning reference 3.3");
    static final Field<OsRelease> OS = of("os", Scalars.choice("operating system", OsRelease.values(), OsRelease::id),
            OsRelease.UBUNTU_22_04, "Operating system release of all nodes.").from("provisioning reference 1.0");
    static final Field<String> KERNEL = optional("kernel", kernel(), "the kernel that the operating system boots",
            "Kernel profile: sizes of lock objects and switches of behaviour.").from("kernel reference 5.1");
    static final Field<List<Section>> NODES = required("nodes", new FieldType.ListOf<>(Nodes.TYPE, 1, Cluster.MOST_NODES),
            "The servers that mount the file system.");
    static final Field<Section> INTERCONNECT = optional("interconnect", Link.TYPE, "10 Gbit/s, 50 us there and back",
            "The network that carries lock traffic.");
    static final Field<Section> HARDWARE = optional("hardware", Hardware.TYPE, HardwareProfiles.TYPICAL_SERVER,
            "What the hosts' own work costs.");
    static final Field<Duration> TOKEN = of("token", Scalars.time(Duration.ofMillis(500), Duration.ofMinutes(5)),
            Duration.ofSeconds(3), "corosync's token timeout.").from("kernel reference 3.7");
    static final Field<Section> FENCING = optional("fencing", Fences.TYPE, "none is described",
            "How a failed node is kept off the LUN.");
    static final Field<String> QUORUM_DEVICE = optional("quorumDevice", Texts.HOST_OR_IPV4, "none",
            "Host name or address of a corosync-qnetd arbiter.").from("provisioning reference 1.5");
    static final Field<Boolean> WAIT_FOR_FENCING = of("waitForFencing", Scalars.YES_NO, true,
            "dlm.conf enable_fencing: fs/dlm recovers only after a failed node is fenced; without, a node that still runs goes on writing.")
            .from("kernel reference 3.7");
    static final FieldType.Mapping TYPE = new FieldType.Mapping("cluster",
            List.of(NAME, OS, KERNEL, NODES, INTERCONNECT, HARDWARE, TOKEN, FENCING, QUORUM_DEVICE, WAIT_FOR_FENCING));

    private ClusterFields() {
    }

    private static ScalarType<String> kernel() {
        return new ScalarType<>("kernel version", "", KernelProfiles.allowed(), List.of(), false, text -> {
            if (KernelProfiles.find(text).isEmpty()) {
                throw new IllegalArgumentException(UnitFormat.quote(text)
                        + " is not a kernel version that is known");
            }
            return text;
        }, value -> value, schema -> schema.putArray("type").add("string").add("number"));
    }

    static Cluster build(Section section) {
        List<Node> nodes = new ArrayList<>();
        for (Section node : section.get(NODES)) {
            nodes.add(Nodes.build(node, nodes.size()));
        }
        OsRelease os = section.get(OS);
        return new Cluster(section.get(NAME), os, section.or(KERNEL, KernelProfiles.defaultVersion(os)), nodes,
                Link.build(section.section(INTERCONNECT)), Hardware.build(section.section(HARDWARE)),
                section.get(TOKEN), section.given(FENCING).map(fencing -> Fences.build(fencing, section.given(QUORUM_DEVICE).isPresent())), section.given(QUORUM_DEVICE),
                section.get(WAIT_FOR_FENCING));
    }

    static void write(Cluster cluster, SectionWriter out) {
        out.put(NAME, cluster.name()).put(OS, cluster.os()).put(KERNEL, cluster.kernel())
                .sections(NODES, cluster.nodes(), Nodes::write)
                .section(INTERCONNECT, cluster.interconnect(), Link::write)
                .section(HARDWARE, cluster.hardware(), Hardware::write)
                .put(TOKEN, cluster.token());
        cluster.fencing().ifPresent(fencing -> out.section(FENCING, fencing, Fences::write));
        out.put(QUORUM_DEVICE, cluster.quorumDevice()).put(WAIT_FOR_FENCING, cluster.waitForFencing());
    }
}
