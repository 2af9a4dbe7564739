// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Step;
import org.quorate.provision.text.Quote;
import org.quorate.provision.text.Resources;

/** A plan as a project for ansible-playbook: inventory, one role a step, playbooks. Pure functions, thread-safe. */
final class AnsibleProject {

    /** What only the bash form runs, on the administrator's machine. */
    private static final Set<String> OF_BASH = Set.of("provision.sh", "admin-lib.sh", "post-check.sh", "rollback.sh",
            "README.md", "GROW.md", Checksums.FILE);
    private static final Set<String> ADMIN = Set.of("provision.sh", "admin-lib.sh");
    /** In the inventory; no node can be called so. */
    private static final String ARBITER = "quorate_arbiter";

    private AnsibleProject() {
    }

    static ProvisioningPlan of(ProvisioningPlan plan) {
        List<GeneratedFile> files = new ArrayList<>();
        boolean needsScripts = plan.steps().stream().anyMatch(AnsibleRole::needsScripts);
        for (GeneratedFile file : plan.files()) {
            if (!OF_BASH.contains(file.path()) || needsScripts && ADMIN.contains(file.path())) {
                files.add(new GeneratedFile("export/" + file.path(), file.content(), false, file.mode()));
            } else if (file.path().equals("GROW.md")) {
                files.add(file);
            }
        }
        String page = plan.guide().page(needs(plan), Resources.text("form/ansible/work.md"), plan.steps(),
                Resources.text("form/ansible/files.md"));
        files.add(GeneratedFile.text("README.md", page));
        files.add(GeneratedFile.text("ansible.cfg", Resources.text("form/ansible/ansible.cfg")));
        files.add(GeneratedFile.text(".yamllint", Resources.text("form/ansible/yamllint.yml")));
        files.add(GeneratedFile.text("hosts.yml", hosts(plan)));
        files.add(GeneratedFile.text("group_vars/quorate/main.yml", groupVariables(plan)));
        if (!plan.words("SECRET_NAMES").isEmpty()) {
            files.add(GeneratedFile.text("group_vars/quorate/secrets.yml", secrets(plan)));
        }
        plan.words("NODE_NAMES").forEach(node -> files.add(GeneratedFile.text("host_vars/" + node + ".yml",
                "---\nquorate_node_name: " + Yaml.text(node) + "\nquorate_fencing_mark: "
                        + Yaml.text(plan.table("FENCING_MARKS").get(node)) + "\n")));
        for (String name : List.of("main", "look", "apply", "finish", "verify", "undo", "facts")) {
            files.add(GeneratedFile.text("roles/node/tasks/" + name + ".yml", Resources.text("form/ansible/node/" + name + ".yml")));
        }
        plan.steps().forEach(step -> files.addAll(AnsibleRole.of(plan, step)));
        files.add(GeneratedFile.text("site.yml", Resources.text("form/ansible/site.yml").replace("@ROLES@\n", roles(plan))));
        files.add(GeneratedFile.text("post_check.yml", Resources.text("form/ansible/post_check.yml")));
        files.add(GeneratedFile.text("rollback.yml", Resources.text("form/ansible/rollback.yml").replace("@TASKS@\n", undo(plan))));
        files.sort(Comparator.comparing(GeneratedFile::path));
        return plan.rendered(files, page);
    }

    private static List<String> needs(ProvisioningPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("Your machine has ansible-core 2.14 or later; the nodes have Python 3. No collection is needed.");
        lines.add("Ansible can log in to every node and become root there (`ansible quorate -m ping -b`), and knows its host key.");
        List<String> names = plan.words("SECRET_NAMES");
        if (!names.isEmpty()) {
            StringBuilder text = new StringBuilder("The secrets are in a file of ansible-vault outside of this directory, which another"
                    + " export may replace: `ansible-vault create ../vault.yml`, and to each call of `ansible-playbook site.yml` add"
                    + " `-e @../vault.yml --ask-vault-pass`. Its variables:");
            for (int i = 0; i < names.size(); i++) {
                text.append(i == 0 ? " " : ", ").append('`').append(variable(names.get(i))).append("` (in the scenario `")
                        .append(plan.words("SECRET_KINDS").get(i)).append("`: ")
                        .append(Quote.markdown(plan.words("SECRET_PLACES").get(i))).append(')');
            }
            lines.add(text.append('.').toString());
        }
        return lines;
    }

