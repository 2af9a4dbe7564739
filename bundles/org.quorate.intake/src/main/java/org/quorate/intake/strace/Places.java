// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Which paths are on the shared file system. Immutable, thread-safe. */
final class Places {

    /** What no cluster shares: the operating system's own (Filesystem Hierarchy Standard 3.0, chapters 3 and 6). */
    private static final List<String> SYSTEM = List.of("/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/proc", "/run",
            "/sbin", "/sys", "/usr");

    private final Optional<String> below;

    /** @param below an absolute directory; absent: all but the system's */
    Places(Optional<String> below) {
        this.below = below.map(path -> join("", path));
    }

    boolean shared(String path) {
        return below.map(root -> inside(path, root)).orElseGet(() -> SYSTEM.stream().noneMatch(root -> inside(path, root)));
    }

    private static boolean inside(String path, String root) {
        return root.equals("/") ? path.startsWith("/") : path.equals(root) || path.startsWith(root + "/");
    }

    /** A path from a directory, without {@code .} and, as far as that can be known, {@code ..}; never ends with a slash. */
    static String join(String directory, String path) {
        String whole = path.startsWith("/") || directory.isEmpty() ? path : directory + "/" + path;
        boolean absolute = whole.startsWith("/");
        Deque<String> steps = new ArrayDeque<>();
        for (String step : whole.split("/")) {
            if (step.equals("..") && (absolute || !steps.isEmpty() && !steps.peekLast().equals(".."))) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return (absolute ? "/" : "") + String.join("/", steps);
    }
}
