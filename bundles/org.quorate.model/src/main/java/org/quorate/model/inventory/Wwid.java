// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form for the world-wide identifiers of devices, which tools write in several: {@code 0x6001405...} of lsblk, {@code naa.6001405...} of
 * sysfs, {@code 36001405...} of multipath and scsi_id, whose first digit is the type of the identifier (SPC-4, 7.8.6.2.1; 3: NAA, 2: EUI-64).
 * Pure functions.
 */
public final class Wwid {

    /** NAA identifiers have 16 or 32 digits, the first of which is their format: 2, 3, 5 or 6 (SPC-4, 7.8.6.6). */
    private static final Pattern NAA = Pattern.compile("(?:wwn-)?(?:0x|naa\\.|3)?([2356][0-9a-f]{15}(?:[0-9a-f]{16})?)");
    private static final Pattern EUI = Pattern.compile("(?:eui\\.|2)?([0-9a-f]{16})");

    private Wwid() {
    }

    /** Hexadecimal digits for an NAA identifier or an EUI-64; any other text in lower case; empty for empty. */
    public static String normal(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        Matcher naa = NAA.matcher(lower);
        if (naa.matches()) {
            return naa.group(1);
        }
        Matcher eui = EUI.matcher(lower);
        return eui.matches() ? eui.group(1) : lower;
    }
}
