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
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.measure.RoundTrips;
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

    private final RemoteShell shell;
    private final boolean root;

    /** @param root as root, by sudo where the login is another */
    public MeasuredNode(RemoteShell shell, boolean root) {
        this.shell = shell;
        this.root = root;
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
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("not an address: " + address);
        }
        return read(run(seconds + 10, cancelled, "round-trip", String.valueOf(count), String.format(Locale.ROOT, "%.3f", interval),
                String.valueOf(seconds), address), RoundTrips::read);
    }

    private interface Reader<T> {
        T read(IntakeSource source) throws IOException;
    }

    private <T> T read(Result result, Reader<T> reader) throws RemoteException {
        try {
            return reader.read(IntakeSource.of(new ByteArrayInputStream(result.out().kept())));
        } catch (IntakeException e) {
            throw new RemoteException(Kind.DROPPED, shell.target().text() + ": " + e.getMessage() + "; " + result.ending(), true);
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
