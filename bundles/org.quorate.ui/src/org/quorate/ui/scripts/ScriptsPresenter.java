// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.quorate.app.ExportScripts;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Scenario;
import org.quorate.provision.difference.ExportDifference;
import org.quorate.provision.directory.KeptExport;
import org.quorate.provision.form.Form;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Refused;
import org.quorate.ui.Messages;

/**
 * The presenter of the scripts page: which scripts there are for which file system, and what differs from those that were exported. Knows
 * no widgets. What is chosen is planned by {@link #plan}, in a background thread; everything else belongs to one thread.
 */
public final class ScriptsPresenter {

    /**
     * What is wished for.
     *
     * @param label of the file system
     * @param form  in which its plan is written down
     */
    private record Wish(String label, Form form) {
    }

    /**
     * What came of a wish.
     *
     * @param wish   which
     * @param result the plan, or why there is none
     * @param files  as a tree
     */
    private record Planned(Wish wish, ProvisioningResult result, List<FileNode> files) {
    }

    private final ExportScripts scripts;
    private final Scenario scenario;
    private final FormerFolders folders;
    private volatile Wish wish;
    private volatile Optional<Planned> planned = Optional.empty();

    public ScriptsPresenter(ExportScripts scripts, Scenario scenario, FormerFolders folders) {
        this.scripts = scripts;
        this.scenario = scenario;
        this.folders = folders;
        wish = new Wish(labels().get(0), Form.BASH);
    }

    /** File systems of the scenario; shared ones first, since scripts are for those. */
    public List<String> labels() {
        return scenario.fileSystems().stream().sorted((a, b) -> Boolean.compare(isLocal(a), isLocal(b)))
                .map(FileSystemSpec::label).toList();
    }

    private static boolean isLocal(FileSystemSpec spec) {
        return spec instanceof LocalSpec;
    }

    public String label() {
        return wish.label();
    }

    /** Another file system; to be planned. */
    public void choose(String chosen) {
        wish = new Wish(chosen, wish.form());
    }

    /** How the same plan can be written down, in the order of {@link Form}. */
    public List<String> forms() {
        return Arrays.stream(Form.values()).map(ScriptsPresenter::name).toList();
    }

    /** The one of {@link #forms()} that the files have. */
    public String form() {
        return name(wish.form());
    }

    /** Another form, by its index in {@link #forms()}; to be planned. */
    public void chooseForm(int index) {
        wish = new Wish(wish.label(), Form.values()[index]);
    }

    private static String name(Form form) {
        return switch (form) {
            case BASH -> ScriptsMessages.Scripts_form_bash;
            case ANSIBLE -> ScriptsMessages.Scripts_form_ansible;
            case CMD -> ScriptsMessages.Scripts_form_cmd;
        };
    }

    /** Plans what is chosen, which takes some milliseconds; in any thread. What is chosen meanwhile is planned too. */
    public synchronized void plan() {
        Wish now;
        do {
            now = wish;
            ProvisioningResult result = scripts.plan(scenario, now.label(), now.form());
            planned = Optional.of(new Planned(now, result, result instanceof ProvisioningPlan plan ? FileNode.tree(plan.files()) : List.of()));
        } while (!now.equals(wish));
    }

    /** True if what is chosen is planned. */
    public boolean isPlanned() {
        return planned.filter(known -> known.wish().equals(wish)).isPresent();
    }

    /** The files of the chosen file system; none if scripts are refused, or not yet planned. */
    public List<FileNode> files() {
        return planned.map(Planned::files).orElse(List.of());
    }

    /** The file that explains the others. */
    public Optional<GeneratedFile> firstFile() {
        return written().flatMap(plan -> plan.files().stream().filter(file -> file.path().equals(wish.form().firstFile())).findFirst());
    }

    private Optional<ProvisioningPlan> written() {
        return planned.flatMap(known -> known.result() instanceof ProvisioningPlan plan ? Optional.of(plan) : Optional.empty());
    }

