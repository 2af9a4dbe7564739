// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.List;
import org.quorate.model.DeviceClass;
import org.quorate.model.OsRelease;

/**
 * What a new scenario is to be made of; the rest follows from the preset and the defaults. Immutable, thread-safe. Texts are as a user
 * enters them: what is wrong with them is told by the reader of the scenario, at the field where it stands then.
 *
 * @param preset      that the workload is of
 * @param name        of the scenario
 * @param title       one line for people
 * @param nodes       1 to {@link org.quorate.model.Cluster#MOST_NODES}
 * @param os          of all nodes
 * @param network     that carries locks and data
 * @param size        of the LUN, as in "2 TiB"
 * @param device      class of the LUN
 * @param multipath   the LUN is reached over two portals
 * @param fileSystems types to compare, as in "ocfs2", each once
 */
public record NewScenario(String preset, String name, String title, int nodes, OsRelease os, Network network, String size,
        DeviceClass device, boolean multipath, List<String> fileSystems) {

    /** Types of file systems, in the order in which they are compared. */
    public static final List<String> TYPES = List.of("ocfs2", "gfs2", "ext4", "xfs");

    /** Networks that the samples and presets of this program have, with the round trips and their variation that they estimate for them. */
    public enum Network {
        GBIT_1("1 Gbit/s", "100 us", "30 %"),
        GBIT_10("10 Gbit/s", "60 us", "30 %"),
        GBIT_25("25 Gbit/s", "40 us", "20 %");

        private final String bandwidth;
        private final String roundTrip;
        private final String variation;

        Network(String bandwidth, String roundTrip, String variation) {
            this.bandwidth = bandwidth;
            this.roundTrip = roundTrip;
            this.variation = variation;
        }

        /** Of one node's link, as a scenario writes it. */
        public String bandwidth() {
            return bandwidth;
        }

        /** Of a small message, without the hosts' own work, as a scenario writes it. */
        public String roundTrip() {
            return roundTrip;
        }

        /** Of the round trip, as a scenario writes it. */
        public String variation() {
            return variation;
        }
    }

    public NewScenario {
        fileSystems = List.copyOf(fileSystems);
    }

    /** With another cluster and LUN. */
    public NewScenario with(int newNodes, OsRelease newOs, Network newNetwork, String newSize, DeviceClass newDevice, boolean newMultipath) {
        return new NewScenario(preset, name, title, newNodes, newOs, newNetwork, newSize, newDevice, newMultipath, fileSystems);
    }

    /** With other file systems. */
    public NewScenario with(List<String> newFileSystems) {
        return new NewScenario(preset, name, title, nodes, os, network, size, device, multipath, newFileSystems);
    }

    /** With another name and title. */
    public NewScenario named(String newName, String newTitle) {
        return new NewScenario(preset, newName, newTitle, nodes, os, network, size, device, multipath, fileSystems);
    }
}
