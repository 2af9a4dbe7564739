// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.quorate.model.yaml.Field.of;
import static org.quorate.model.yaml.Field.optional;
import static org.quorate.model.yaml.Field.required;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quorate.model.BitRate;
import org.quorate.model.Bytes;
import org.quorate.model.DeviceClass;
import org.quorate.model.Lun;
import org.quorate.model.LunService;
import org.quorate.model.Reservations;
import org.quorate.model.SecretReference;
import org.quorate.model.TimeDistribution;
import org.quorate.model.preset.DevicePresets;

/** The fields of {@code lun}, and how they become records and back. */
final class LunFields {

    private static final String CLASS_S = "that of the device class";
    private static final String CLASS_SOURCE = "lab README for lab-image-file and the writes of hybrid-array; otherwise data sheets of the class";

    /** Fields of {@code lun.service}. */
    static final class Service {
        private static final ScalarType<TimeDistribution> TIME = Texts.times(LunService.SHORTEST, LunService.LONGEST);
        static final Field<TimeDistribution> READ = optional("read", TIME, CLASS_S, "Random read of 4 KiB.").from(CLASS_SOURCE);
        static final Field<TimeDistribution> WRITE = optional("write", TIME, CLASS_S,
                "Write of 4 KiB into the device's cache.").from(CLASS_SOURCE);
        static final Field<TimeDistribution> FLUSH = optional("flush", TIME, CLASS_S,
                "Cache flush; also the cost that FUA adds.").from(CLASS_SOURCE);
        static final Field<BitRate> BANDWIDTH = optional("bandwidth",
                Scalars.bitRate(BitRate.SLOWEST, BitRate.FASTEST), CLASS_S,
                "Streaming rate of the medium, for the part of a request beyond its first 4 KiB.").from(CLASS_SOURCE);
        static final FieldType.Mapping TYPE = new FieldType.Mapping("service", List.of(READ, WRITE, FLUSH, BANDWIDTH));

        private Service() {
        }

        static LunService build(Section section, Optional<LunService> preset) {
            return new LunService(figure(section, READ, preset.map(LunService::read)),
                    figure(section, WRITE, preset.map(LunService::write)),
                    figure(section, FLUSH, preset.map(LunService::flush)),
                    figure(section, BANDWIDTH, preset.map(LunService::bandwidth)));
        }

        static void write(LunService service, SectionWriter out) {
            out.put(READ, service.read()).put(WRITE, service.write()).put(FLUSH, service.flush())
                    .put(BANDWIDTH, service.bandwidth());
        }
    }

    /** Fields of {@code lun.chap}. */
    static final class ChapLogin {
        static final Field<String> USER = required("user", Texts.LOGIN, "CHAP login.");
        static final Field<SecretReference> SECRET = required("secret", Texts.SECRET,
                "Where the CHAP secret of 12 to 16 bytes is kept; never the secret itself.")
                .from("provisioning reference 1.6 and 6");
        static final FieldType.Mapping TYPE = new FieldType.Mapping("chap", List.of(USER, SECRET));

        private ChapLogin() {
        }

        static void write(Lun.Chap chap, SectionWriter out) {
            out.put(USER, chap.user()).put(SECRET, chap.secret());
        }
    }

    /** Fields of {@code lun.reservations}. */
    static final class Reserved {
        static final Field<Reservations.Type> TYPE = of("type", Scalars.choice("type of reservation", Reservations.Type.class),
                Reservations.Type.WRITE_EXCLUSIVE_REGISTRANTS_ONLY, "Who may do what. write-exclusive and exclusive-access lock out all nodes"
                        + " but one.").from("provisioning reference 2, number 22");
        static final Field<Boolean> THROUGH_POWER_LOSS = of("throughPowerLoss", Scalars.YES_NO, true,
                "The target keeps keys and reservation over a loss of its power (APTPL); without, nobody is kept out after one.");
        static final FieldType.Mapping MAPPING = new FieldType.Mapping("reservations", List.of(TYPE, THROUGH_POWER_LOSS));

        private Reserved() {
        }

        static void write(Reservations reservations, SectionWriter out) {
            out.put(TYPE, reservations.type()).put(THROUGH_POWER_LOSS, reservations.throughPowerLoss());
        }
    }

