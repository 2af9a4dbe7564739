// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What shall be measured on which nodes. Immutable.
 *
 * @param hosts   {@code [user@]host[:port]} by name of the node
 * @param reads   read the LUN
 * @param devices that are read instead of what has the planned WWID, by name of the node
 * @param scratch files that are written to, by name of the node: an absolute path of a file that is not there yet; a node without one writes nothing
 * @param mount   of the file system that the scratch files must be on; absent: of any but the root's
 * @param alike   the scratch files are on storage like the LUN, so that their times are those of the LUN
 * @param seconds that measuring takes on each node, {@value #LEAST_SECONDS} to {@value #MOST_SECONDS}
 */
public record MeasureRequest(Map<String, String> hosts, boolean reads, Map<String, String> devices, Map<String, String> scratch,
        Optional<String> mount, boolean alike, int seconds) {

    /** Enough for 200 round trips and some thousand reads. */
    public static final int SECONDS = 20;
    public static final int LEAST_SECONDS = 5;
    public static final int MOST_SECONDS = 600;

    /**
     * @throws IllegalArgumentException if a node of the others is not in {@code hosts}, a path is not one or the time is out of range; with a
     *                                  message for the user
     */
    public MeasureRequest {
        hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
        devices = Map.copyOf(devices);
        scratch = Map.copyOf(scratch);
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("a node is measured for " + LEAST_SECONDS + " to " + MOST_SECONDS + " seconds, not " + seconds);
        }
        for (Map.Entry<String, String> device : devices.entrySet()) {
            known(hosts, device.getKey());
            if (!device.getValue().matches("/dev/[^/\\p{Cntrl}][^\\p{Cntrl}]{0,254}")) {
                throw new IllegalArgumentException("not a device below /dev: " + device.getValue());
            }
        }
        for (Map.Entry<String, String> file : scratch.entrySet()) {
            known(hosts, file.getKey());
            if (!isScratchFile(file.getValue())) {
                throw new IllegalArgumentException("not an absolute path of a scratch file: " + file.getValue());
            }
        }
        mount.filter(path -> !path.startsWith("/")).ifPresent(path -> {
            throw new IllegalArgumentException("not an absolute path of a mount point: " + path);
        });
    }

    /** A file of that path can be written to as a scratch file: an absolute path that is none of a device or of the kernel's files. */
    public static boolean isScratchFile(String path) {
        return path.matches("/[^\\p{Cntrl}]{0,1000}[^/\\p{Cntrl}]") && !path.matches("/(dev|proc|sys)/.*");
    }

    private static void known(Map<String, String> hosts, String node) {
        if (!hosts.containsKey(node)) {
            throw new IllegalArgumentException("there is no node " + node + "; there are " + String.join(", ", hosts.keySet()));
        }
    }
}
