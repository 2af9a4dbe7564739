// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.kill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;

/** The application as the product starts it, in a process and on a display of its own, with the bundles that this test runs with. */
final class DesktopProcess implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 240_000;
    /** Where the options of the Java machine stand that users start it with. */
    private static final Path START_SCRIPT = Path.of("../../features/org.quorate.desktop/rootfiles/linux/quorate-desktop");
    private static final Pattern OPTION = Pattern.compile("-(X|Djava)[\\w.:+=]+");

    private final Path folder;
    private final Process screen;
    private final String display;
    private Process desktop;
    private Path log;

    /** @param folder for its state and logs */
    DesktopProcess(Path folder) throws IOException {
        this.folder = folder;
        screen = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader number = screen.inputReader()) {
            display = ":" + number.readLine();
        }
    }

    /**
     * Starts it.
     *
     * @param work      what {@link Typist} does in it
     * @param arguments of the application
     */
    void start(Typist.Work work, String... arguments) throws IOException {
        log = folder.resolve("log" + System.nanoTime());
        Path configuration = Files.createDirectories(folder.resolve("configuration"));
        Path here = Path.of(URI.create(System.getProperty("osgi.configuration.area").replace(" ", "%20")));
        Files.writeString(configuration.resolve("config.ini"), Files.readString(here.resolve("config.ini")));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        OPTION.matcher(Files.readString(START_SCRIPT)).results().forEach(option -> command.add(option.group()));
        command.addAll(List.of("-Dorg.quorate.state=" + folder.resolve("state"), "-D" + Typist.LOG + "=" + log,
                "-D" + Typist.WORK + "=" + work, "-cp",
                FileLocator.getBundleFileLocation(Platform.getBundle("org.eclipse.osgi")).orElseThrow().getPath(),
                "org.eclipse.core.runtime.adaptor.EclipseStarter", "-configuration", configuration.toString(),
                "-product", "org.quorate.ui.product", "-application", "org.quorate.ui.application", "-data", "@noDefault"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        builder.environment().put("DISPLAY", display);
        builder.environment().put("GDK_BACKEND", "x11");
        // As the start script does.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        desktop = builder.start();
    }

    private Path output() {
        return log.resolveSibling(log.getFileName() + ".out");
    }

    /** What it has done, as {@link Typist} tells it. */
    String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    private String all() {
        try {
            return log() + Files.readString(output());
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Waits until it has told something that begins so. */
    void await(String line) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (log().lines().noneMatch(one -> one.startsWith(line))) {
            assertTrue(desktop.isAlive() && System.currentTimeMillis() < end, () -> "no " + line + " in " + all());
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** The first number behind a text in what it has told. */
    long number(String start) {
        return log().lines().filter(line -> line.startsWith(start))
                .mapToLong(line -> Long.parseLong(line.substring(start.length()).split(" ")[0])).findFirst().orElseThrow();
    }

    /** Memory of the whole process that is in use, in KiB. */
    long residentKib() throws IOException {
        String status = Files.readString(Path.of("/proc", Long.toString(desktop.pid()), "status"));
        String line = status.lines().filter(one -> one.startsWith("VmRSS:")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        desktop.destroyForcibly();
        assertTrue(desktop.waitFor() == 128 + 9, this::all);
    }

    @Override
    public void close() {
        if (desktop != null) {
            desktop.destroyForcibly();
        }
        screen.destroy();
    }
}