    static final Field<String> NAME = required("name", Texts.VOLUME_NAME,
            "Volume name; also the GFS2 file system name and the OCFS2 label.").from("provisioning reference 3.3");
    static final Field<Bytes> SIZE = required("size", Scalars.size(Bytes.mib(64), Bytes.gib(1L << 22)), "Capacity.")
            .from("provisioning reference 3.1: 4 PiB is OCFS2's limit");
    static final Field<String> WWID = optional("wwid", Texts.WWID, "not known, which only an export needs",
            "World-wide identifier, as /dev/disk/by-id/wwn- or multipath show it.").from("provisioning reference 1.1");
    static final Field<String> IQN = optional("iqn", Texts.IQN, "not known, which only an export needs",
            "iSCSI qualified name of the target.").from("provisioning reference 6");
    static final Field<List<String>> PORTALS = optional("portals", new FieldType.ListOf<>(Texts.PORTAL, 1, 8),
            "not known, which only an export needs", "Addresses of the target; more than one needs multipath.")
            .from("provisioning reference 1.6");
    static final Field<Boolean> MULTIPATH = optional("multipath", Scalars.YES_NO, "true with several portals",
            "The LUN is reached through device-mapper multipath.").from("provisioning reference 1.7");
    static final Field<Section> CHAP = optional("chap", ChapLogin.TYPE, "no CHAP", "CHAP login, by reference.");
    static final Field<DeviceClass> DEVICE = of("device", Scalars.choice("device class", DeviceClass.class),
            DeviceClass.SATA_SSD, "Class of the device, which its service times come from.");
    static final Field<Section> SERVICE = optional("service", Service.TYPE, CLASS_S,
            "Service times of the device, where they are known better.");
    static final Field<BitRate> LINK = optional("link", Scalars.bitRate(BitRate.SLOWEST, BitRate.FASTEST),
            CLASS_S, "Bandwidth of the storage link.").from(CLASS_SOURCE);
    static final Field<Integer> QUEUE_DEPTH = optional("queueDepth", Scalars.whole(1, Lun.MOST_QUEUE_DEPTH), CLASS_S,
            "Requests that the device serves at the same time.").from(CLASS_SOURCE);
    static final Field<Duration> PATH_TIMEOUT = optional("pathTimeout", Scalars.time(Duration.ofSeconds(5), Duration.ofHours(1)),
            "as exported files set it: five sixths of the time until the node is dead, 120 s with one path",
            "I/O fails on a node that had no path for so long: no_path_retry * polling_interval of multipath + replacement_timeout of iSCSI.")
            .from("provisioning reference 1.6 and 1.7");
    static final Field<Section> RESERVATIONS = optional("reservations", Reserved.MAPPING, "none",
            "SCSI-3 persistent reservations for an application that does its own locking: a key for each node, and a reservation that keeps"
                    + " out who has none. Not together with fence agents scsi or mpath, which use the same.")
            .from("provisioning reference 1.5 and 2, number 22");
    static final FieldType.Mapping TYPE = new FieldType.Mapping("lun", List.of(NAME, SIZE, WWID, IQN, PORTALS,
            MULTIPATH, CHAP, DEVICE, SERVICE, LINK, QUEUE_DEPTH, PATH_TIMEOUT, RESERVATIONS));

    private LunFields() {
    }

    private static <T> T figure(Section section, Field<T> field, Optional<T> preset) {
        return section.given(field).or(() -> preset).orElseThrow();
    }

    static Lun build(Section section) {
        DeviceClass device = section.get(DEVICE);
        Optional<DevicePresets.Preset> preset =
                device == DeviceClass.CUSTOM ? Optional.empty() : Optional.of(DevicePresets.of(device));
        List<String> portals = section.or(PORTALS, List.of());
        return new Lun(section.get(NAME), section.get(SIZE), section.or(WWID, ""), section.or(IQN, ""), portals,
                section.or(MULTIPATH, portals.size() > 1),
                section.given(CHAP).map(chap -> new Lun.Chap(chap.get(ChapLogin.USER), chap.get(ChapLogin.SECRET))),
                device, Service.build(section.section(SERVICE), preset.map(DevicePresets.Preset::service)),
                figure(section, LINK, preset.map(DevicePresets.Preset::link)),
                figure(section, QUEUE_DEPTH, preset.map(DevicePresets.Preset::queueDepth)), section.given(PATH_TIMEOUT),
                section.given(RESERVATIONS).map(r -> new Reservations(r.get(Reserved.TYPE), r.get(Reserved.THROUGH_POWER_LOSS))));
    }

    static void write(Lun lun, SectionWriter out) {
        out.put(NAME, lun.name()).put(SIZE, lun.size()).putIf(!lun.wwid().isEmpty(), WWID, lun.wwid())
                .putIf(!lun.iqn().isEmpty(), IQN, lun.iqn()).putIf(!lun.portals().isEmpty(), PORTALS, lun.portals())
                .put(MULTIPATH, lun.multipath());
        lun.chap().ifPresent(chap -> out.section(CHAP, chap, ChapLogin::write));
        out.put(DEVICE, lun.device()).section(SERVICE, lun.service(), Service::write).put(LINK, lun.link())
                .put(QUEUE_DEPTH, lun.queueDepth()).put(PATH_TIMEOUT, lun.pathTimeout());
        lun.reservations().ifPresent(reservations -> out.section(RESERVATIONS, reservations, Reserved::write));
    }
}
