// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.quorate.model.yaml.Field.of;
import static org.quorate.model.yaml.Field.optional;
import static org.quorate.model.yaml.Field.required;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quorate.model.AccessTimes;
import org.quorate.model.Bytes;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;

/** The fields of {@code fileSystems[]}, and how they become records and back. */
final class FileSystemFields {

    /** What the defaults depend on. */
    record Context(String clusterName, String volumeName, Bytes volume, int nodes) {
    }

    private static final String OCFS2 = "ocfs2";
    private static final String GFS2 = "gfs2";
    private static final String EXT4 = "ext4";
    private static final String XFS = "xfs";

    static final Field<String> TYPE = required(FieldType.OneOf.KEY,
            Scalars.choice("file system", new String[] {OCFS2, GFS2, EXT4, XFS}, word -> word), "Which file system.");
    static final Field<String> LABEL = optional("label", Texts.IDENTIFIER, "the type",
            "Name in results, unique in the scenario.");
    static final Field<Boolean> NOATIME = of("noatime", Scalars.YES_NO, true,
            "Mount option: reads do not write access times (each would be a cluster-wide write lock). Otherwise relatime: "
                    + "the first read after a change does, and one a day.").from("provisioning reference 2, number 31");
    static final Field<Boolean> STRICTATIME = of("strictatime", Scalars.YES_NO, false,
            "Mount option instead of noatime: every read writes the access time (OCFS2: if it is older than a minute).")
            .from("mount(8); fs/ocfs2/file.c:ocfs2_should_update_atime");
    static final Field<Boolean> SECURITY_LABELS = of("securityLabels", Scalars.YES_NO, false,
            "SELinux labels in extended attributes: written with each new inode, read with each that comes into a node's memory. "
                    + "Without SELinux, or with the mount option context=, there are none.").from("kernel reference 6");
    static final ScalarType<Bytes> BLOCK = Scalars.powerOfTwo(new Bytes(512), Bytes.kib(4));
    static final Field<Boolean> DATA_ORDERED = of("dataOrdered", Scalars.YES_NO, true,
            "Mount option: data=ordered; otherwise data=writeback.").from("mount.ocfs2(8), gfs2(5)");
    private static final ScalarType<Duration> COMMIT_TIME = Scalars.time(Duration.ofMillis(100), Duration.ofHours(1));

    /** Fields of OCFS2. */
    static final class Ocfs2 {
        static final Field<Ocfs2Spec.Stack> STACK = of("stack", Scalars.choice("cluster stack", Ocfs2Spec.Stack.class),
                Ocfs2Spec.Stack.O2CB, "Lock manager: OCFS2's own (o2cb), that of Pacemaker and fs/dlm (pcmk), or none, for one node (local).");
        static final Field<Bytes> BLOCK_SIZE = optional("blockSize", BLOCK, "mkfs.ocfs2's: 4 KiB from 1 GiB",
                "File system block.").from("provisioning reference 3.1");
        static final Field<Bytes> CLUSTER_SIZE = optional("clusterSize",
                Scalars.powerOfTwo(Bytes.kib(4), Bytes.mib(1)), "mkfs.ocfs2's: 4 KiB to 16 TiB", "Allocation unit.")
                .from("kernel reference 4.2");
        static final Field<Integer> SLOTS = optional("slots", Scalars.whole(1, 255),
                "mkfs.ocfs2's: 8 from 10 GiB, 16 from 1 TiB; more than there are nodes",
                "Node slots: how many nodes can mount it.").from("kernel reference 4.2");
        static final Field<Bytes> JOURNAL = optional("journal", Scalars.wholeMebibytes(Bytes.mib(4), Bytes.gib(2)),
                "mkfs.ocfs2's: a 160th of the volume, 64 to 256 MiB", "Size of each slot's journal.")
                .from("kernel reference 4.2");
        static final Field<Integer> HEARTBEAT = of("heartbeatThreshold", Scalars.whole(7, Ocfs2Spec.MOST_HEARTBEAT_THRESHOLD), 31,
                "O2CB_HEARTBEAT_THRESHOLD: a node is dead after (threshold - 1) * 2 s.")
                .from("kernel reference 3.7; minimum: provisioning reference 1.2");
        static final Field<Duration> IDLE = of("idleTimeout",
                Scalars.time(Duration.ofSeconds(5), Duration.ofMinutes(10)), Duration.ofSeconds(30),
                "O2CB_IDLE_TIMEOUT_MS: a silent connection is given up after this.")
                .from("kernel reference 3.7; minimum: provisioning reference 1.2");
        static final Field<Boolean> BARRIER = of("barrier", Scalars.YES_NO, false,
                "Mount option barrier=1: cache flushes are sent to the LUN. OCFS2 mounts without.").from("lab README");
        static final Field<Duration> COMMIT = of("commit", COMMIT_TIME, Duration.ofSeconds(5),
                "jbd2's commit interval.").from("kernel reference 3.5");
        static final FieldType.Mapping MAPPING = new FieldType.Mapping(OCFS2, List.of(TYPE, LABEL, STACK, BLOCK_SIZE,
                CLUSTER_SIZE, SLOTS, JOURNAL, HEARTBEAT, IDLE, NOATIME, STRICTATIME, SECURITY_LABELS, BARRIER, DATA_ORDERED, COMMIT));

