// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Node;

/**
 * Lock memory in closed form (kernel reference 5.3): what nodes know and what they master for others, in numbers of files. Nodes are taken to know
 * files independently of each other.
 *
 * @param demands sizes of one file system
 * @param sets    what is known
 * @param nodes   of the cluster
 */
record LockMemory(Demands demands, FileSetState[] sets, int nodes) {

    List<Estimate.NodeMemory> bytes(List<Node> names) {
        double[] bytes = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            bytes[node] = demands.mountBytes(node);
        }
        for (FileSetState set : sets) {
            for (int owner = 0; owner < nodes; owner++) {
                addFiles(bytes, set, owner);
            }
            for (int group = 0; group < set.groups(); group++) {
                addDirectories(bytes, set, group);
            }
        }
        List<Estimate.NodeMemory> memory = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            memory.add(new Estimate.NodeMemory(names.get(node).name(), bytes[node]));
        }
        return memory;
    }

    private void addFiles(double[] bytes, FileSetState set, int owner) {
        double files = set.live(owner);
        double[] chance = new double[nodes];
        double[] written = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            chance[node] = FileSetState.share(set.knows(node, owner, set.known), files);
            bytes[node] += demands.flockBytes(set.knows(node, owner, set.locked));
            written[node] = Math.min(files * chance[node], set.knows(node, owner, set.rw));
        }
        add(bytes, files, chance, written, set.masterOfAll >= 0 ? set.masterOfAll : set.warm ? owner : -1);
        if (set.lately[owner] > 0) {
            bytes[owner] += demands.removedBytes(set.lately[owner]);
        }
    }

    private void addDirectories(double[] bytes, FileSetState set, int group) {
        double[] chance = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            chance[node] = set.knownDirectories[node][group];
        }
        // a directory has no dentry lock of its own and none for opening: less than a file by a half, of which there are few
        add(bytes, set.directoriesInGroup() / 2, chance, new double[nodes], -1);
    }

    /** Adds objects that each node knows with a chance; the master is the given node, or the first of those that know it. */
    private void add(double[] bytes, double count, double[] chance, double[] written, int master) {
        double sum = 0;
        double nobody = 1;
        for (double c : chance) {
            sum += c;
            nobody *= 1 - c;
        }
        if (sum == 0 || count == 0) {
            return;
        }
        double exist = master >= 0 ? Math.max(chance[master], 1 - nobody) : 1 - nobody;
        for (int node = 0; node < nodes; node++) {
            double masters = master >= 0 ? node == master ? exist : 0 : exist * chance[node] / sum;
            double others = sum - chance[node];
            double orphan = master == node ? Math.max(0, exist - chance[node]) : 0;
            double remote = masters <= 0 ? 0 : master >= 0 ? others : Math.max(0, sum - exist) * chance[node] / sum;
            double records = exist / nodes * (1 - Math.min(1, chance[node] + orphan));
            bytes[node] += demands.fileBytes(count * chance[node], written[node], count * remote, count * orphan, count * records);
        }
    }
}
