// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.Step;
import org.quorate.provision.platform.ClusterSoftware;
import org.quorate.provision.platform.Distribution;
import org.quorate.provision.site.Site;
import org.quorate.provision.text.Resources;

/** Renders steps as shell functions into node.sh and provision.sh. Pure functions, thread-safe. */
public final class Scripts {

    private static final String MARK = "@STEPS@\n";

    private Scripts() {
    }

    public static List<GeneratedFile> of(Site site, List<Step> steps) {
        Predicate<Step> onAdminHost = s -> s.where() == Step.Where.ADMIN_HOST;
        List<GeneratedFile> files = new ArrayList<>();
        files.add(GeneratedFile.script("node.sh", Resources.text("node.sh")
                .replace(MARK, nodeParts(site) + functions(steps, onAdminHost.negate()))));
        files.add(GeneratedFile.script("provision.sh", Resources.text("provision.sh")
                .replace(MARK, functions(steps, onAdminHost))));
        for (String name : List.of("lib.sh", "node-lib.sh", "admin-lib.sh")) {
            files.add(GeneratedFile.text(name, Resources.text(name)));
        }
        for (String name : List.of("post-check.sh", "rollback.sh")) {
            files.add(GeneratedFile.script(name, Resources.text(name)));
        }
        return files;
    }

    private static String nodeParts(Site site) {
        StringBuilder text = new StringBuilder(Resources.text("node-common.sh"));
        for (String dialect : dialects(site)) {
            text.append('\n').append(Resources.text("dialect/" + dialect + ".sh"));
        }
        if (site.lun().multipath()) {
            text.append('\n').append(Resources.text("node-multipath.sh"));
        }
        if (site.stack().hasPacemaker()) {
            text.append('\n').append(Resources.text("node-pacemaker.sh")).append('\n')
                    .append(Resources.text(site.isGfs2() ? "node-gfs2.sh" : "node-ocfs2-pcmk.sh"));
        } else {
            text.append('\n').append(Resources.text("node-o2cb.sh"));
        }
        if (site.hasPhp() && site.isGfs2() && site.platform().distribution().hasSelinux()) {
            text.append('\n').append(Resources.text("selinux.sh"));
        }
        if (site.lun().reservations().isPresent()) {
            text.append('\n').append(Resources.text("node-reservation.sh"));
        }
        text.append('\n').append(Resources.text("node-grow.sh")).append('\n')
                .append(Resources.text(site.isGfs2() ? "node-grow-gfs2.sh" : "node-grow-ocfs2.sh")).append('\n')
                .append(Resources.text(site.stack().hasPacemaker() ? "node-grow-pacemaker.sh" : "node-grow-o2cb.sh"));
        return text.append("\n# ---- health\n\n").append(Resources.text("health/common.sh")).append('\n')
                .append(Resources.text(site.stack().hasPacemaker() ? "health/pacemaker.sh" : "health/ocfs2.sh")).append('\n').toString();
    }

    /** What the steps say in words of their own, in those of this system; only the ones that it needs. */
    static List<String> dialects(Site site) {
        Distribution distribution = site.platform().distribution();
        List<String> names = new ArrayList<>(List.of(resourceName(distribution.packageManager()),
                resourceName(distribution.firewall())));
        if (site.stack().hasPacemaker()) {
            ClusterSoftware cluster = site.platform().cluster();
            names.add(cluster.shell() == ClusterSoftware.Shell.CRMSH ? "crmsh" : "pcs");
            if (site.isGfs2()) {
                names.add(resourceName(cluster.lvm()));
            }
        }
        return names;
    }

    private static String resourceName(Enum<?> dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }

    private static String functions(List<Step> steps, Predicate<Step> wanted) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (wanted.test(step)) {
                text.append("# ---- ").append(step.id()).append(": ").append(step.title()).append('\n');
                function(text, step, "check", step.check());
                if (!step.guard().isEmpty()) {
                    function(text, step, "guard", step.guard());
                }
                function(text, step, "act", step.act());
                function(text, step, "verify", step.verify().isEmpty()
                        ? "    " + step.functionName() + "_check\n" : step.verify());
                function(text, step, "undo", step.undo().isEmpty() ? "    note \"nothing to take back\"\n" : step.undo());
            }
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static void function(StringBuilder text, Step step, String verb, String body) {
        text.append('\n').append(step.functionName()).append('_').append(verb).append("() {\n").append(body).append("}\n");
        if (verb.equals("undo")) {
            text.append('\n');
        }
    }
}
