// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.Part;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Step;
import org.quorate.provision.text.Resources;

/**
 * One step as a role: look, by the step's own check; the typed parts at its beginning, by modules; the rest and the
 * verification, by the step's own functions. Steps of the administrator's machine have tasks of their own, since only
 * Ansible's connections reach the nodes there. Pure functions, thread-safe.
 */
final class AnsibleRole {

    /** There on every system that these files are for; others are made first. */
    private static final Set<String> DIRECTORIES = Set.of("/etc", "/etc/default", "/etc/sysctl.d", "/etc/systemd/system",
            "/etc/sysconfig");
    private static final String STEPS = "form/ansible/steps/";

    private AnsibleRole() {
    }

    static List<GeneratedFile> of(ProvisioningPlan plan, Step step) {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(file(step, "main.yml", main(plan, step)));
        String role = step.functionName();
        Resources.find(STEPS + step.id() + "-one.yml").ifPresent(one -> files.add(file(step, "one.yml",
                (Resources.text(STEPS + "victim.yml") + one.replace("@AWAIT@\n", Resources.text(STEPS + "await.yml"))
                        .replace("@AWAIT@", Resources.text(STEPS + "await.yml"))
                        .replace("@TESTED@\n", Resources.text(STEPS + "tested.yml"))).replace("@ROLE@", role))));
        Resources.find(STEPS + step.id() + "-undo.yml").ifPresent(undo -> files.add(file(step, "undo.yml", "---\n" + undo)));
        return files;
    }

    private static GeneratedFile file(Step step, String name, String content) {
        return GeneratedFile.text("roles/" + step.functionName() + "/tasks/" + name, content);
    }

    private static String main(ProvisioningPlan plan, Step step) {
        StringBuilder text = new StringBuilder("---\n").append(comment(step.title() + ". " + step.why()));
        if (step.where() == Step.Where.ADMIN_HOST) {
            return text.append('\n').append(admin(step)).toString();
        }
        text.append('\n').append(call("Look", "look", step));
        List<StepFile> files = StepFile.first(plan, step);
        if (!files.isEmpty()) {
            install(files, text);
        }
        Optional<String> own = Resources.find(STEPS + step.id() + "-" + packageManager(plan) + ".yml");
        own.ifPresent(tasks -> text.append('\n').append(tasks));
        List<Part> rest = step.parts().stream().dropWhile(Part.InstallFiles.class::isInstance).toList();
        if (!files.isEmpty() && rest.stream().noneMatch(Part.Commands.class::isInstance)) {
            rest.forEach(part -> text.append('\n').append(task(part)));
            return text.append('\n').append(call("Verify", "verify", step)).toString();
        }
        boolean isBegun = !files.isEmpty() || own.isPresent();
        return text.append('\n').append(call("Change and verify", isBegun ? "finish" : "apply", step)).toString();
    }

    /** Whether a step is done by the scripts of the administrator's machine, over its own ssh. */
    static boolean needsScripts(Step step) {
        return step.where() == Step.Where.ADMIN_HOST && !step.id().equals("self-fencing-test")
                && Resources.find(STEPS + step.id() + ".yml").isEmpty();
    }

    private static String admin(Step step) {
        boolean twoNodesAtOnce = step.id().equals("fencing-test");
        String name = step.id().equals("self-fencing-test") ? "fencing-test" : step.id();
        String vars = twoNodesAtOnce ? "\n  vars:\n    fencing_test_fencer: >-\n"
                + "      {{ groups['quorate'][(fencing_test_index + 1) % (groups['quorate'] | length)] }}" : "";
        return Resources.find(STEPS + name + ".yml").orElseGet(() -> Resources.text(STEPS + "admin.yml"))
                .replace("@VARS@", vars).replace("@ROLE@", step.functionName()).replace("@STEP@", step.id());
    }

    /** Of apt and dnf ansible-core has modules; of zypper only a collection has one. */
    private static String packageManager(ProvisioningPlan plan) {
        return plan.words("DIALECTS").get(0);
    }

    private static String comment(String text) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder("#");
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > 118) {
                lines.append(line).append('\n');
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append('\n').toString();
    }

    private static String call(String name, String tasks, Step step) {
        return """
                - name: %s
                  ansible.builtin.import_role:
                    name: node
                    tasks_from: %s
                  vars:
                    node_step: %s
                """.formatted(name, tasks, step.id());
    }

    private static void install(List<StepFile> files, StringBuilder text) {
        text.append("\n- name: Keep what was there before\n  ansible.builtin.command:\n    argv:\n      - bash\n"
                + "      - \"{{ quorate_export_dir }}/node.sh\"\n      - keep\n      - --as\n"
                + "      - \"{{ quorate_node_name }}\"\n");
        files.forEach(file -> text.append("      - ").append(Yaml.text(file.path())).append('\n'));
        text.append("  changed_when: false\n  when: node_look.rc == 3\n");
        for (String directory : files.stream().map(StepFile::directory).distinct().toList()) {
            if (!DIRECTORIES.contains(directory)) {
                text.append("""

                        - name: Make %s
                          ansible.builtin.file:
                            path: %s
                            state: directory
                            owner: root
                            group: root
                            mode: "0755"
                          register: node_directory
                          when: node_look.rc == 3
                        """.formatted(directory, Yaml.text(directory)));
            }
            files.stream().filter(file -> file.directory().equals(directory)).forEach(file -> text.append(copy(file)));
        }
    }

    private static String copy(StepFile file) {
        boolean isMade = !DIRECTORIES.contains(file.directory());
        return """

                - name: Install %s
                  ansible.builtin.copy:
                    src: "{{ playbook_dir }}/export/%s"
                    dest: %s
                    owner: root
                    group: root
                    mode: "%s"
                  when:
                    - node_look.rc == 3
                """.formatted(file.path(), file.source("{{ quorate_node_name }}"), Yaml.text(file.path()), file.mode())
                + (isMade ? "    - not (ansible_check_mode and node_directory is changed)\n" : "");
    }

    /** A typed part that is no file. */
    private static String task(Part part) {
        if (part instanceof Part.ReloadUnits) {
            return """
                    - name: Let systemd read its files again
                      ansible.builtin.systemd_service:
                        daemon_reload: true
                      when:
                        - node_look.rc == 3
                        - not ansible_check_mode
                    """;
        } else if (part instanceof Part.SwitchOn on) {
            return """
                    - name: Switch on %s
                      ansible.builtin.systemd_service:
                        name: %s
                        enabled: true
                        state: started
                      when:
                        - node_look.rc == 3
                        - not ansible_check_mode
                    """.formatted(on.unit(), Yaml.text(on.unit()));
        } else if (part instanceof Part.LoadSettings settings) {
            return """
                    - name: Put the kernel settings in force
                      ansible.builtin.command:
                        argv: [sysctl, -q, -p, %s]
                      changed_when: true
                      when: node_look.rc == 3
                    """.formatted(Yaml.text(settings.path()));
        }
        throw new IllegalStateException("no task for " + part);
    }
}
