// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.model.Wwid;
import org.quorate.model.inventory.DeviceFacts;

/** Block devices of an inventory: lsblk's view with the identifiers of sysfs and udev. Pure functions. */
final class DeviceReader {

    /** A pair of lsblk -P; quotes and other characters of values are {@code \\xNN} (lsblk(8)). */
    private static final Pattern PAIR = Pattern.compile("([A-Z_-]+)=\"([^\"]*)\"");
    /** Only what can be printed is made a character again: a vendor's name shall not move a cursor. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\x([2-6][0-9a-f]|7[0-9a-e])");
    private static final int MOST_DEVICES = 20_000;

    private DeviceReader() {
    }

    static List<DeviceFacts> devices(Sections sections) {
        Map<String, String> wwids = wwids(sections);
        Map<String, String> maps = new HashMap<>();
        sections.rows("identifiers", "dmname", 3).forEach(row -> maps.put(row[1], row[2].strip()));
        Map<String, DeviceFacts> devices = new LinkedHashMap<>();
        for (String line : sections.lines("devices")) {
            Map<String, String> pairs = pairs(line);
            String name = pairs.getOrDefault("KNAME", "");
            // lsblk tells a device once for each that it lies on.
            if (name.isEmpty() || devices.size() >= MOST_DEVICES) {
                continue;
            }
            DeviceFacts before = devices.get(name);
            List<String> parents = new ArrayList<>(before == null ? List.of() : before.parents());
            String parent = pairs.getOrDefault("PKNAME", "");
            if (!parent.isEmpty() && !parents.contains(parent)) {
                parents.add(parent);
            }
            String wwid = wwids.getOrDefault(name, pairs.getOrDefault("TYPE", "").equals("disk") ? Wwid.normal(pairs.getOrDefault("WWN", "")) : "");
            String model = (pairs.getOrDefault("VENDOR", "").strip() + " " + pairs.getOrDefault("MODEL", "").strip()).strip();
            devices.put(name, new DeviceFacts(name, maps.getOrDefault(name, ""), pairs.getOrDefault("TYPE", ""), number(pairs.get("SIZE")),
                    wwid, pairs.getOrDefault("TRAN", ""), model, parents, pairs.getOrDefault("FSTYPE", ""), pairs.getOrDefault("MOUNTPOINT", ""),
                    List.of(), false, OptionalLong.empty()));
        }
        return List.copyOf(devices.values());
    }

    /** Of sysfs, which has them also without udev; of multipath's maps from the name that device-mapper has. */
    private static Map<String, String> wwids(Sections sections) {
        Map<String, String> wwids = new HashMap<>();
        for (String[] row : sections.rows("identifiers", "link", 3)) {
            if (row[1].startsWith("wwn-")) {
                String device = row[2].substring(row[2].lastIndexOf('/') + 1);
                if (!row[1].contains("-part")) {
                    wwids.putIfAbsent(device, Wwid.normal(row[1]));
                }
            }
        }
        for (String[] row : sections.rows("identifiers", "wwid", 3)) {
            wwids.put(row[1], Wwid.normal(row[2]));
        }
        for (String[] row : sections.rows("identifiers", "dm", 3)) {
            if (row[2].startsWith("mpath-")) {
                wwids.put(row[1], Wwid.normal(row[2].substring(6)));
            }
        }
        return wwids;
    }

    private static Map<String, String> pairs(String line) {
        Map<String, String> pairs = new HashMap<>();
        Matcher matcher = PAIR.matcher(line);
        while (matcher.find()) {
            pairs.put(matcher.group(1).replace('-', '_'), unescaped(matcher.group(2)));
        }
        return pairs;
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    static long number(String text) {
        return text != null && text.strip().matches("[0-9]{1,18}") ? Long.parseLong(text.strip()) : 0;
    }
}
