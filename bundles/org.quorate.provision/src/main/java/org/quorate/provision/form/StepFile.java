// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.provision.GeneratedFile;
import org.quorate.provision.Part;
import org.quorate.provision.ProvisioningPlan;
import org.quorate.provision.Step;

/**
 * A file that a step installs, with the values of a plan. Immutable, thread-safe.
 *
 * @param path     on the node
 * @param mode     four octal digits
 * @param isCommon the same on all nodes
 */
record StepFile(String path, String mode, boolean isCommon) {

    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z_]+)\\b");

    /** Those at the beginning of a step, before it does anything else. */
    static List<StepFile> first(ProvisioningPlan plan, Step step) {
        List<StepFile> files = new ArrayList<>();
        for (Part part : step.parts()) {
            if (!(part instanceof Part.InstallFile file)) {
                break;
            }
            files.add(of(plan, file));
        }
        return files;
    }

    /** All that a step installs by name. */
    static List<StepFile> all(ProvisioningPlan plan, Step step) {
        return step.parts().stream().filter(Part.InstallFile.class::isInstance).map(Part.InstallFile.class::cast)
                .map(file -> of(plan, file)).toList();
    }

    private static StepFile of(ProvisioningPlan plan, Part.InstallFile file) {
        String path = value(plan, file.path());
        String mode = plan.table("FILE_MODES").get(path);
        if (mode == null) {
            throw new IllegalStateException("the plan has no file for " + path);
        }
        return new StepFile(path, mode, plan.files().stream().map(GeneratedFile::path).anyMatch(("files/common" + path)::equals));
    }

    /** A text of a step with the plan's values in the place of its variables. */
    static String value(ProvisioningPlan plan, String text) {
        Matcher variable = VARIABLE.matcher(text);
        return variable.replaceAll(found -> Matcher.quoteReplacement(plan.text(found.group(1))));
    }

    /** Of the export, for one node. */
    String source(String node) {
        return "files/" + (isCommon ? "common" : "only/" + node) + path;
    }

    String directory() {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
