// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Where and when something was measured, and the file that keeps it. */
public final class ResultsFile {
    private static final Path FOLDER = Path.of("releng", "benchmarks", "results");
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private final LocalDate date = LocalDate.now();
    private final int cores = Runtime.getRuntime().availableProcessors();
    private double leastLoad = Double.POSITIVE_INFINITY;
    private double mostLoad = Double.NEGATIVE_INFINITY;

    /** Takes note of the load that the machine has now. */
    public void observeLoad() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        leastLoad = Math.min(leastLoad, load);
        mostLoad = Math.max(mostLoad, load);
    }

    /** Date, machine, Java, load, and how it was measured. */
    public void printHeader(PrintStream out, String how) throws IOException {
        out.printf(Locale.ROOT, "%s, %s, %d cores, %s %s, Java %s; load average %.1f to %.1f%n", date, processor(), cores,
                System.getProperty("os.name"), System.getProperty("os.arch"), Runtime.version(), leastLoad, mostLoad);
        out.println(how);
    }

    /** Writes a new file, named by what was measured, date and machine. */
    public Path keep(String prefix, String text) throws IOException {
        String name = prefix + date + "-" + processor().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + cores + "-cores";
        Path file = FOLDER.resolve(name + ".txt");
        for (int number = 2; Files.exists(file); number++) {
            file = FOLDER.resolve(name + "-" + number + ".txt");
        }
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static String processor() throws IOException {
        if (!Files.exists(CPU_INFO)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(CPU_INFO).stream().filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse(System.getProperty("os.arch"));
    }
}
