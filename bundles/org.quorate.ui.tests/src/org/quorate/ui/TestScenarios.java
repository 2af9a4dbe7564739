// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

/** Scenarios that tests start from. */
public final class TestScenarios {

    /** Small, valid, with a comment to be kept; its comparison takes a moment. */
    public static final String SMALL = """
            # Two servers.
            schemaVersion: 1
            name: small
            title: A small scenario
            cluster:
              name: web
              nodes:
                - {name: node1, address: 192.168.1.101}
                - {name: node2, address: 192.168.1.102}   # the second
              fencing: {agent: sbd}
            lun:
              name: data
              size: 20 GiB
              wwid: "360014055f3c8b2a1d9e4c7fa0b61e2d3"
              iqn: iqn.2024-01.net.example:data
              portals: ["192.168.1.50:3260"]
            mountPoint: /shared
            fileSystems:
              - type: ocfs2
                slots: 2
              - type: gfs2
                journals: 3
            workload:
              fileSets:
                - {name: files, files: 50}
              phases:
                - name: stats
                  closed: {threads: 1, thinkTime: 5 ms}
                  duration: 200 ms
                  mix:
                    - {operation: stat, fileSet: files, access: any}
                    - {operation: create, fileSet: files}
            study: {replications: 2}
            """;

    private TestScenarios() {
    }
}
