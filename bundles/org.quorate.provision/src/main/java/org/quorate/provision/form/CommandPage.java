// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.Part;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Step;
import org.quorate.provision.text.Resources;

/**
 * A plan as one page of plain commands, numbered, with the reason for each, and the files that they install. Pure functions,
 * thread-safe.
 */
final class CommandPage {

    static final String FILE = "commands.md";
    private static final String PLACE_OF_FILES = "@files@\n";
    private static final String KEPT = "/root/before-quorate";
    /** Of the bash form, what the commands name. */
    private static final Set<String> FOLDERS = Set.of("files", "blocks", "fencing");

    /** Of the bash form, for steps that are too long to type. */
    private static final Set<String> SCRIPTS = Set.of("node.sh", "settings.sh", "lib.sh", "node-lib.sh", "admin-lib.sh",
            "provision.sh", "cib");

    private CommandPage() {
    }

    private static boolean hasPlain(Step step) {
        Step.Plain plain = step.plain();
        return !(plain.look() + plain.act() + plain.verify()).isEmpty();
    }

    static ProvisioningPlan of(ProvisioningPlan plan) {
        List<GeneratedFile> files = new ArrayList<>();
        boolean needsScripts = plan.steps().stream().anyMatch(step -> !hasPlain(step));
        for (GeneratedFile file : plan.files()) {
            boolean isNamed = FOLDERS.contains(file.path().split("/")[0]) || file.path().equals("GROW.md")
                    || file.path().endsWith(".crm");
            if (isNamed || needsScripts && SCRIPTS.contains(file.path().split("/")[0])) {
                files.add(file);
            }
        }
        StringBuilder commands = new StringBuilder("\n# The commands\n");
        int number = 1;
        for (Step step : plan.steps()) {
            step(plan, step, number++, commands);
        }
        List<String> needs = List.of("You can log in to every node as root. `ssh` from your machine to the nodes is needed for the"
                + " steps of the admin host only.");
        String page = plan.guide().page(needs, Resources.text("form/cmd/work.md"), plan.steps(), Resources.text("form/cmd/files.md"))
                + commands + contents(files);
        files.add(GeneratedFile.text(FILE, page));
        files.sort(Comparator.comparing(GeneratedFile::path));
        return plan.rendered(files, page);
    }

    private static void step(ProvisioningPlan plan, Step step, int number, StringBuilder text) {
        text.append("\n## ").append(number).append(". ").append(step.title()).append("\n\n")
                .append(step.why().replaceAll(" See cib/\\S+", "")).append('\n');
        switch (step.risk()) {
            case NONE -> { }
            case RESTARTS_NODES -> text.append("\n**Restarts nodes.** They must be free of users.\n");
            case FORMATS -> text.append("\n**Formats.** After this there is no way back to what was on the LUN.\n");
        }
        PlainValues values = new PlainValues(plan);
        List<String> names = plan.words("NODE_NAMES");
        List<String> nodes = step.plain().where() == Step.Where.EACH_NODE ? names : names.subList(0, 1);
        text.append("\nTakes: ").append(step.duration()).append(".\n");
        if (!hasPlain(step)) {
            byScript(step, number, nodes, text);
            return;
        }
        section("Look", number + "a", step, nodes, node -> look(plan, step, node) + values.of(node).render(step.plain().look()), text);
        section("Do", number + "b", step, nodes, node -> act(plan, step, node, values), text);
        section("Verify", number + "c", step, nodes, node -> verify(plan, step, node) + values.of(node).render(step.plain().verify()), text);
        section("Way back", number + "d", step, nodes, node -> undo(plan, step, node, values), text);
    }

