// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A world-wide identifier of a LUN, which tools write in several forms: {@code 0x6001405...} of lsblk, {@code wwn-0x6001405...} of udev,
 * {@code naa.6001405...} of sysfs, {@code 36001405...} of multipath and scsi_id, whose first digit is the type of the identifier (SPC-4,
 * 7.8.6.2.1; 3: NAA, 2: EUI-64). Immutable, thread-safe.
 *
 * @param digits hexadecimal digits in lower case, without prefix
 * @param eui    an EUI-64, not an NAA identifier
 */
public record Wwid(String digits, boolean eui) {

    /** The first digit is the format: 2, 3 and 5 have 16 digits, 6 has 32 (SPC-4, 7.8.6.6). */
    private static final Pattern NAA = Pattern.compile("(?:wwn-)?(?:naa\\.|(?:0x)?3?)([235][0-9a-f]{15}|6[0-9a-f]{31})");
    /** Without a prefix only where it cannot be meant for an NAA identifier. */
    private static final Pattern EUI = Pattern.compile("(?:eui\\.|(?:0x)?2)([0-9a-f]{16})|(?:wwn-)?(?:0x)?([014789a-f][0-9a-f]{15})");
    /** A namespace's NGUID as the kernel writes it (NVMe base specification, 4.7.1.3). */
    private static final Pattern NGUID = Pattern.compile("eui\\.[0-9a-f]{32}");
    private static final Pattern ZEROS = Pattern.compile("0+");

    /** Reads any of the forms; empty when it is none, also with a blank around it: plans have none. */
    public static Optional<Wwid> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher naa = NAA.matcher(lower);
        if (naa.matches()) {
            return Optional.of(new Wwid(naa.group(1), false));
        }
        Matcher eui = EUI.matcher(lower);
        return eui.matches() ? Optional.of(new Wwid(eui.group(1) != null ? eui.group(1) : eui.group(2), true))
                .filter(wwid -> !ZEROS.matcher(wwid.digits()).matches()) : Optional.empty();
    }

    /** One form of all, also of a text with blanks around it: the digits of an NAA identifier, an EUI-64 as multipath has it; any other text in lower case; empty for empty. */
    public static String normal(String text) {
        String bare = text.strip();
        return parse(bare).map(wwid -> wwid.eui() ? wwid.multipathForm() : wwid.digits()).orElseGet(() -> bare.toLowerCase(Locale.ROOT));
    }

    /**
     * No two devices in the world have it. Texts of a vendor ({@code t10.ATA     QEMU HARDDISK QM00001}) are not such: each virtual machine has
     * a disk of that name.
     */
    public static boolean isGlobal(String text) {
        return parse(text).isPresent() || NGUID.matcher(text).matches() && !ZEROS.matcher(text.substring(4)).matches();
    }

    /** The link that udev makes. */
    public String devicePath() {
        return "/dev/disk/by-id/wwn-0x" + digits;
    }

    /** As /sys/block/sdX/device/wwid has it. */
    public String kernelForm() {
        return (eui ? "eui." : "naa.") + digits;
    }

    /** As multipath.conf has it. */
    public String multipathForm() {
        return (eui ? "2" : "3") + digits;
    }
}
