// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quorate.model.KernelProfile;
import org.quorate.model.OsRelease;
import org.quorate.model.SlabCache;

/**
 * Kernel profiles by version. Measured are 4.4, 6.1, 6.8, 6.12 and the lab's 6.1-uml ({@code slab-objects.csv} beside
 * this class says from what); releases between 4.4 and 6.12 are interpolated and say so. Pure functions, thread-safe.
 */
public final class KernelProfiles {

    /** Versions with sizes of their own. */
    private static final List<String> MEASURED = List.of("4.4", "6.1", "6.8", "6.12");
    /** The user-mode kernel of the lab. */
    public static final String LAB_UML = "6.1-uml";

    /** fs/dlm acknowledges since 5.14 (kernel reference 5.1: midcomms; 8.5: minor 2). */
    private static final int ACKNOWLEDGED_SINCE = new KernelVersion(5, 14).place();
    /** The callback array left dlm_lkb with 6.4 (kernel reference 5.1 and struct_sizes: dlm_cb). */
    private static final int SMALL_LKB_SINCE = new KernelVersion(6, 4).place();

    private KernelProfiles() {
    }

    /** What may be written as a version, in words. */
    public static String allowed() {
        return "a release from 4.4 to 6.12 (measured: " + String.join(", ", MEASURED) + "), or " + LAB_UML;
    }

    /**
     * The profile of a version.
     *
     * @param version as in {@code 5.15}, or {@link #LAB_UML}
     * @throws IllegalArgumentException the version is not between 4.4 and 6.12
     */
    public static KernelProfile named(String version) {
        return find(version).orElseThrow(() -> new IllegalArgumentException("no kernel profile " + version));
    }

    /** The profile of a version, if it lies between 4.4 and 6.12. */
    public static Optional<KernelProfile> find(String version) {
        Map<String, Map<SlabCache, Integer>> tables = read();
        if (version.equals(LAB_UML)) {
            return Optional.of(new KernelProfile(version, true, 2, tables.get(LAB_UML)));
        }
        return KernelVersion.of(version).filter(release -> release.place() >= first().place())
                .map(release -> profile(version, release, tables));
    }

    /**
     * Whether a kernel is of that release or a later one.
     *
     * @param version as {@link #named} takes it
     * @param major   of the release
     * @param minor   of the release
     */
    public static boolean isSince(String version, int major, int minor) {
        String release = version.equals(LAB_UML) ? "6.1" : version;
        return KernelVersion.of(release).orElseThrow(() -> new IllegalArgumentException("no kernel profile " + version)).place()
                >= new KernelVersion(major, minor).place();
    }

    private static KernelVersion first() {
        return KernelVersion.of(MEASURED.get(0)).orElseThrow();
    }

    private static KernelProfile profile(String version, KernelVersion release,
            Map<String, Map<SlabCache, Integer>> tables) {
        int dlmMinor = release.place() >= ACKNOWLEDGED_SINCE ? 2 : 1;
        if (MEASURED.contains(version)) {
            return new KernelProfile(version, true, dlmMinor, tables.get(version));
        }
        TreeMap<Integer, Map<SlabCache, Integer>> byPlace = new TreeMap<>();
        for (String measured : MEASURED) {
            byPlace.put(KernelVersion.of(measured).orElseThrow().place(), tables.get(measured));
        }
        return new KernelProfile(version, false, dlmMinor, interpolated(release.place(), byPlace));
    }

    /** In a straight line over the releases, in steps of 8 bytes; but dlm_lkb changed at once. */
    private static Map<SlabCache, Integer> interpolated(int place, TreeMap<Integer, Map<SlabCache, Integer>> byPlace) {
        Map.Entry<Integer, Map<SlabCache, Integer>> below = byPlace.floorEntry(place);
        Map.Entry<Integer, Map<SlabCache, Integer>> above = byPlace.ceilingEntry(place);
        double share = (double) (place - below.getKey()) / (above.getKey() - below.getKey());
        Map<SlabCache, Integer> sizes = new EnumMap<>(SlabCache.class);
        for (SlabCache cache : SlabCache.values()) {
            int from = below.getValue().get(cache);
            int to = above.getValue().get(cache);
            boolean step = cache == SlabCache.DLM_LKB && above.getKey() > SMALL_LKB_SINCE
                    && below.getKey() < SMALL_LKB_SINCE;
            sizes.put(cache, step ? (place < SMALL_LKB_SINCE ? from : to)
                    : (int) (8 * Math.round((from + share * (to - from)) / 8)));
        }
        return sizes;
    }

    /** The kernel that a release boots by default: its general-availability kernel, Oracle's UEK where OCFS2 needs it. */
    public static String defaultVersion(OsRelease os) {
        return switch (os) {
            case UBUNTU_16_04 -> "4.4";
            case UBUNTU_18_04 -> "4.15";
            case UBUNTU_20_04, ORACLE_8 -> "5.4";
            case UBUNTU_22_04, ORACLE_9 -> "5.15";
            case UBUNTU_24_04 -> "6.8";
            case DEBIAN_12 -> "6.1";
            case RHEL_8 -> "4.18";
            case RHEL_9, SLES_15 -> "5.14";
            case RHEL_10 -> "6.12";
        };
    }

    private static Map<String, Map<SlabCache, Integer>> read() {
        Map<String, Map<SlabCache, Integer>> tables = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                KernelProfiles.class.getResourceAsStream("slab-objects.csv"), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#") && !line.startsWith("version,")).forEach(line -> {
                String[] cells = line.split(",", 4);
                tables.computeIfAbsent(cells[0], version -> new EnumMap<>(SlabCache.class))
                        .put(SlabCache.valueOf(cells[1]), Integer.valueOf(cells[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }
}
