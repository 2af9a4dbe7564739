// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.quorate.model.yaml.Field.of;
import static org.quorate.model.yaml.Field.optional;
import static org.quorate.model.yaml.Field.required;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.quorate.model.Application;
import org.quorate.model.Bytes;
import org.quorate.model.Cluster;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.InitialState;
import org.quorate.model.Lun;
import org.quorate.model.Operation;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.model.Target;
import org.quorate.model.UnitFormat;

/** The fields of a scenario file as a whole, and how they become records and back. */
final class ScenarioFields {

    /** Fields of {@code initialState}. */
    static final class State {
        static final Field<InitialState.Caches> CACHES = of("caches",
                Scalars.choice("state of the caches", InitialState.Caches.class), InitialState.Caches.COLD,
                "cold: nothing is cached or locked; warm: every file has been read.");
        static final Field<String> BY = optional("by", Texts.HOST_NAME, "each node its own files",
                "The node that has read everything and masters its locks.");
        static final Field<List<String>> FILE_SETS = optional("fileSets", new FieldType.ListOf<>(Texts.IDENTIFIER, 1, 64),
                "all", "The file sets whose files have been read.");
        static final FieldType.Mapping TYPE = new FieldType.Mapping("initialState", List.of(CACHES, BY, FILE_SETS));

        private State() {
        }

        static InitialState build(Section section) {
            return new InitialState(section.get(CACHES), section.given(BY), section.or(FILE_SETS, List.of()));
        }

        static void write(InitialState state, SectionWriter out) {
            out.put(CACHES, state.caches()).put(BY, state.by());
            if (!state.fileSets().isEmpty()) {
                out.put(FILE_SETS, state.fileSets());
            }
        }
    }

    /** Fields of {@code targets[]}. */
    static final class Targets {
        static final Field<Target.Figure> FIGURE = required("figure", Scalars.choice("figure", Target.Figure.class),
                "What is demanded.");
        static final Field<Operation> OPERATION = optional("operation", Scalars.choice("operation", Operation.class),
                "all of the mix", "For latency: of which operation.");
        static final Field<Double> PERCENTILE = optional("percentile", percentile(), "95 for latency",
                "For latency: which percentile.");
        static final Field<String> LIMIT = required("limit", limit(),
                "A time for latency, a size for lock-memory (upper limits), /s for throughput (lower limit).");
        static final FieldType.Mapping TYPE = new FieldType.Mapping("a target",
                List.of(FIGURE, OPERATION, PERCENTILE, LIMIT));

        private Targets() {
        }

        private static ScalarType<Double> percentile() {
            ScalarType<Double> type = Scalars.number(0, 99.9999);
            return new ScalarType<>("percentile", "", type.allowed() + ", for example 95", List.of(), true,
                    type.parser(), type.toYaml(), type.schema());
        }

        /** Its unit depends on the figure, so the text is kept and read by {@link #limit(Target.Figure, String)}. */
        private static ScalarType<String> limit() {
            return new ScalarType<>("limit", "ms, MiB or /s", "a time, a size or a rate: 20 ms, 512 MiB, 500 /s", List.of(),
                    false, text -> text, text -> text, Scalars.pattern(UnitFormat.timePattern() + "|"
                            + UnitFormat.bytesPattern() + "|" + UnitFormat.perSecondPattern()));
        }

        /** Milliseconds, bytes or operations a second; throws if the unit is not one of the figure's. */
        static double limit(Target.Figure figure, String text) {
            return switch (figure) {
                case LATENCY -> UnitFormat.parseTime(text).toNanos() / 1e6;
                case LOCK_MEMORY -> UnitFormat.parseBytes(text).value();
                case THROUGHPUT -> UnitFormat.parsePerSecond(text);
            };
        }

        private static String limitText(Target target) {
            return switch (target.figure()) {
                case LATENCY -> UnitFormat.format(Duration.ofNanos(Math.round(target.limit() * 1e6)));
                case LOCK_MEMORY -> UnitFormat.format(new Bytes(Math.round(target.limit())));
                case THROUGHPUT -> UnitFormat.formatPerSecond(target.limit());
            };
        }

        static Target build(Section section) {
            Target.Figure figure = section.get(FIGURE);
            return new Target(figure, section.given(OPERATION),
                    section.or(PERCENTILE, figure == Target.Figure.LATENCY ? 95.0 : 0.0),
                    limit(figure, section.get(LIMIT)));
        }

