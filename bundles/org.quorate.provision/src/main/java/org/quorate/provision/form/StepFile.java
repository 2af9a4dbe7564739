// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.Part;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Step;

/**
 * A file that a step installs, with the values of a plan. Immutable, thread-safe.
 *
 * @param path     on the node
 * @param mode     four octal digits
 * @param isCommon the same on all nodes
 */
record StepFile(String path, String mode, boolean isCommon) {

    StepFile {
        Objects.requireNonNull(mode, path);
    }

    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z_]+)\\b");

    /** Those at the beginning of a step, before it does anything else. */
    static List<StepFile> first(ProvisioningPlan plan, Step step) {
        return files(plan, step.parts().stream().takeWhile(Part.InstallFiles.class::isInstance));
    }

    /** All that a step installs by name. */
    static List<StepFile> all(ProvisioningPlan plan, Step step) {
        return files(plan, step.parts().stream().filter(Part.InstallFiles.class::isInstance));
    }

    private static List<StepFile> files(ProvisioningPlan plan, Stream<Part> parts) {
        Set<String> paths = plan.files().stream().map(GeneratedFile::path).collect(Collectors.toSet());
        return parts.flatMap(part -> ((Part.InstallFiles) part).words().stream()).flatMap(word -> values(plan, word))
                .filter(path -> !path.isEmpty()).map(path -> new StepFile(path, plan.table("FILE_MODES").get(path),
                        paths.contains("files/common" + path))).toList();
    }

    private static Stream<String> values(ProvisioningPlan plan, String word) {
        return word.startsWith("${") ? plan.words(word.substring(2, word.indexOf('['))).stream() : Stream.of(value(plan, word));
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
