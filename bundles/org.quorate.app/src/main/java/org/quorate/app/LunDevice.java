// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.List;
import java.util.Optional;
import org.quorate.model.Scenario;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.NodeInventory;

/**
 * The LUN on a node. Immutable.
 *
 * @param path   of the device; empty: it was not found
 * @param names  kernel names of the LUN: of its map and of its paths
 * @param remark what a person should know of it; empty: nothing
 */
record LunDevice(String path, List<String> names, String remark) {

    /**
     * Finds it by what the user says, else by its WWID.
     *
     * @param given path that the user gave
     */
    static LunDevice of(NodeInventory node, Optional<String> given, Optional<Scenario> scenario) {
        String wwid = scenario.map(plan -> plan.lun().wwid()).orElse("");
        List<DeviceFacts> found = node.devicesOf(wwid).stream().filter(DeviceFacts::isWhole).toList();
        List<String> names = found.stream().map(DeviceFacts::name).toList();
        if (given.isPresent()) {
            String name = given.get().substring(given.get().lastIndexOf('/') + 1);
            // Of other links than these nothing is known of what they lead to.
            boolean other = given.get().matches("/dev/(mapper/)?[^/]+") && found.stream().noneMatch(device -> name.equals(device.name()) || name.equals(device.map()));
            return new LunDevice(given.get(), names.isEmpty() ? List.of(name) : names, other && !names.isEmpty()
                    ? given.get() + " is read as you say; by its WWID the LUN would be " + String.join(", ", names) : "");
        }
        if (wwid.isEmpty()) {
            return new LunDevice("", names, "the LUN is not known: say which device it is on " + node.node()
                    + (scenario.isPresent() ? ", or give the scenario its lun.wwid" : ""));
        }
        if (found.isEmpty()) {
            return new LunDevice("", names, "no device has the WWID " + wwid + ": log in to the target, or say which device it is on "
                    + node.node());
        }
        Optional<DeviceFacts> map = found.stream().filter(device -> device.type().equals("mpath")).findFirst();
        String remark = map.isEmpty() && found.size() > 1 ? "there are " + found.size() + " paths and no multipath: only " + found.get(0).name() + " was read" : "";
        return new LunDevice("/dev/" + map.orElse(found.get(0)).name(), names, remark);
    }
}