        private Ocfs2() {
        }

        static Ocfs2Spec build(Section section, Context context) {
            Bytes volume = context.volume();
            return new Ocfs2Spec(section.or(LABEL, OCFS2), section.get(STACK),
                    section.or(BLOCK_SIZE, MkfsDefaults.ocfs2BlockSize(volume)),
                    section.or(CLUSTER_SIZE, MkfsDefaults.ocfs2ClusterSize(volume)),
                    section.or(SLOTS, MkfsDefaults.ocfs2Slots(volume, context.nodes())),
                    section.or(JOURNAL, MkfsDefaults.ocfs2Journal(volume)), section.get(HEARTBEAT), section.get(IDLE),
                    accessTimes(section), section.get(SECURITY_LABELS), section.get(BARRIER), section.get(DATA_ORDERED),
                    section.get(COMMIT));
        }

        static void write(Ocfs2Spec spec, SectionWriter out) {
            out.put(TYPE, OCFS2).put(LABEL, spec.label()).put(STACK, spec.stack()).put(BLOCK_SIZE, spec.blockSize())
                    .put(CLUSTER_SIZE, spec.clusterSize()).put(SLOTS, spec.slots()).put(JOURNAL, spec.journal())
                    .put(HEARTBEAT, spec.heartbeatThreshold()).put(IDLE, spec.idleTimeout());
            writeAccessTimes(spec.accessTimes(), out);
            out.put(SECURITY_LABELS, spec.securityLabels()).put(BARRIER, spec.barrier())
                    .put(DATA_ORDERED, spec.dataOrdered()).put(COMMIT, spec.commit());
        }
    }

