// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;

/**
 * What holds for every file of an export: its path, its mode, its checksum, that no mark is left open, that no secret is
 * in it, and that no command takes a guard away (provisioning reference 1.10 and 6). Thread-safe.
 */
final class BundleCheck {

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._@-]+(/[A-Za-z0-9._@-]+)*");
    private static final Set<String> MODES = Set.of("0600", "0644", "0700", "0755");

    /** A command that no export has; lines without its word are not searched, which is what makes this fast. */
    private record Forbidden(String word, Pattern pattern) {

        static Forbidden of(String word, String pattern) {
            return new Forbidden(word, Pattern.compile(pattern));
        }
    }

    /** What answers a guard's question before it is asked, or takes away what keeps a cluster's data. */
    private static final List<Forbidden> FORBIDDEN = List.of(
            Forbidden.of("mkfs", "\\bmkfs(\\.[a-z0-9]+)?\\s(.*\\s)?(-[FOy]|--force|-f)(\\s|$)"),
            Forbidden.of("wipefs", "\\bwipefs\\s(.*\\s)?(-a|--all|-f|--force|-o|--offset)(\\s|$)"),
            Forbidden.of("create", "\\b(pv|vg|lv)create\\s(.*\\s)?(-f+|-y|-ffy|--force|--yes)(\\s|$)"),
            Forbidden.of("remove", "\\b(vg|lv|pv)remove\\b"),
            Forbidden.of("--force", "\\b(pcs|crm)\\s.*--force(\\s|$)"),
            Forbidden.of("iscsiadm", "\\biscsiadm\\s.*(-o|--op)\\s+delete\\b"),
            Forbidden.of("of=", "\\bdd\\s.*\\bof="),
            Forbidden.of("yes", "(^|[;&|{]\\s+)yes(\\s+\\S+)?\\s+\\|\\s"),
            Forbidden.of("disable", "\\bufw\\s+disable\\b|\\bdisable\\s.*firewalld"),
            Forbidden.of("setenforce", "\\bsetenforce\\s+0\\b"),
            Forbidden.of("set", "\\bset\\s+-[a-wyz]*x|-o\\s+xtrace"),
            Forbidden.of("chmod", "\\bchmod\\s(.*\\s)?(0?777|1777|a\\+w|o\\+w)\\b"),
            Forbidden.of("stonith", "stonith-enabled=[\"']?(false|0|no|off)|allow_stonith_disabled"),
            Forbidden.of("no-quorum-policy", "no-quorum-policy=[\"']?(ignore|demote)"));

    private BundleCheck() {
    }

    static void check(Exported exported) {
        for (GeneratedFile file : exported.files()) {
            name(exported, file);
            mode(exported, file);
            text(exported, file);
            commands(exported, file);
        }
        sums(exported);
    }

    private static void name(Exported exported, GeneratedFile file) {
        boolean good = PATH.matcher(file.path()).matches()
                && List.of(file.path().split("/")).stream().noneMatch(part -> part.equals(".") || part.equals(".."));
        exported.expect(good, file.path(), "is no path of an export");
    }

    private static void mode(Exported exported, GeneratedFile file) {
        exported.expect(MODES.contains(file.mode()), file.path(), "has the mode " + file.mode());
        boolean script = file.content().startsWith("#!");
        boolean installed = file.path().startsWith("files/");
        if (installed) {
            // What reads a secret is root's alone.
            boolean secret = file.path().contains("/etc/quorate/");
            exported.expectEqual(!script ? "0644" : secret ? "0700" : "0755", file.mode(), file.path(), "mode");
        } else {
            exported.expectEqual(script, file.executable(), file.path(), "executable");
            exported.expectEqual(script ? "0700" : "0600", file.mode(), file.path(), "mode");
        }
    }

    private static void text(Exported exported, GeneratedFile file) {
        String text = file.content();
        exported.expect(text.isEmpty() || text.endsWith("\n"), file.path(), "does not end with a line's end");
        exported.expect(text.chars().noneMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c)), file.path(),
                "has control characters");
        exported.expect(!OpenText.hasMark(text), file.path(), "has an open mark");
        exported.expect(!OpenText.hasSecret(text), file.path(), "has a secret in it");
    }

    private static void commands(Exported exported, GeneratedFile file) {
        boolean code = file.path().endsWith(".sh") || file.path().startsWith("cib/") || file.content().startsWith("#!");
        if (!code) {
            return;
        }
        // A continued line is one command.
        for (String line : file.content().replace("\\\n", " ").split("\n")) {
            String command = line.strip();
            for (Forbidden forbidden : FORBIDDEN) {
                boolean found = command.contains(forbidden.word()) && !command.startsWith("#") && forbidden.pattern().matcher(command).find();
                exported.expect(!found, file.path(), "has a forbidden command: " + command);
            }
        }
    }

    private static void sums(Exported exported) {
        Map<String, String> listed;
        try {
            listed = Checksums.parse(exported.text(Checksums.FILE));
        } catch (IllegalArgumentException e) {
            exported.expect(false, Checksums.FILE, e.getMessage());
            return;
        }
        Set<String> paths = new TreeSet<>();
        for (GeneratedFile file : exported.files()) {
            if (!file.path().equals(Checksums.FILE)) {
                paths.add(file.path());
                exported.expectEqual(Checksums.sha256(file.content()), listed.get(file.path()), file.path(), "checksum");
            }
        }
        exported.expectEqual(paths, listed.keySet(), Checksums.FILE, "list of files");
    }
}
