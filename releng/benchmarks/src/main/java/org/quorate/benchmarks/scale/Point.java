// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One point of the curve: a mixed load of metadata and data on a tree of files.
 *
 * @param nodes    of the cluster
 * @param files    in the name space
 * @param threads  of the whole cluster; a multiple of the nodes, or fewer than them
 * @param cached   files that are in the caches of the nodes that own them at the start, of all together; the rest is cold
 * @param seconds  simulated
 * @param shared   percent of the reads that go to anybody's files, not to the node's own
 */
record Point(int nodes, long files, int threads, long cached, int seconds, int shared) {

    private static final String HEAD = """
            schemaVersion: 1
            name: scale
            title: A point of the scale curve
            cluster:
              name: scale
              os: ubuntu-22.04
              interconnect: {roundTrip: 0.05 ms, variation: 30 %%, bandwidth: 10 Gbit/s}
              nodes:
            %s
            lun:
              name: scale
              size: 16 TiB
              wwid: "360014055f3c8b2a1d9e4c7fa0b61e2d3"
              iqn: iqn.2024-01.net.example:scale
              portals: ["10.9.0.1:3260"]
              device: nvme
              link: 10 Gbit/s
            mountPoint: /shared
            fileSystems:
              - {type: ocfs2, slots: %d}
              - {type: gfs2, journals: %d}
            workload:
              fileSets:
            %s
              phases:
                - name: work
                  closed: {threads: %d, thinkTime: exponential 20 ms}
                  duration: %d s
                  warmUp: 0 s
            %s
                  mix:
            %s
            initialState: {caches: %s}
            study: {seed: 1, replications: 2}
            """;

    String yaml() {
        List<String> list = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            list.add("    - {name: node" + i + ", address: 10.0.0." + i + ", cores: 16, memory: 64 GiB}");
        }
        int working = Math.min(nodes, threads);
        String only = working == nodes ? "" : "      nodes: [" + String.join(", ", names(working)) + "]";
        String caches = cached == 0 ? "cold" : cached == files ? "warm" : "warm, fileSets: [hot]";
        return String.format(Locale.ROOT, HEAD, String.join("\n", list), nodes, nodes, fileSets(), threads / working, seconds, only, mix(),
                caches);
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("node" + i);
        }
        return names;
    }

    private String fileSets() {
        return cached == 0 || cached == files ? set("data", files)
                : set("data", files - cached) + "\n" + set("hot", cached);
    }

    private static String set(String name, long count) {
        return "    - {name: " + name + ", files: " + count + ", size: lognormal 16 KiB variation 100 %, layout: tree, directories: "
                + Math.max(64, Math.min(1_000_000, count / 500)) + "}";
    }

    private String mix() {
        return share("stat", 30 - shared / 2, "") + share("read", 40 - (shared + 1) / 2, "") + share("write", 10, "")
                + share("create", 10, "") + share("unlink", 10, "")
                + (shared == 0 ? "" : share("stat", shared / 2.0, ", access: any") + share("read", shared / 2.0, ", access: any"));
    }

    private String share(String operation, double weight, String more) {
        return "        - {operation: " + operation + ", weight: " + weight + ", fileSet: " + (cached > 0 && cached < files ? "hot" : "data")
                + more + "}\n";
    }
}