    /** Fields of GFS2. */
    static final class Gfs2 {
        static final Field<Gfs2Spec.Protocol> PROTOCOL = of("protocol",
                Scalars.choice("lock protocol", Gfs2Spec.Protocol.values(), p -> p.name().toLowerCase(Locale.ROOT)),
                Gfs2Spec.Protocol.LOCK_DLM, "Lock manager: fs/dlm, or none, for one node (lock_nolock), as mkfs.gfs2 -p.").from("mkfs.gfs2(8)");
        static final Field<Bytes> BLOCK_SIZE = of("blockSize", BLOCK, Bytes.kib(4), "File system block.")
                .from("provisioning reference 3.3");
        static final Field<Bytes> RESOURCE_GROUP = of("resourceGroup",
                Scalars.wholeMebibytes(Bytes.mib(32), Bytes.gib(2)), Bytes.mib(256), "Size of a resource group.")
                .from("kernel reference 4.2");
        static final Field<Integer> JOURNALS = optional("journals", Scalars.whole(1, 255),
                "one more than there are nodes", "Journals: one for each node that mounts it.")
                .from("provisioning reference 1.3");
        static final Field<Bytes> JOURNAL = optional("journal", Scalars.wholeMebibytes(Bytes.mib(8), Bytes.gib(1)),
                "mkfs.gfs2's: 128 MiB from 16 GiB a journal", "Size of each journal.").from("kernel reference 4.2");
        static final Field<String> LOCK_TABLE = optional("lockTable", Texts.LOCK_TABLE,
                "the names of cluster and volume", "cluster:name, as mkfs.gfs2 -t takes it.")
                .from("provisioning reference 3.3");
        static final Field<Boolean> BARRIER = of("barrier", Scalars.YES_NO, true,
                "Cache flushes are sent to the LUN; otherwise mounted nobarrier.").from("gfs2(5)");
        static final Field<Duration> COMMIT = of("commit", COMMIT_TIME, Duration.ofSeconds(30),
                "Log flush period (commit=).").from("kernel reference 3.2");
        static final Field<Duration> STATFS_QUANTUM = of("statfsQuantum",
                Scalars.time(Duration.ZERO, Duration.ofHours(1)), Duration.ofSeconds(30),
                "After so long a node adds its changes of free space to the sums of all nodes (statfs_quantum=); at 0 s statfs() locks "
                        + "every resource group instead.").from("kernel reference 3.2");
        static final Field<Boolean> LOGICAL_VOLUME = of("logicalVolume", Scalars.YES_NO, true,
                "It lies on a logical volume of LVM, as exports set it up: each write of a log header then costs one more request to flush the cache.")
                .from("releng/lab, measured");
        static final FieldType.Mapping MAPPING = new FieldType.Mapping(GFS2, List.of(TYPE, LABEL, PROTOCOL,
                BLOCK_SIZE, RESOURCE_GROUP, JOURNALS, JOURNAL, LOCK_TABLE, NOATIME, STRICTATIME, SECURITY_LABELS, BARRIER,
                DATA_ORDERED, COMMIT, STATFS_QUANTUM, LOGICAL_VOLUME));

        private Gfs2() {
        }

        static Gfs2Spec build(Section section, Context context) {
            int journals = section.or(JOURNALS, context.nodes() + 1);
            return new Gfs2Spec(section.or(LABEL, GFS2), section.get(PROTOCOL), section.get(BLOCK_SIZE),
                    section.get(RESOURCE_GROUP), journals,
                    section.or(JOURNAL, MkfsDefaults.gfs2Journal(context.volume(), journals)),
                    section.or(LOCK_TABLE, context.clusterName() + ":" + context.volumeName()), accessTimes(section),
                    section.get(SECURITY_LABELS), section.get(BARRIER), section.get(DATA_ORDERED), section.get(COMMIT),
                    section.get(STATFS_QUANTUM), section.get(LOGICAL_VOLUME));
        }

        static void write(Gfs2Spec spec, SectionWriter out) {
            out.put(TYPE, GFS2).put(LABEL, spec.label()).put(PROTOCOL, spec.protocol()).put(BLOCK_SIZE, spec.blockSize())
                    .put(RESOURCE_GROUP, spec.resourceGroup()).put(JOURNALS, spec.journals())
                    .put(JOURNAL, spec.journal()).put(LOCK_TABLE, spec.lockTable());
            writeAccessTimes(spec.accessTimes(), out);
            out.put(SECURITY_LABELS, spec.securityLabels()).put(BARRIER, spec.barrier())
                    .put(DATA_ORDERED, spec.dataOrdered()).put(COMMIT, spec.commit())
                    .put(STATFS_QUANTUM, spec.statfsQuantum()).put(LOGICAL_VOLUME, spec.logicalVolume());
        }
    }