    /** What has no plain form is done by the function that all other forms call, too. */
    private static void byScript(Step step, int number, List<String> nodes, StringBuilder text) {
        boolean here = step.where() == Step.Where.ADMIN_HOST;
        text.append("\nThis step is too long to type: a script of this directory does it, which says what it found and did.\n");
        Map<String, String> verbs = new LinkedHashMap<>();
        verbs.put("Look", here ? "./provision.sh --only " + step.id() : "./node.sh plan " + step.id());
        verbs.put("Do", here ? "./provision.sh --only " + step.id() + " --apply" : "./node.sh apply " + step.id());
        verbs.put("Way back", here ? "./provision.sh --only " + step.id() + " --undo" : "./node.sh undo " + step.id());
        verbs.forEach((verb, command) -> section(verb, String.valueOf(number), step, nodes, node -> command + "\n", text));
    }

    /** One block for all nodes where they get the same commands, else one each. */
    private static void section(String name, String number, Step step, List<String> nodes, Function<String, String> commands,
            StringBuilder text) {
        Map<String, List<String>> byCommands = new LinkedHashMap<>();
        nodes.forEach(node -> byCommands.computeIfAbsent(commands.apply(node), c -> new ArrayList<>()).add(node));
        byCommands.forEach((block, who) -> {
            if (!block.isBlank()) {
                String place = step.plain().where() == Step.Where.ADMIN_HOST ? "your machine" : String.join(", ", who);
                text.append("\n**").append(number).append(" ").append(name).append("**, on ").append(place).append(":\n\n")
                        .append(fenced("bash", block));
            }
        });
    }

    private static String look(ProvisioningPlan plan, Step step, String node) {
        return StepFile.all(plan, step).stream().map(f -> "diff -u " + f.path() + " " + f.source(node) + "\n")
                .collect(Collectors.joining());
    }

    private static String act(ProvisioningPlan plan, Step step, String node, PlainValues values) {
        StringBuilder text = new StringBuilder();
        for (StepFile file : StepFile.all(plan, step)) {
            text.append("[ ! -e ").append(file.path()).append(" ] || [ -e ").append(KEPT).append(file.path())
                    .append(" ] || cp -a --parents ").append(file.path()).append(' ').append(KEPT).append("/\n")
                    .append("install -D -o root -g root -m ").append(file.mode()).append(' ').append(file.source(node)).append(' ')
                    .append(file.path()).append('\n');
        }
        if (step.parts().stream().noneMatch(Part.Commands.class::isInstance)) {
            step.parts().forEach(part -> text.append(typed(part)));
        }
        return text.append(values.of(node).render(step.plain().act())).toString();
    }

    private static String typed(Part part) {
        if (part instanceof Part.ReloadUnits) {
            return "systemctl daemon-reload\n";
        }
        return part instanceof Part.InstallFiles ? "" : part.shell().strip() + "\n";
    }

    private static String verify(ProvisioningPlan plan, Step step, String node) {
        return StepFile.all(plan, step).stream().map(f -> "cmp " + f.source(node) + " " + f.path() + "\n")
                .collect(Collectors.joining());
    }

    /** Files go last, or where the section says. */
    private static String undo(ProvisioningPlan plan, Step step, String node, PlainValues values) {
        String files = StepFile.all(plan, step).stream().map(f -> "if [ -e " + KEPT + f.path() + " ]; then cp -a " + KEPT + f.path()
                + " " + f.path() + "; else rm -f " + f.path() + "; fi\n").collect(Collectors.joining());
        String commands = values.of(node).render(step.plain().undo());
        return commands.contains(PLACE_OF_FILES) ? commands.replace(PLACE_OF_FILES, files) : commands + files;
    }

    private static String contents(List<GeneratedFile> files) {
        StringBuilder text = new StringBuilder("\n# What is in the files\n");
        for (GeneratedFile file : files) {
            if (!file.path().equals("GROW.md")) {
                text.append("\n`").append(file.path()).append("`\n\n").append(fenced("text", file.content()));
            }
        }
        return text.toString();
    }

    /** With a fence that is longer than any in the text. */
    private static String fenced(String language, String content) {
        StringBuilder fence = new StringBuilder("```");
        while (content.contains(fence)) {
            fence.append('`');
        }
        return fence + language + "\n" + content + fence + "\n";
    }
}
