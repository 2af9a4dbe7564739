// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.site;

import java.util.Locale;
import java.util.Optional;

/**
 * The world-wide identifier of a LUN, in the forms in which udev, the kernel and multipath write it. Immutable,
 * thread-safe.
 *
 * <p>An NAA identifier has 16 or 32 hexadecimal digits; multipath and scsi_id put a 3 before it (2 before an EUI-64).
 *
 * @param digits hexadecimal digits in lower case, without prefix
 * @param eui    an EUI-64, not an NAA identifier
 */
public record Wwid(String digits, boolean eui) {

    /** Reads either form, with or without {@code 0x}; empty when it is none. */
    public static Optional<Wwid> parse(String text) {
        String hex = text.toLowerCase(Locale.ROOT);
        if (hex.startsWith("0x")) {
            hex = hex.substring(2);
        }
        if (!hex.matches("[0-9a-f]{16,33}")) {
            return Optional.empty();
        }
        boolean prefixed = hex.length() == 17 || hex.length() == 33;
        if (prefixed && hex.startsWith("2") && hex.length() == 17) {
            return Optional.of(new Wwid(hex.substring(1), true));
        }
        String digits = prefixed && hex.startsWith("3") ? hex.substring(1) : hex;
        // The first digit of an NAA identifier is its kind: 2, 3 and 5 have 16 digits, 6 has 32.
        return digits.matches("[235][0-9a-f]{15}|6[0-9a-f]{31}") ? Optional.of(new Wwid(digits, false))
                : Optional.empty();
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