    public boolean canExport() {
        return isPlanned() && written().isPresent();
    }

    /** What there is to see, or why there is nothing. */
    public String summary() {
        if (planned.isEmpty()) {
            return ScriptsMessages.Scripts_planning;
        }
        if (planned.get().result() instanceof Refused refused) {
            String reasons = bullets(refused.reasons());
            return Messages.bind(ScriptsMessages.Scripts_refused, label(), reasons)
                    + refused.nearestSupported().map(near -> "\n\n" + Messages.bind(ScriptsMessages.Scripts_nearest, near)).orElse("")
                    + reading(refused.reading());
        }
        ProvisioningPlan plan = written().orElseThrow();
        return Messages.bind(ScriptsMessages.Scripts_summary,
                new Object[] {label(), plan.files().size(), plan.steps().size(), wish.form().firstFile()});
    }

    private static String bullets(List<String> lines) {
        return String.join("\n", lines.stream().map(line -> "• " + line).toList());
    }

    private static String reading(List<String> titles) {
        return titles.isEmpty() ? "" : "\n\n" + Messages.bind(ScriptsMessages.Scripts_reading, bullets(titles));
    }

    /** The folder that an export into {@code parent} makes. */
    public Path target(Path parent) {
        Form form = wish.form();
        return parent.resolve(scenario.name() + "-" + label() + (form == Form.BASH ? "" : "-" + form.label()));
    }

    /**
     * Writes the files, and remembers where; in any thread.
     *
     * @param replace also what has been edited since the last export
     * @throws org.quorate.provision.directory.ExportRefusedException if the folder holds what must not be replaced
     */
    public void export(Path folder, boolean replace) throws IOException {
        Planned known = planned.orElseThrow();
        scripts.write((ProvisioningPlan) known.result(), folder, replace);
        if (known.wish().form() == Form.BASH) {
            folders.remember(scenario.name(), known.wish().label(), folder);
        }
    }

    /** Where the chosen file system was exported to last, or what was chosen instead. */
    public Optional<Path> former() {
        return folders.of(scenario.name(), label());
    }

    /** Compares with another folder from now on. */
    public void compareWith(Path folder) {
        folders.remember(scenario.name(), label(), folder);
    }

    /**
     * What differs from the scripts in a folder; whatever form is shown, scripts are compared. In any thread.
     *
     * @throws org.quorate.provision.directory.ExportRefusedException if the folder holds no scripts
     * @throws IOException                                            if it cannot be read
     */
    public Optional<ExportDifference> difference(Path folder) throws IOException {
        ProvisioningResult result = scripts.plan(scenario, label(), Form.BASH);
        return result instanceof ProvisioningPlan plan ? Optional.of(scripts.difference(plan, folder)) : Optional.empty();
    }

    /**
     * What became of the files of an export since it was made.
     *
     * @param unharmed all is as it was written
     * @param text     for people
     */
    public record Verified(boolean unharmed, String text) {
    }

    /**
     * Holds the files in a folder against its checksums; in any thread.
     *
     * @throws org.quorate.provision.directory.ExportRefusedException if the folder holds no export
     * @throws IOException                                            if it cannot be read
     */
    public Verified verify(Path folder) throws IOException {
        KeptExport kept = scripts.verify(folder);
        List<String> parts = new ArrayList<>();
        part(parts, ScriptsMessages.Scripts_edited, kept.edited());
        part(parts, ScriptsMessages.Scripts_missing, kept.missing());
        part(parts, ScriptsMessages.Scripts_unknown, kept.unknown());
        boolean unharmed = parts.isEmpty();
        return new Verified(unharmed, unharmed ? Messages.bind(ScriptsMessages.Scripts_unharmed, kept.files().size(), folder)
                : folder + "\n\n" + String.join("\n\n", parts));
    }

    private static void part(List<String> parts, String title, List<String> names) {
        if (!names.isEmpty()) {
            parts.add(title + "\n" + bullets(names));
        }
    }
}
