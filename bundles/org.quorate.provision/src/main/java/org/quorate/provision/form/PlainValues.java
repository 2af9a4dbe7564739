// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Setting;

/** What plain commands call things beside the settings of a plan: this node, another one, ports by protocol. Thread-safe. */
final class PlainValues {

    private static final long END = 1 << 20;

    private final ProvisioningPlan plan;
    private final Map<String, String> nodes = new LinkedHashMap<>();

    PlainValues(ProvisioningPlan plan) {
        this.plan = plan;
        for (int i = 0; i < plan.words("NODE_NAMES").size(); i++) {
            nodes.put(plan.words("NODE_NAMES").get(i), plan.words("NODE_ADDRESSES").get(i));
        }
    }

    /** For the commands of one node. */
    PlainTemplate of(String node) {
        Map<String, Setting> values = new LinkedHashMap<>(plan.settings());
        List<String> names = plan.words("NODE_NAMES");
        Map<String, String> texts = Map.of("NODE", node, "NODE_ADDRESS", nodes.get(node),
                "VICTIM", names.get((names.indexOf(node) + names.size() - 1) % names.size()), "FIRST_ADDRESS", nodes.get(names.get(0)),
                "FENCING_MARK", plan.table("FENCING_MARKS").get(node),
                "LUN_TAIL", String.valueOf(Long.parseLong(plan.text("LUN_BYTES")) - END),
                "OWN_O2CB", plan.table("FILE_MODES").containsKey("/etc/systemd/system/quorate-o2cb.service") ? "yes" : "no",
                "FENCE_SCRIPTS", plan.table("FILE_MODES").containsKey("/etc/quorate/fence-" + node) ? "yes" : "no");
        texts.forEach((name, value) -> values.put(name, new Setting.Text(value)));
        values.put("TCP_PORTS", ports("/tcp"));
        values.put("UDP_PORTS", ports("/udp"));
        values.put("PACKAGES", certain("PACKAGES"));
        values.put("HELD", certain("HELD"));
        if (values.get("DIRECTORIES") instanceof Setting.Words words) {
            values.put("SUBDIRECTORIES", new Setting.Words(words.values().subList(1, words.values().size())));
        }
        for (String part : List.of("cluster", "volume", "php")) {
            String name = "CIB_" + part.toUpperCase(Locale.ROOT);
            values.put(name, deletable("cib/" + part + ".delete"));
            values.put(name + "_STOP", new Setting.Words(content("cib/" + part + ".stop").lines().toList()));
        }
        List<String> cluster = ((Setting.Words) values.get("CIB_CLUSTER")).values();
        values.put("CIB_CLUSTER_RESOURCES", new Setting.Words(cluster.stream().filter(id -> !id.startsWith("fence-")).toList()));
        values.put("CIB_CLUSTER_DEVICES", new Setting.Words(cluster.stream().filter(id -> id.startsWith("fence-")).toList()));
        return new PlainTemplate(values, nodes, node, this::included);
    }

    /** As the firewall writes ranges: ufw 5404:5405, firewalld 5404-5405. */
    private Setting ports(String protocol) {
        String range = plan.words("DIALECTS").contains("firewalld") ? "-" : ":";
        return new Setting.Words(plan.words("PORTS").stream().filter(port -> port.endsWith(protocol))
                .map(port -> port.substring(0, port.length() - protocol.length()).replace(":", range)).toList());
    }

    /** Of alternatives the first. */
    private Setting certain(String name) {
        return new Setting.Words(plan.words(name).stream().map(names -> names.split("\\|")[0]).toList());
    }

    private Setting deletable(String path) {
        List<String> ids = new ArrayList<>(content(path).lines().toList());
        Collections.reverse(ids);
        return new Setting.Words(ids);
    }

    /** Commands of a file that works on a copy of the cluster's configuration. */
    private String included(String path) {
        String content = content(path);
        return content.substring(content.indexOf("set -euo pipefail\n") + "set -euo pipefail\n".length())
                .replace("\"$1\"", "/root/before-quorate/after.xml");
    }

    private String content(String path) {
        return plan.files().stream().filter(file -> file.path().equals(path)).findFirst().map(file -> file.content()).orElse("");
    }
}
