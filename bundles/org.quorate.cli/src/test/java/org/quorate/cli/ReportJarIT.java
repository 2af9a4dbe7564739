// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.app.ReportForm;
import org.quorate.cli.JarRun.Result;

/** Sizing reports as processes of their own. */
class ReportJarIT {

    @TempDir
    private Path directory;

    /** The sample with its template: two processes, the same bytes in every form; only the first simulates. */
    @Test
    void allFormsOfTheSampleAreMadeTwiceTheSame() throws Exception {
        JarRun jar = new JarRun(directory);
        assertEquals(0, jar.run("samples", "copy", "web-sessions", "mine").exitCode());
        for (ReportForm form : ReportForm.values()) {
            Map<String, byte[]> first = made(jar, "one", form, form != ReportForm.values()[0]);
            Map<String, byte[]> second = made(jar, "two", form, true);
            assertEquals(first.keySet(), second.keySet());
            first.forEach((file, bytes) -> assertArrayEquals(bytes, second.get(file), file));
        }
    }

    /** All files of the report. */
    private Map<String, byte[]> made(JarRun jar, String folder, ReportForm form, boolean again) throws IOException, InterruptedException {
        Path place = Files.createDirectories(directory.resolve(folder).resolve(form.extension()));
        Result result = jar.run("report", "mine/scenario.yaml", "-o", directory.relativize(place) + "/sizing." + form.extension(), "--keep",
                "kept", "--date", "2026-11-28", "--replications", "2", "--no-capacity");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(again, result.err().contains("all results were kept from before"), result.err());
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(place)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(place.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** A small heap for the largest report; what machines have that also run an office. */
    @Test
    void halfAGibibyteIsEnough() throws Exception {
        JarRun jar = new JarRun(directory);
        assertEquals(0, jar.run("samples", "copy", "web-sessions", "mine").exitCode());
        String forms = String.join(" ", Arrays.stream(ReportForm.values()).map(ReportForm::extension).toList());
        Result result = jar.runOnTerminal("for form in " + forms + "; do JAVA_TOOL_OPTIONS=-Xmx384m $QUORATE report mine/scenario.yaml --quiet"
                + " -o sizing.$form --keep kept --date 2026-11-28 --replications 2 || exit; done", Map.of());
        assertEquals(0, result.exitCode(), result.out());
    }

    @Test
    void controlCEndsItSoonAndLeavesNoOutput() throws Exception {
        Files.writeString(directory.resolve("endless.yaml"), Terminal.resource("shared.yaml").replace("duration: 300 ms", "duration: 24 h"));
        JarRun jar = new JarRun(directory);
        Result result = jar.interrupt("result.points", "report", "endless.yaml", "-o", "result.html");
        assertEquals(130, result.exitCode(), result.err());
        assertTrue(Files.notExists(directory.resolve("result.html")));
    }
}
