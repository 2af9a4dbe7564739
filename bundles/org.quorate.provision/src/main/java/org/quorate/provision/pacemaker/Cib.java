// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.pacemaker;

import java.util.List;

/**
 * One object of Pacemaker's configuration, the cluster information base (Pacemaker Explained, chapters 5 to 9). Written
 * as pcs commands by {@link PcsForm} and as crmsh's text by {@link CrmshForm}. Immutable, thread-safe.
 */
sealed interface Cib {

    /** The ids that it adds to the configuration, by which a step finds out whether it is there. */
    List<String> ids();

    /**
     * Properties of the whole cluster.
     *
     * @param values each {@code name=value}
     */
    record Properties(List<String> values) implements Cib {

        @Override
        public List<String> ids() {
            return List.of();
        }
    }

    /**
     * A resource or a fence device.
     *
     * @param id         name
     * @param agent      {@code ocf:provider:type}, {@code systemd:unit} or {@code stonith:agent}
     * @param parameters each {@code name=value}
     * @param operations what is done to it, when and for how long
     * @param meta       meta attributes, each {@code name=value}
     * @param group      the group that it is a member of, after those before it; empty: none
     */
    record Primitive(String id, String agent, List<String> parameters, List<Operation> operations, List<String> meta,
            String group) implements Cib {

        private static final String FENCE = "stonith:";

        @Override
        public List<String> ids() {
            return List.of(id);
        }

        boolean isFenceDevice() {
            return agent.startsWith(FENCE);
        }

        /** The agent without the word that pcs says by another command. */
        String fenceAgent() {
            return agent.substring(FENCE.length());
        }
    }

    /**
     * One operation of a primitive.
     *
     * @param name    start, stop or monitor
     * @param options each {@code name=value}
     * @param advised further ones that only repeat what the agent's own description advises, each {@code name=value}. pcs
     *                takes them from there by itself; crmsh does not, and Pacemaker's default then ends after 20 s what may
     *                take longer
     */
    record Operation(String name, List<String> options, List<String> advised) {
    }

    /**
     * A resource or group that runs on every node. Always interleaved: without it, a restart of one node restarts what
     * depends on it on all nodes (provisioning reference 2, #21).
     *
     * @param of id of the resource or group
     */
    record Clone(String of) implements Cib {

        @Override
        public List<String> ids() {
            return List.of(id());
        }

        String id() {
            return of + "-clone";
        }
    }

    /**
     * One clone runs where another one runs, starts after it and stops before it.
     *
     * @param then  id of the clone that depends
     * @param first id of the clone that it depends on
     */
    record After(String then, String first) implements Cib {

        @Override
        public List<String> ids() {
            return List.of();
        }
    }

    /**
     * A resource never runs on a node.
     *
     * @param resource its id
     * @param node     name of the node
     */
    record Never(String resource, String node) implements Cib {

        @Override
        public List<String> ids() {
            return List.of();
        }
    }
}
