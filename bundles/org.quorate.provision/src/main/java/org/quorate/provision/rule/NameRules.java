// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.rule;

import java.util.Optional;
import java.util.regex.Pattern;
import org.quorate.model.Application;
import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.Lun;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.model.SecretReference;
import org.quorate.model.Wwid;

/**
 * Whether every name may stand in scripts and configuration files. The reader of scenarios has the same rules; these
 * hold for scenarios that were made otherwise. Patterns: provisioning reference 3.3 and 6. Thread-safe.
 */
final class NameRules {

    private static final Pattern SCENARIO = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern CLUSTER = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,15}");
    private static final Pattern NODE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern BYTE = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern VOLUME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,15}");
    private static final Pattern IQN =
            Pattern.compile("iqn\\.[0-9]{4}-(0[1-9]|1[0-2])\\.[a-z0-9.-]+(:[A-Za-z0-9._:-]+)?");
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._:@+-]{1,64}");
    private static final Pattern MOUNT_POINT = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9._-]*)+");
    private static final Pattern SYSTEM_PATH =
            Pattern.compile("/(bin|boot|dev|etc|lib|lib32|lib64|libx32|proc|root|run|sbin|sys|tmp|usr)(/.*)?"
                    + "|/(home|media|mnt|opt|srv|var)|/var/(lib|log|cache|tmp|spool|run)"
                    + "(/(quorate|pacemaker|corosync|pcsd)(/.*)?)?");
    private static final Pattern RELATIVE =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern FILE = Pattern.compile("(/[A-Za-z0-9._-]+){1,32}");
    private static final Pattern VAULT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._/-]*#[A-Za-z0-9_.][A-Za-z0-9._-]*");
    private static final int LONGEST_IQN = 223; // RFC 3720, section 3.2.6.1
    private static final int LONGEST_PATH = 200;

    private final Complaints complaints;

      NameRules(Complaints complaints) {
        this.complaints = complaints;
    }

    void check(Scenario scenario) {
        complaints.unlessMatches("scenario name", scenario.name(), SCENARIO, "a-z 0-9 and -, at most 63");
        path("mount point", scenario.mountPoint(), MOUNT_POINT, "an absolute path of letters, digits, . _ and -");
        complaints.unless(!SYSTEM_PATH.matcher(scenario.mountPoint()).matches(),
                "the mount point is a directory of the system; choose one of your own, such as /shared");
        cluster(scenario.cluster());
        lun(scenario.lun());
        scenario.application().ifPresent(this::application);
    }

    private void path(String what, String value, Pattern pattern, String allowed) {
        complaints.unlessMatches(what, value, pattern, allowed);
        complaints.unless(value.length() <= LONGEST_PATH, "the " + what + " is longer than " + LONGEST_PATH);
    }

    private void cluster(Cluster cluster) {
        complaints.unlessMatches("cluster name", cluster.name(), CLUSTER,
                "1 to 16 letters and digits, a letter first (o2cb takes nothing else)");
        for (Node node : cluster.nodes()) {
            complaints.unlessMatches("node name", node.name(), NODE, "a-z 0-9 and -, at most 63, as the host name");
            complaints.unless(isHostAddress(node.address()), "the address of a node must be an IPv4 address of a host");
        }
        cluster.quorumDevice().ifPresent(host -> complaints.unlessMatches("quorum device", host, HOST,
                "a host name or an IPv4 address"));
        cluster.fencing().ifPresent(this::fencing);
    }

    private void fencing(Fencing fencing) {
        for (Fencing.Device device : fencing.devices()) {
            complaints.unlessMatches("fence device's node", device.node(), NODE, "the name of a node");
            complaints.unlessMatches("fence device's address", device.address(), HOST, "a host name or an IPv4 address");
            if (!device.user().isEmpty()) {
                complaints.unlessMatches("fence device's user", device.user(), LOGIN, "letters, digits and . _ : @ + -");
            }
            secret("fence device's password", device.password());
        }
    }

    private void lun(Lun lun) {
        complaints.unlessMatches("volume name", lun.name(), VOLUME,
                "1 to 16 of A-Z a-z 0-9 _ -, no - first");
        // What is absent was complained about already: the model's own judgement of gaps.
        if (!lun.iqn().isEmpty()) {
            complaints.unlessMatches("IQN", lun.iqn(), IQN, "iqn.yyyy-mm.reversed.domain:name");
            complaints.unless(lun.iqn().length() <= LONGEST_IQN, "the IQN is longer than " + LONGEST_IQN);
        }
        complaints.unless(lun.wwid().isEmpty() || Wwid.parse(lun.wwid()).isPresent(), "the WWID is neither an NAA"
                + " identifier (16 or 32 hexadecimal digits, with a 3 before them as multipath shows it) nor an EUI-64");
        for (String portal : lun.portals()) {
            complaints.unless(isPortal(portal), "a portal must be IPv4:port");
        }
        lun.chap().ifPresent(chap -> {
            complaints.unlessMatches("CHAP user", chap.user(), LOGIN, "letters, digits and . _ : @ + -, at most 64");
            secret("CHAP secret", chap.secret());
        });
    }

    private void application(Application application) {
        complaints.unlessMatches("owner", application.owner(), USER, "a user name of a-z 0-9 _ -");
        complaints.unlessMatches("group", application.group(), USER, "a group name of a-z 0-9 _ -");
        complaints.unless(application.uid() > 0 && application.gid() > 0,
                "the data must not be root's: give the application a user and a group of its own");
        Optional<String> sessions = application.phpSessionPath();
        sessions.ifPresent(p -> path("PHP session path", p, RELATIVE, "a path below the mount point, without . first"));
    }

    private void secret(String what, SecretReference reference) {
        String place = reference.place();
        switch (reference.kind()) {
            case ENV -> complaints.unlessMatches(what + " env:", place, VARIABLE, "the name of a variable");
            case FILE -> complaints.unlessMatches(what + " file:", place, FILE, "an absolute path without blanks");
            case VAULT -> complaints.unlessMatches(what + " vault:", place, VAULT, "path#key");
        }
    }

    /** A dotted IPv4 address that one host can have. */
    static boolean isHostAddress(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (!BYTE.matcher(part).matches() || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        int first = Integer.parseInt(parts[0]);
        return first > 0 && first != 127 && first < 224;
    }

    private static boolean isPortal(String text) {
        int colon = text.lastIndexOf(':');
        return colon > 0 && isHostAddress(text.substring(0, colon))
                && text.substring(colon + 1).matches("[1-9][0-9]{0,4}")
                && Integer.parseInt(text.substring(colon + 1)) <= 65535;
    }
}
