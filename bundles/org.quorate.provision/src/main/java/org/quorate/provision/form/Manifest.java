// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Comparator;
import java.util.List;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.PlanOrigin;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Step;

/** manifest.json: what an export was made from, and what it holds. Pure functions, thread-safe. */
final class Manifest {

    static final String FILE = "manifest.json";

    /** Name and version of the form. */
    private static final String FORMAT = "quorate-export/1";

    /** The form itself; components stand in the file as they stand here. */
    private record Document(String format, String form, String quorateVersion, String title, String scenarioSha256,
            long seed, String contender, String os, String fileSystem, String stack, List<String> nodes,
            List<Entry> steps, List<File> files) {
    }

    private record Entry(String id, String where, String risk, String title) {
    }

    private record File(String path, String sha256, boolean executable) {
    }

    private Manifest() {
    }

    /** All files but itself and {@value Checksums#FILE}, which has the checksum of this one. */
    static String of(ProvisioningPlan plan, Form form, String version, List<GeneratedFile> files) {
        PlanOrigin origin = plan.origin();
        Document document = new Document(FORMAT, form.label(), version, origin.title(), origin.scenarioSha256(),
                origin.seed(), origin.contender(), origin.os(), origin.fileSystem(), origin.stack(),
                plan.words("NODE_NAMES"), plan.steps().stream().map(Manifest::entry).toList(),
                files.stream().sorted(Comparator.comparing(GeneratedFile::path))
                        .map(f -> new File(f.path(), Checksums.sha256(f.content()), f.executable())).toList());
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try {
            // A title is any text: what could turn it around on a screen stays visible.
            return JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writer(printer).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every plan has a JSON form", e);
        }
    }

    private static Entry entry(Step step) {
        return new Entry(step.id(), step.where().label(), step.risk().label(), step.title());
    }
}