    /** Fields of ext4 and XFS. */
    static final class Local {
        static final Field<Boolean> SHARED = of("shared", Scalars.YES_NO, false,
                "One such file system is mounted on all nodes at once, which destroys it. Otherwise each node has its "
                        + "own on the LUN: the baseline.").from("provisioning reference 2, number 28");
        static final Field<Boolean> BARRIER = of("barrier", Scalars.YES_NO, true, "Cache flushes are sent to the LUN.");
        static final Field<Duration> COMMIT_EXT4 = of("commit", COMMIT_TIME, Duration.ofSeconds(5),
                "Journal commit interval.").from("jbd2: kernel reference 3.5");
        static final Field<Duration> COMMIT_XFS = of("commit", COMMIT_TIME, Duration.ofSeconds(30),
                "Log write-back period (fs.xfs.xfssyncd_centisecs).").from("kernel documentation, admin-guide/xfs");
        static final FieldType.Mapping MAPPING_EXT4 = new FieldType.Mapping(EXT4,
                List.of(TYPE, LABEL, SHARED, NOATIME, STRICTATIME, SECURITY_LABELS, BARRIER, COMMIT_EXT4));
        static final FieldType.Mapping MAPPING_XFS = new FieldType.Mapping(XFS,
                List.of(TYPE, LABEL, SHARED, NOATIME, STRICTATIME, SECURITY_LABELS, BARRIER, COMMIT_XFS));

        private Local() {
        }

        static LocalSpec build(Section section, LocalSpec.Kind kind) {
            Field<Duration> commit = kind == LocalSpec.Kind.EXT4 ? COMMIT_EXT4 : COMMIT_XFS;
            return new LocalSpec(section.or(LABEL, Scalars.word(kind)), kind, section.get(SHARED),
                    accessTimes(section), section.get(SECURITY_LABELS), section.get(BARRIER), section.get(commit));
        }

        static void write(LocalSpec spec, SectionWriter out) {
            out.put(TYPE, Scalars.word(spec.kind())).put(LABEL, spec.label()).put(SHARED, spec.shared());
            writeAccessTimes(spec.accessTimes(), out);
            out.put(SECURITY_LABELS, spec.securityLabels()).put(BARRIER, spec.barrier())
                    .put(COMMIT_EXT4, spec.commit());
        }
    }

    private FileSystemFields() {
    }

    /** A given strictatime needs no word on noatime, whose default it replaces. */
    private static AccessTimes accessTimes(Section section) {
        if (section.get(STRICTATIME)) {
            return AccessTimes.STRICTATIME;
        }
        return section.get(NOATIME) ? AccessTimes.NOATIME : AccessTimes.RELATIME;
    }

    private static void writeAccessTimes(AccessTimes times, SectionWriter out) {
        out.put(NOATIME, times == AccessTimes.NOATIME).put(STRICTATIME, times == AccessTimes.STRICTATIME);
    }

    /** The kinds of file systems by their type. Not a constant: its parts need this class's own constants first. */
    static Map<String, FieldType.Mapping> variants() {
        Map<String, FieldType.Mapping> variants = new LinkedHashMap<>();
        variants.put(OCFS2, Ocfs2.MAPPING);
        variants.put(GFS2, Gfs2.MAPPING);
        variants.put(EXT4, Local.MAPPING_EXT4);
        variants.put(XFS, Local.MAPPING_XFS);
        return variants;
    }

    /** What is compared if the scenario does not say: both cluster file systems and the baseline. */
    static List<FileSystemSpec> standard(Context context) {
        Section none = Section.absent("fileSystems", Span.FILE);
        return List.of(Ocfs2.build(none, context), Gfs2.build(none, context), Local.build(none, LocalSpec.Kind.EXT4));
    }

    static FileSystemSpec build(Section section, Context context) {
        return switch (section.get(TYPE)) {
            case OCFS2 -> Ocfs2.build(section, context);
            case GFS2 -> Gfs2.build(section, context);
            case EXT4 -> Local.build(section, LocalSpec.Kind.EXT4);
            default -> Local.build(section, LocalSpec.Kind.XFS);
        };
    }

    static void write(FileSystemSpec spec, SectionWriter out) {
        if (spec instanceof Ocfs2Spec ocfs2) {
            Ocfs2.write(ocfs2, out);
        } else if (spec instanceof Gfs2Spec gfs2) {
            Gfs2.write(gfs2, out);
        } else {
            Local.write((LocalSpec) spec, out);
        }
    }
}
