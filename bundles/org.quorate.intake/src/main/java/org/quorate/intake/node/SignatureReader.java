// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.GroupFacts;
import org.quorate.model.inventory.NodeInventory;

/** Reads what signatures.sh prints on a node, and adds it to the inventory. Pure function of the text, thread-safe. */
public final class SignatureReader {

    /** What signatures.sh reads of each device. */
    private static final long FIRST_BYTES = 1 << 20;

    private SignatureReader() {
    }

    /**
     * The inventory with what lies on its devices. A device whose beginning could not be read as a whole stays unexamined, with the signatures
     * that were found all the same.
     *
     * @throws IntakeException if it is no such output, or too large
     */
    public static NodeInventory add(NodeInventory before, IntakeSource source) throws IOException {
        Sections sections = Sections.read(source, "quorate-signatures 1");
        Map<String, String[]> firsts = new HashMap<>();
        sections.rows("signatures", "first", 4).forEach(row -> firsts.put(row[1], row));
        List<String> remarks = new ArrayList<>(before.remarks());
        List<DeviceFacts> devices = before.devices().stream().map(device -> !firsts.containsKey(device.name()) ? device
                : examined(device, signatures(sections, device.name()), firsts.get(device.name()), remarks)).toList();
        remarks.addAll(sections.remarks());
        return before.withDevices(devices, groups(sections)).withRemarks(remarks);
    }

    private static DeviceFacts examined(DeviceFacts device, List<String> signatures, String[] first, List<String> remarks) {
        long read = DeviceReader.number(first[3]);
        long wanted = Math.min(FIRST_BYTES, device.bytes());
        if (read == 0 || read < wanted) {
            remarks.add(device.name() + ": only " + read + " of its first " + wanted + " bytes could be read");
            return device.found(signatures);
        }
        return device.examined(signatures, OptionalLong.of(DeviceReader.number(first[2])));
    }

    /** As in {@code ext4 "data"}: what blkid says first, then what wipefs sees besides. */
    private static List<String> signatures(Sections sections, String device) {
        Map<String, String> tags = new HashMap<>();
        for (String[] row : sections.rows("signatures", "tag", 3)) {
            int equals = row[2].indexOf('=');
            if (row[1].equals(device) && equals > 0) {
                tags.putIfAbsent(row[2].substring(0, equals), row[2].substring(equals + 1).strip());
            }
        }
        Set<String> found = new LinkedHashSet<>();
        if (tags.containsKey("TYPE")) {
            found.add(tags.get("TYPE") + (tags.getOrDefault("LABEL", "").isEmpty() ? "" : " \"" + tags.get("LABEL") + "\""));
        }
        if (tags.containsKey("PTTYPE")) {
            found.add(tags.get("PTTYPE") + " partition table");
        }
        for (String[] row : sections.rows("signatures", "wipefs", 3)) {
            // Comma-separated: offset, UUID, label, type; the first line is a comment (wipefs(8), --parsable).
            String[] fields = row[2].strip().split(",", -1);
            if (row[1].equals(device) && !row[2].startsWith("#") && fields.length >= 4) {
                String type = fields[fields.length - 1].strip();
                if (found.stream().noneMatch(known -> known.split(" ")[0].equals(type))) {
                    found.add(type);
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<GroupFacts> groups(Sections sections) {
        List<GroupFacts> groups = new ArrayList<>();
        for (String[] row : sections.rows("volumes", "vg", 4)) {
            List<String> devices = sections.rows("volumes", "pv", 4).stream().filter(volume -> volume[2].strip().equals(row[1].strip()))
                    .map(volume -> volume[1].strip()).toList();
            groups.add(new GroupFacts(row[1].strip(), DeviceReader.number(row[2]), row[3].strip().equals("none") ? "" : row[3].strip(), devices));
        }
        return groups;
    }
}
