// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

/**
 * What a plan was made from. Immutable, thread-safe.
 *
 * @param title          of the scenario
 * @param scenarioSha256 checksum of the scenario as this program writes it, in hexadecimal digits
 * @param seed           of the scenario's study
 * @param contender      label of the file system
 * @param os             operating system of the nodes, as scenarios name it
 * @param fileSystem     {@code ocfs2} or {@code gfs2}
 * @param stack          cluster stack of the file system: {@code o2cb} or {@code pcmk}
 */
public record PlanOrigin(String title, String scenarioSha256, long seed, String contender, String os, String fileSystem,
        String stack) {
}
