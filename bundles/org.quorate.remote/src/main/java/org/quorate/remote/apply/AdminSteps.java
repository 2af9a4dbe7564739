// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.quorate.provision.directory.ExportWriter;
import org.quorate.provision.plan.ProvisioningPlan;

/**
 * Runs the steps of an export that belong to the administrator's machine: its provision.sh in a bash of this machine, whose ssh is a {@link
 * Bridge} to connections of ours. Used by one thread.
 */
final class AdminSteps implements AutoCloseable {

    private static final long CHECK_SECONDS = 10;
    private static final long STEP_MILLIS = 20;
    private static final long END_SECONDS = 5;
    /** Of who runs this program, for ssh; and what would change what bash does before it begins. */
    private static final List<String> FOREIGN = List.of("SSH_USER", "SSH_SUDO", "EDITED", "BASH_ENV", "ENV", "CONFIRM_WWID", "CONFIRM_ROLLBACK",
            "CONFIRM_UNMOUNT", "CONFIRM_FENCING_TEST");
    private static final String CAN = """
            ((BASH_VERSINFO[0] >= 4)) || { echo "bash is older than 4"; exit 1; }
            PATH=/usr/sbin:/usr/bin:/sbin:/bin
            for tool in tar sha256sum mkfifo mktemp od sort date; do
                command -v "$tool" >/dev/null || { echo "there is no $tool"; exit 1; }
            done
            [[ -x $1 ]] || { echo "nothing may be run in ${1%/*}"; exit 1; }
            """;

    private final Path folder;
    private final Map<String, String> environment;

    private AdminSteps(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * Writes what is needed into a folder that nobody else can read.
     *
     * @param environment with the secrets that the scenario says are there
     */
    static AdminSteps of(ProvisioningPlan plan, Map<String, String> environment) throws IOException {
        Path folder = Files.createTempDirectory("quorate-");
        AdminSteps steps = new AdminSteps(folder, Map.copyOf(environment));
        boolean complete = false;
        try {
            ExportWriter.write(plan, folder.resolve("export"), false);
            Files.createDirectory(folder.resolve("calls"));
            for (String script : List.of("here.sh", "ssh-bridge.sh")) {
                try (InputStream in = AdminSteps.class.getResourceAsStream(script)) {
                    Files.write(folder.resolve(script), in.readAllBytes());
                }
            }
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder.resolve("ssh-bridge.sh"), PosixFilePermissions.fromString("rwx------"));
            }
            complete = true;
            return steps;
        } finally {
            if (!complete) {
                steps.close();
            }
        }
    }

    /** Why this machine cannot run them; empty: it can. */
    Optional<String> obstacle() throws IOException {
        try {
            Process process = builder("-c", CAN, "check", folder.resolve("ssh-bridge.sh").toString()).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(CHECK_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of("bash does not answer");
            }
            String said = new String(process.getInputStream().readNBytes(1000)).strip();
            return process.exitValue() == 0 ? Optional.empty() : Optional.of(said.isEmpty() ? "bash ends with code " + process.exitValue() : said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (IOException e) {
            return Optional.of("there is no bash");
        }
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of("bash"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        FOREIGN.forEach(builder.environment()::remove);
        return builder;
    }

    /**
     * Runs one.
     *
     * @param confirmed variables that confirm, with their words
     * @param links     connections by the addresses that the export knows
     * @return exit code
     * @throws CancellationException if cancelled; it is ended then, wherever it was
     */
    int run(Verb verb, String step, Map<String, String> confirmed, Map<String, NodeLink> links, Bridge.Calls calls, Lines lines, BooleanSupplier cancelled)
            throws IOException {
        ProcessBuilder builder = builder(folder.resolve("here.sh").toString(), folder.resolve("export").toString(), step, verb.word());
        builder.environment().put("QUORATE_SSH", folder.resolve("ssh-bridge.sh").toString());
        builder.environment().put("QUORATE_BRIDGE", folder.resolve("calls").toString());
        builder.environment().put("QUORATE_FORM", "apply");
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().putAll(confirmed);
        try (Bridge bridge = new Bridge(folder.resolve("calls"), links, calls, cancelled)) {
            bridge.start();
            Process process = builder.redirectErrorStream(true).start();
            Thread reader = new Thread(() -> read(process.getInputStream(), lines), "quorate-here");
            reader.setDaemon(true);
            reader.start();
            try {
                while (!process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                }
                reader.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
                return process.exitValue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } finally {
                end(process);
            }
        }
    }

    /** Its end of input is its sign to end with all that it has started. */
    private static void end(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // It has ended, and the pipe with it.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void read(InputStream from, Lines lines) {
        byte[] buffer = new byte[1 << 13];
        try (from) {
            for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
                lines.add(Arrays.copyOf(buffer, length));
            }
        } catch (IOException e) {
            // It was ended.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
