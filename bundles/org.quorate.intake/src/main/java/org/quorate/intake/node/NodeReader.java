// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.model.inventory.ClockFacts;
import org.quorate.model.inventory.FileFacts;
import org.quorate.model.inventory.ModuleFacts;
import org.quorate.model.inventory.MountFacts;
import org.quorate.model.inventory.NicFacts;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.model.inventory.PackageFacts;
import org.quorate.model.inventory.ServiceFacts;
import org.quorate.model.inventory.SessionFacts;
import org.quorate.model.inventory.SystemFacts;

/** Reads what inventory.sh prints on a node. Pure function of the text, thread-safe. */
public final class NodeReader {

    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z0-9_]+)=(?:\"(.*)\"|'(.*)'|(.*))");
    private static final Pattern TOTAL = Pattern.compile("MemTotal: +([0-9]{1,15}) kB");
    /** {@code 2: eth0    inet 10.0.0.1/24 brd ...} of ip -o (iproute2, ip-address(8)). */
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+: +([^ ]+) +inet6? +([0-9a-fA-F.:]+)(?: peer [0-9a-fA-F.:]+)?(/[0-9]+) .*");
    private final Sections sections;

    private NodeReader(Sections sections) {
        this.sections = sections;
    }

    /**
     * Reads the output of one node.
     *
     * @param node as the user named it
     * @throws IntakeException if it is no such output, or too large
     */
    public static NodeInventory read(String node, IntakeSource source) throws IOException {
        return new NodeReader(Sections.read(source, "quorate-inventory 1")).inventory(node);
    }

    private NodeInventory inventory(String node) {
        List<String> remarks = new ArrayList<>(sections.remarks());
        boolean root = sections.line("user").equals("0");
        if (!root) {
            remarks.add("taken without root: the initiator's name and what lies on devices may be unknown");
        }
        if (sections.lacks("devices")) {
            remarks.add("there is no lsblk: block devices are unknown");
        }
        if (sections.lacks("addresses")) {
            remarks.add("there is no ip: addresses are unknown");
        }
        return new NodeInventory(node, system(root), clock(), integer(sections.line("processors")).orElse(0), processor(), memory(), modules(),
                nics(), initiator(), sessions(), DeviceReader.devices(sections), List.of(), packages(), services(), files(), mounts(),
                sections.lines("firewall").stream().map(String::stripTrailing).filter(line -> !line.isBlank()).toList(), remarks);
    }

    private SystemFacts system(boolean root) {
        Map<String, String> os = assignments("os");
        return new SystemFacts(sections.line("host"), os.getOrDefault("ID", ""), os.getOrDefault("VERSION_ID", ""),
                os.getOrDefault("PRETTY_NAME", ""), sections.line("kernel"), sections.line("machine"), sections.line("machine-id"), root);
    }

    private Map<String, String> assignments(String section) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : sections.lines(section)) {
            Matcher matcher = ASSIGNMENT.matcher(line.strip());
            if (matcher.matches()) {
                String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
                values.put(matcher.group(1), value);
            }
        }
        return values;
    }

    /** chronyc -c tracking: the 14th field is the leap status, Normal if it is in step (chronyc(1), tracking). */
    private ClockFacts clock() {
        for (String line : sections.lines("clock")) {
            String[] fields = line.strip().split(",");
            if (fields[0].equals("chrony") && fields.length >= 15) {
                return new ClockFacts(OptionalDouble.empty(), 0, "chrony", fields[14].equals("Normal"));
            }
        }
        boolean timesyncd = sections.lines("clock").stream().anyMatch(line -> line.strip().equals("timesyncd"));
        return new ClockFacts(OptionalDouble.empty(), 0, timesyncd ? "timesyncd" : "", timesyncd);
    }

    private String processor() {
        String line = sections.line("cpu");
        return line.substring(line.indexOf(':') + 1).strip();
    }

    private long memory() {
        return sections.lines("memory").stream().map(TOTAL::matcher).filter(Matcher::matches).findFirst()
                .map(matcher -> Long.parseLong(matcher.group(1)) << 10).orElse(0L);
    }

    private List<ModuleFacts> modules() {
        List<String> loaded = sections.rows("modules", "loaded", 2).stream().map(row -> row[1]).collect(Collectors.toCollection(ArrayList::new));
        // A file system that is built in is not in /proc/modules.
        sections.rows("modules", "filesystem", 2).forEach(row -> loaded.add(row[1]));
        return sections.rows("modules", "file", 3).stream().map(row -> new ModuleFacts(row[1], row[2].strip(), loaded.contains(row[1]))).toList();
    }

    private List<NicFacts> nics() {
        Map<String, List<String>> addresses = new LinkedHashMap<>();
        for (String line : sections.lines("addresses")) {
            Matcher matcher = ADDRESS.matcher(line + " ");
            if (matcher.matches()) {
                addresses.computeIfAbsent(matcher.group(1), name -> new ArrayList<>()).add(matcher.group(2) + matcher.group(3));
            }
        }
        return sections.rows("interfaces", "nic", 6).stream().map(row -> new NicFacts(row[1], row[2], row[3].equals("up"),
                integer(row[4]).orElse(0), positive(row[5]), addresses.getOrDefault(row[1], List.of()))).toList();
    }

    private Optional<String> initiator() {
        return sections.lines("initiator").stream().map(String::strip).filter(line -> line.startsWith("InitiatorName="))
                .map(line -> line.substring(14).strip()).filter(name -> !name.isEmpty()).findFirst();
    }

    private List<SessionFacts> sessions() {
        return sections.rows("sessions", "session", 4).stream().map(row -> new SessionFacts(row[1], row[2], row[3])).toList();
    }

    private List<PackageFacts> packages() {
        return sections.rows("packages", "installed", 3).stream().map(row -> new PackageFacts(row[1], row[2].strip())).toList();
    }

    private List<ServiceFacts> services() {
        return sections.lines("services").stream().map(line -> line.split("\t", -1)).filter(row -> row.length == 3)
                .filter(row -> !row[1].isEmpty() || !row[2].isEmpty())
                .filter(row -> !(row[1].equals("inactive") && row[2].isEmpty()) && !row[2].equals("not-found"))
                .map(row -> new ServiceFacts(row[0], row[1], row[2])).toList();
    }

    private List<FileFacts> files() {
        List<FileFacts> files = new ArrayList<>();
        file(files, "corosync", "/etc/corosync/corosync.conf");
        file(files, "ocfs2-cluster", "/etc/ocfs2/cluster.conf");
        file(files, "o2cb-debian", "/etc/default/o2cb");
        file(files, "o2cb-redhat", "/etc/sysconfig/o2cb");
        return files;
    }

    private void file(List<FileFacts> files, String section, String path) {
        List<String> lines = sections.lines(section);
        if (!lines.isEmpty()) {
            files.add(new FileFacts(path, String.join("\n", lines) + "\n"));
        }
    }

    /** /proc/mounts (proc(5)); blanks in names are octal, and tabs and line feeds stay so. */
    private List<MountFacts> mounts() {
        return sections.lines("mounts").stream().map(line -> line.split(" ")).filter(row -> row.length >= 4)
                .filter(row -> row[0].startsWith("/dev/") || row[2].equals("ocfs2") || row[2].equals("gfs2"))
                .map(row -> new MountFacts(unescaped(row[0]), unescaped(row[1]), row[2], row[3])).toList();
    }

    private static String unescaped(String text) {
        return text.replace("\\040", " ").replace("\\134", "\\");
    }

    private static OptionalInt positive(String text) {
        OptionalInt value = integer(text);
        return value.isPresent() && value.getAsInt() > 0 ? value : OptionalInt.empty();
    }

    private static OptionalInt integer(String text) {
        return text.strip().matches("-?[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(text.strip())) : OptionalInt.empty();
    }
}
