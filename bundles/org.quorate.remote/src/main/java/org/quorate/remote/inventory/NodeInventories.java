// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.inventory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.node.NodeReader;
import org.quorate.intake.node.SignatureReader;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.remote.Command;
import org.quorate.remote.Connector;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;

/** Takes the inventory of one node: two scripts that read, and a look at its clock. Thread-safe. */
public final class NodeInventories {

    private static final Command.Limits LIMITS = new Command.Limits(Duration.ofSeconds(45), Duration.ofSeconds(120), 8 << 20);
    /** Whole devices that hold no LUN. */
    private static final Pattern NO_LUN = Pattern.compile("(loop|ram|zram|sr|fd|md|nbd)[0-9]+.*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_!.-]{1,64}");
    /** Far beyond the LUNs of a node; each takes some milliseconds. */
    private static final int MOST_DEVICES = 256;
    private static final Pattern TIME = Pattern.compile("[0-9]{1,12}\\.[0-9]{9}");

    private final Connector connector;
    private final boolean asRoot;
    private final boolean contents;

    /** @param asRoot by sudo, where the login is not root; where that is not to be had, what only root sees stays unknown */
    public NodeInventories(Connector connector, boolean asRoot) {
        this(connector, asRoot, true);
    }

    /** @param contents look at what lies on devices */
    public NodeInventories(Connector connector, boolean asRoot, boolean contents) {
        this.connector = connector;
        this.asRoot = asRoot;
        this.contents = contents;
    }

    /**
     * Takes it; some seconds.
     *
     * @param name      of the node as the user knows it
     * @param cancelled asked often
     * @throws RemoteException if the node cannot be reached or asked
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public NodeInventory take(String name, Target target, BooleanSupplier cancelled) throws RemoteException {
        try (RemoteShell shell = connector.connect(target, cancelled)) {
            return take(name, shell, cancelled);
        }
    }

    /**
     * The same on a connection that is there already, which stays open.
     *
     * @throws RemoteException if the node cannot be asked
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public NodeInventory take(String name, RemoteShell shell, BooleanSupplier cancelled) throws RemoteException {
        try {
            List<String> remarks = new ArrayList<>();
            boolean root = asRoot && root(shell, remarks, cancelled);
            Result result = run(shell, root, List.of("sh", "-c", script("inventory.sh")), cancelled);
            NodeInventory inventory = clock(shell, NodeReader.read(name, source(result)), cancelled);
            if (contents && inventory.system().root()) {
                inventory = examine(shell, root, inventory, remarks, cancelled);
            }
            return with(inventory, remarks);
        } catch (IntakeException e) {
            throw new RemoteException(Kind.ANSWER, shell.target().text() + ": " + e.getMessage(), true);
        } catch (RemoteException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private static boolean root(RemoteShell shell, List<String> remarks, BooleanSupplier cancelled) throws RemoteException {
        try {
            return shell.run(Command.of("true").asRoot(), cancelled).succeeded();
        } catch (RemoteException e) {
            if (e.kind() != Kind.SUDO) {
                throw e;
            }
            remarks.add(e.getMessage());
            return false;
        }
    }

    private static Result run(RemoteShell shell, boolean root, List<String> words, BooleanSupplier cancelled) throws RemoteException {
        Command command = Command.of(words.toArray(String[]::new)).within(LIMITS);
        return shell.run(root ? command.asRoot() : command, cancelled);
    }

    /** What lies on the LUNs. A device without a path can hang whoever reads it: then it stays unknown. */
    private static NodeInventory examine(RemoteShell shell, boolean root, NodeInventory inventory, List<String> remarks, BooleanSupplier cancelled)
            throws IOException {
        List<String> paths = inventory.devices().stream().filter(device -> device.type().equals("mpath")).flatMap(map -> map.parents().stream()).toList();
        List<String> names = inventory.devices().stream().filter(DeviceFacts::isWhole).map(DeviceFacts::name)
                .filter(device -> !paths.contains(device) && NAME.matcher(device).matches() && !NO_LUN.matcher(device).matches())
                .collect(Collectors.toList());
        if (names.size() > MOST_DEVICES) {
            remarks.add("only the first " + MOST_DEVICES + " of " + names.size() + " devices were looked at");
            names = names.subList(0, MOST_DEVICES);
        }
        List<String> words = new ArrayList<>(List.of("sh", "-c", script("signatures.sh"), "signatures"));
        words.addAll(names);
        try {
            return SignatureReader.add(inventory, source(run(shell, root, words, cancelled)));
        } catch (RemoteException e) {
            if (e.kind() != Kind.TIME) {
                throw e;
            }
            remarks.add("a device did not answer, so that nothing is known of what lies on any: " + e.getMessage());
            return inventory;
        }
    }

    /** The shortest of some round trips bounds the error best. */
    private static NodeInventory clock(RemoteShell shell, NodeInventory inventory, BooleanSupplier cancelled) throws RemoteException {
        double offset = 0;
        double uncertainty = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            double before = seconds(Instant.now());
            String told = shell.run(Command.of("date", "+%s.%N"), cancelled).out().text().strip();
            double after = seconds(Instant.now());
            if (TIME.matcher(told).matches() && (after - before) / 2 < uncertainty) {
                offset = Double.parseDouble(told) - (before + after) / 2;
                uncertainty = (after - before) / 2;
            }
        }
        return Double.isInfinite(uncertainty) ? inventory : inventory.withClock(inventory.clock().with(offset, uncertainty));
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }

    private static NodeInventory with(NodeInventory inventory, List<String> more) {
        List<String> remarks = new ArrayList<>(more);
        remarks.addAll(inventory.remarks());
        return inventory.withRemarks(remarks);
    }

    /** Whatever a node says is made safe to print here, once for all who show it. */
    private static IntakeSource source(Result result) {
        return IntakeSource.of(new ByteArrayInputStream(result.out().text().getBytes(StandardCharsets.UTF_8)));
    }

    /** A script for a node. */
    static String script(String name) {
        try (InputStream in = NodeInventories.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