        static void write(Target target, SectionWriter out) {
            out.put(FIGURE, target.figure()).put(OPERATION, target.operation())
                    .putIf(target.figure() == Target.Figure.LATENCY, PERCENTILE, target.percentile())
                    .put(LIMIT, limitText(target));
        }
    }

    /** Fields of {@code application}. */
    static final class App {
        private static final ScalarType<Integer> ID = Scalars.whole(0, 65_533);
        static final Field<String> OWNER = required("owner", Texts.USER, "User that owns the data.");
        static final Field<String> GROUP = optional("group", Texts.USER, "as the owner", "Its group.");
        static final Field<Integer> UID = optional("uid", ID, "33 for www-data, 48 for apache; else it must be given",
                "User id, equal on all nodes.").from("provisioning reference 1.8");
        static final Field<Integer> GID = optional("gid", ID, "the user id", "Group id, equal on all nodes.");
        static final Field<String> PHP_SESSION_PATH = optional("phpSessionPath", Texts.RELATIVE_PATH, "no PHP",
                "Directory of PHP sessions below the mount point.");
        static final FieldType.Mapping TYPE = new FieldType.Mapping("application",
                List.of(OWNER, GROUP, UID, GID, PHP_SESSION_PATH));

        private App() {
        }

        /** User ids that distributions fix (provisioning reference 1.8). */
        static Optional<Integer> knownUid(String owner) {
            return switch (owner) {
                case "root" -> Optional.of(0);
                case "www-data" -> Optional.of(33);
                case "apache" -> Optional.of(48);
                default -> Optional.empty();
            };
        }

        static Application build(Section section) {
            String owner = section.get(OWNER);
            int uid = section.given(UID).or(() -> knownUid(owner)).orElseThrow();
            return new Application(owner, section.or(GROUP, owner), uid, section.or(GID, uid),
                    section.given(PHP_SESSION_PATH));
        }

        static void write(Application application, SectionWriter out) {
            out.put(OWNER, application.owner()).put(GROUP, application.group()).put(UID, application.uid())
                    .put(GID, application.gid()).put(PHP_SESSION_PATH, application.phpSessionPath());
        }
    }

    /** Fields of {@code study}. */
    static final class Study {
        static final Field<Long> SEED = of("seed", Scalars.wholeLong(0, Long.MAX_VALUE), StudySettings.DEFAULT.seed(),
                "Seed of all random streams.");
        static final Field<Integer> REPLICATIONS = of("replications", Scalars.whole(StudySettings.LEAST_REPLICATIONS, StudySettings.MOST_REPLICATIONS),
                StudySettings.DEFAULT.replications(), "Independent runs of each file system; the fewest with precision or timeBudget.");
        static final Field<Double> CONFIDENCE = of("confidence", Scalars.percent(0.5, 0.999),
                StudySettings.DEFAULT.confidence(), "Confidence of the intervals.");
        static final Field<Double> PRECISION = optional("precision", Scalars.percent(StudySettings.FINEST, StudySettings.COARSEST),
                "replications are made",
                "Replications are added until the interval of each file system's mean latency over the mix is this share of the mean on "
                        + "either side; at least " + StudySettings.FEWEST_FOR_PRECISION + " are made.")
                .from("Law, Simulation Modeling and Analysis, section 9.4.1");
        static final Field<Integer> MOST = optional("maxReplications", Scalars.whole(StudySettings.FEWEST_FOR_PRECISION, StudySettings.MOST_REPLICATIONS),
                StudySettings.USUAL_MOST + ", or replications if that is more", "Most runs of each file system, with precision or timeBudget.");
        static final Field<Duration> TIME_BUDGET = optional("timeBudget", Scalars.time(StudySettings.SHORTEST_BUDGET, StudySettings.LONGEST_BUDGET),
                "no limit", "Replications that would end after this time are not added; those of replications are made in any case.");
        static final FieldType.Mapping TYPE = new FieldType.Mapping("study",
                List.of(SEED, REPLICATIONS, CONFIDENCE, PRECISION, MOST, TIME_BUDGET));

        private Study() {
        }

        static StudySettings build(Section section) {
            return new StudySettings(section.get(SEED), section.get(REPLICATIONS), section.get(CONFIDENCE),
                    section.given(PRECISION).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                    section.or(MOST, Math.max(StudySettings.USUAL_MOST, section.get(REPLICATIONS))), section.given(TIME_BUDGET));
        }

