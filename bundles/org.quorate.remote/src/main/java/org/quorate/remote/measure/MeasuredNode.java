// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.measure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.measure.DeviceReader;
import org.quorate.intake.measure.DeviceTimes;
import org.quorate.intake.measure.RoundTrips;
import org.quorate.intake.measure.ScratchTimes;
import org.quorate.remote.Command;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;

/** Measures one node over a connection that the caller closes: a script that ends by itself, and with the connection. Used by one thread. */
public final class MeasuredNode {

    /** Addresses and names that ping takes for nothing else. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]{0,254}");
    private static final int MOST_OUTPUT = 5 << 20;
    /** The script says each tenth of a second that it is there. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    /** Larger than what drives keep in their own memory for a moment, and little enough for any file system. */
    private static final int SCRATCH_MIB = 64;
    private static final int CALL_SECONDS = 3;

    private final RemoteShell shell;
    private final boolean root;

    /** @param root as root, by sudo where the login is another */
    public MeasuredNode(RemoteShell shell, boolean root) {
        this.shell = shell;
        this.root = root;
    }

    /** It is one that round trips can be measured to. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /**
     * Measures round trips to another node.
     *
     * @param address  of the other one
     * @param count    requests
     * @param interval seconds from one to the next
     * @param seconds  that it may take, 1 or more
     * @throws IllegalArgumentException if the address is none
     * @throws RemoteException          if the node cannot be asked
     */
    public RoundTrips roundTrips(String address, int count, double interval, int seconds, BooleanSupplier cancelled) throws RemoteException {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("not an address: " + address);
        }
        return read(run(seconds + 10, cancelled, "round-trip", String.valueOf(count), String.format(Locale.ROOT, "%.3f", interval),
                String.valueOf(seconds), address), RoundTrips::read);
    }

    /**
     * Measures reads of a device; it is never opened for writing.
     *
     * @param node    name for what was measured
     * @param device  absolute path
     * @param seconds that it may take, 1 or more
     * @throws RemoteException if the node cannot be asked
     */
    public DeviceTimes reads(String node, String device, int seconds, BooleanSupplier cancelled) throws RemoteException {
        return read(run(2 * seconds + 30, cancelled, "reads", String.valueOf(seconds), device), source -> DeviceReader.reads(node, device, source));
    }

    /**
     * Measures writes and flushes of a file that is not there before and not afterwards.
     *
     * @param node    name for what was measured
     * @param file    absolute path
     * @param mount   where its file system must be mounted; empty: anywhere but at /
     * @param seconds that it may take, 1 or more
     * @throws RemoteException if the node cannot be asked
     */
    public ScratchTimes scratch(String node, String file, String mount, int seconds, BooleanSupplier cancelled) throws RemoteException {
        return read(run(2 * seconds + 30, cancelled, "scratch", String.valueOf(seconds), String.valueOf(SCRATCH_MIB), file, mount),
                source -> DeviceReader.scratch(node, file, source));
    }

    /**
     * Measures what a system call takes that does nothing, in nanoseconds.
     *
     * @throws RemoteException if the node cannot be asked
     */
    public Optional<Double> call(BooleanSupplier cancelled) throws RemoteException {
        return read(run(CALL_SECONDS + 10, cancelled, "calls", String.valueOf(CALL_SECONDS)), DeviceReader::call);
    }

    private interface Reader<T> {
        T read(IntakeSource source) throws IOException;
    }

    private <T> T read(Result result, Reader<T> reader) throws RemoteException {
        try {
            return reader.read(IntakeSource.of(new ByteArrayInputStream(result.out().kept())));
        } catch (IntakeException e) {
            throw new RemoteException(Kind.ANSWER, shell.target().text() + ": " + e.getMessage() + "; " + result.ending(), true);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private Result run(int seconds, BooleanSupplier cancelled, String... arguments) throws RemoteException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", script(), "measure"));
        words.addAll(List.of(arguments));
        Command command = Command.of(words.toArray(String[]::new)).within(new Command.Limits(IDLE, Duration.ofSeconds(seconds), MOST_OUTPUT));
        return shell.run(root ? command.asRoot() : command, cancelled);
    }

    private static String script() {
        try (InputStream in = MeasuredNode.class.getResourceAsStream("measure.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