    private static String variable(String secret) {
        return "vault_quorate_" + secret.replace('-', '_');
    }

    private static String hosts(ProvisioningPlan plan) {
        StringBuilder text = new StringBuilder("---\nquorate:\n  hosts:\n");
        List<String> names = plan.words("NODE_NAMES");
        for (int i = 0; i < names.size(); i++) {
            host(text, names.get(i), plan.words("NODE_ADDRESSES").get(i));
        }
        if (!plan.text("QUORUM_DEVICE").isEmpty()) {
            text.append(ARBITER).append(":\n  hosts:\n");
            host(text, "arbiter_of_quorum", plan.text("QUORUM_DEVICE"));
        }
        return text.toString();
    }

    private static void host(StringBuilder text, String name, String address) {
        text.append("    ").append(Yaml.text(name)).append(":\n      ansible_host: ").append(Yaml.text(address)).append('\n');
    }

    private static String groupVariables(ProvisioningPlan plan) {
        return "---\n# Where the scripts of this export go on the nodes.\n"
                + "quorate_export_dir: \"{{ '/run/quorate-check' if ansible_check_mode else '/var/lib/quorate/export' }}\""
                + "\n\nquorate_cluster: " + Yaml.text(plan.text("CLUSTER"))
                + "\n\n# Packages whose names differ between updates of a release are left to node.sh, which finds out."
                + "\nquorate_packages:" + Yaml.list("  ", certain(plan.words("PACKAGES")))
                + "\n# An unattended upgrade of these would restart the cluster.\nquorate_held_packages:"
                + Yaml.list("  ", certain(plan.words("HELD")));
    }

    private static List<String> certain(List<String> packages) {
        return packages.stream().filter(name -> !name.contains("|")).toList();
    }

    private static String secrets(ProvisioningPlan plan) {
        StringBuilder text = new StringBuilder("---\n# References only: the variables are yours to make, in a file of ansible-vault."
                + " See README.md.\nquorate_secrets:\n");
        List<String> names = plan.words("SECRET_NAMES");
        for (int i = 0; i < names.size(); i++) {
            // The key of fence_xvm is of any bytes, which no variable holds.
            boolean isFile = names.get(i).equals("fence-xvm") && plan.words("SECRET_KINDS").get(i).equals("file");
            text.append("  - name: ").append(Yaml.text(names.get(i))).append("\n    ").append(isFile
                    ? "src: " + Yaml.text(plan.words("SECRET_PLACES").get(i))
                    : "value: \"{{ " + variable(names.get(i)) + " }}\"").append('\n');
        }
        return text.toString();
    }

    private static String roles(ProvisioningPlan plan) {
        StringBuilder text = new StringBuilder();
        for (Step step : plan.steps()) {
            text.append("    - role: ").append(step.functionName()).append("\n      tags: [").append(step.id()).append("]\n");
            if (step.where() == Step.Where.FIRST_NODE) {
                text.append("      when: inventory_hostname == groups['quorate'][0]\n");
            }
        }
        return text.toString();
    }

    private static String undo(ProvisioningPlan plan) {
        StringBuilder text = new StringBuilder();
        List<Step> steps = new ArrayList<>(plan.steps());
        Collections.reverse(steps);
        for (Step step : steps) {
            boolean own = step.where() == Step.Where.ADMIN_HOST;
            if (step.undo().isEmpty() || own && Resources.find("form/ansible/steps/" + step.id() + "-undo.yml").isEmpty()) {
                continue;
            }
            text.append(text.isEmpty() ? "" : "\n").append("    - name: Take back step ").append(step.id())
                    .append("\n      ansible.builtin.import_role:\n        name: ").append(own ? step.functionName() : "node")
                    .append("\n        tasks_from: undo\n").append(own ? "" : "      vars:\n        node_step: " + step.id() + "\n");
            text.append("      tags: [").append(step.id()).append("]\n");
            if (step.where() == Step.Where.FIRST_NODE) {
                text.append("      when: inventory_hostname == groups['quorate'][0]\n");
            }
        }
        return text.toString();
    }
}