        static void write(StudySettings study, SectionWriter out) {
            out.put(SEED, study.seed()).put(REPLICATIONS, study.replications()).put(CONFIDENCE, study.confidence());
            study.precision().ifPresent(precision -> out.put(PRECISION, precision));
            out.putIf(study.sequential(), MOST, study.maxReplications()).put(TIME_BUDGET, study.timeBudget());
        }
    }

    static final Field<Integer> SCHEMA_VERSION = required("schemaVersion",
            Scalars.whole(Scenario.SCHEMA_VERSION, Scenario.SCHEMA_VERSION), "Version of the file format.");
    static final Field<String> NAME = required("name", Texts.SCENARIO_NAME, "Short identifier.");
    static final Field<String> TITLE = optional("title", Texts.LINE, "the name", "One line for people.");
    static final Field<Section> CLUSTER = required("cluster", ClusterFields.TYPE, "The nodes and what joins them.");
    static final Field<Section> LUN = required("lun", LunFields.TYPE, "The shared block device.");
    static final Field<String> MOUNT_POINT = optional("mountPoint", Texts.MOUNT_POINT, "/srv/ and the volume's name",
            "Absolute path at which every node mounts the file system.");
    static final Field<List<Section>> FILE_SYSTEMS = optional("fileSystems",
            new FieldType.ListOf<>(new FieldType.OneOf("file system", FileSystemFields.variants()), 1, 8),
            "ocfs2, gfs2 and a local ext4 as the baseline", "The contenders.");
    static final Field<Section> WORKLOAD = required("workload", WorkloadFields.TYPE, "What is done.");
    static final Field<Section> INITIAL_STATE = optional("initialState", State.TYPE, "cold",
            "What the caches hold when the first phase starts.");
    static final Field<List<Section>> TARGETS = optional("targets", new FieldType.ListOf<>(Targets.TYPE, 0, 64), "none",
            "What an answer must meet.");
    static final Field<Section> APPLICATION = optional("application", App.TYPE, "none is described",
            "The software that uses the mount.");
    static final Field<Section> STUDY = optional("study", Study.TYPE, "5 replications, 95 % confidence",
            "How a comparison is run.");
    static final FieldType.Mapping TYPE = new FieldType.Mapping("a scenario", List.of(SCHEMA_VERSION, NAME, TITLE,
            CLUSTER, LUN, MOUNT_POINT, FILE_SYSTEMS, WORKLOAD, INITIAL_STATE, TARGETS, APPLICATION, STUDY));

    private ScenarioFields() {
    }

    static Scenario build(Section section) {
        Cluster cluster = ClusterFields.build(section.get(CLUSTER));
        Lun lun = LunFields.build(section.get(LUN));
        FileSystemFields.Context context =
                new FileSystemFields.Context(cluster.name(), lun.name(), lun.size(), cluster.nodes().size());
        List<FileSystemSpec> fileSystems = section.given(FILE_SYSTEMS)
                .map(list -> list.stream().map(item -> FileSystemFields.build(item, context)).toList())
                .orElseGet(() -> FileSystemFields.standard(context));
        String name = section.get(NAME);
        return new Scenario(section.get(SCHEMA_VERSION), name, section.or(TITLE, name), cluster, lun,
                section.or(MOUNT_POINT, "/srv/" + lun.name()), fileSystems,
                WorkloadFields.build(section.get(WORKLOAD)), State.build(section.section(INITIAL_STATE)),
                section.or(TARGETS, List.of()).stream().map(Targets::build).toList(),
                section.given(APPLICATION).map(App::build), Study.build(section.section(STUDY)));
    }

    static void write(Scenario scenario, SectionWriter out) {
        out.put(SCHEMA_VERSION, scenario.schemaVersion()).put(NAME, scenario.name()).put(TITLE, scenario.title())
                .section(CLUSTER, scenario.cluster(), ClusterFields::write)
                .section(LUN, scenario.lun(), LunFields::write).put(MOUNT_POINT, scenario.mountPoint())
                .sections(FILE_SYSTEMS, scenario.fileSystems(), FileSystemFields::write)
                .section(WORKLOAD, scenario.workload(), WorkloadFields::write)
                .section(INITIAL_STATE, scenario.initialState(), State::write);
        if (!scenario.targets().isEmpty()) {
            out.sections(TARGETS, scenario.targets(), Targets::write);
        }
        scenario.application().ifPresent(application -> out.section(APPLICATION, application, App::write));
        out.section(STUDY, scenario.study(), Study::write);
    }
}
