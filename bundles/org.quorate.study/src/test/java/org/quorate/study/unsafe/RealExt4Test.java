// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.LocalSpec;

/**
 * The real thing without a mount: mke2fs makes an ext4, debugfs writes files into two copies of it as two nodes would, each from its
 * own reading of the metadata, and the blocks that the two changed are laid over each other in every order in which they may reach
 * the device. e2fsck must complain about exactly what the study says, for each of them.
 */
class RealExt4Test {

    private static final int BLOCK = 4096;
    private static final int BLOCKS = 4096;
    private static final List<String> TOOLS = List.of("mke2fs", "debugfs", "e2fsck", "dumpe2fs", "tune2fs");
    /** Files that the two nodes write, and the blocks of each. */
    private static final int[] FILES = {3, 9};
    private static final int[] FILE_BLOCKS = {10, 4};
    private static final Pattern CLAIM = Pattern.compile("Multiply-claimed block\\(s\\) in inode \\d+:(.*)");
    private static final Pattern RANGE = Pattern.compile("([+-]?)\\(?(\\d+)(?:--(\\d+))?");

    /** What reaches the device as one. */
    private enum Part { DESCRIPTORS, BLOCK_BITMAP, INODE_BITMAP, TABLE, TABLE_BEHIND, DIRECTORY }

    @TempDir
    private Path folder;

    @Test
    void e2fsckComplainsAboutWhatTheStudySays() throws Exception {
        assumeTrue(TOOLS.stream().allMatch(tool -> find(tool) != null), "e2fsprogs is not installed");
        byte[] made = make();
        byte[][] nodes = {written(made, 0), written(made, 1)};
        Map<Integer, Part> parts = parts(made, nodes);
        assertEquals(Set.of(Part.values()), Set.copyOf(parts.values()), "every part has changed: " + parts);
        Path device = folder.resolve("device.img");
        Files.write(device, data(made, nodes, parts));
        Set<Complaint> seen = new TreeSet<>();
        int clean = 0;
        for (int winners = 0; winners < 1 << Part.values().length; winners++) {
            Map<Complaint, Long> expected = simulated(winners);
            lay(device, nodes, parts, winners);
            String said = check(device);
            assertEquals(expected, real(said), "blocks of node 2 that came last: " + Integer.toBinaryString(winners) + "\n" + said);
            expected.forEach((complaint, count) -> {
                if (count > 0) {
                    seen.add(complaint);
                }
            });
            clean += expected.values().stream().allMatch(count -> count == 0) ? 1 : 0;
        }
        assertEquals(2, clean, "where all of one node's blocks win, the other's files are gone without a complaint");
        assertTrue(seen.containsAll(Set.of(Complaint.MULTIPLY_CLAIMED, Complaint.DELETED_INODE, Complaint.UNATTACHED,
                Complaint.BLOCKS_MARKED, Complaint.BLOCKS_UNMARKED, Complaint.INODES_MARKED, Complaint.INODES_UNMARKED,
                Complaint.COUNTS)), seen.toString());
    }

    /** The same in the study: ten inodes are reserved, as in a new ext4, so that inode 11 of both is the first that is free. */
    private static Map<Complaint, Long> simulated(int winners) {
        UnsafeRun run = new UnsafeRun(UnsafeScenarios.of(2, 10, "shared", "operation: create, weight: 1, fileSet: files"),
                LocalSpec.Kind.EXT4, 5_000_000_000L);
        int file = run.initial().count();
        for (int node = 0; node < 2; node++) {
            for (int i = 0; i < FILES[node]; i++) {
                run.nodes().get(node).create(file, 0, 0, (long) FILE_BLOCKS[node] * BLOCK);
                run.nodes().get(node).fsync(run.nodes().get(node).view(file++));
            }
        }
        for (int node = 0; node < 2; node++) {
            for (Copy copy : run.nodes().get(node).memory().copies()) {
                boolean second = (winners >> part(copy.block()).ordinal() & 1) == 1;
                if (copy.isDirty() && second == (node == 1)) {
                    run.device().write(copy.image(), node, 0);
                }
            }
        }
        // a name or an inode that no node wrote last is not there
        return new Inspection(run).complaints();
    }

    private static Part part(BlockId block) {
        return switch (block.kind()) {
            case GROUP_DESCRIPTORS -> Part.DESCRIPTORS;
            case BLOCK_BITMAP -> Part.BLOCK_BITMAP;
            case INODE_BITMAP -> Part.INODE_BITMAP;
            case INODE_TABLE -> block.number() == 0 ? Part.TABLE : Part.TABLE_BEHIND;
            case DIRECTORY -> Part.DIRECTORY;
            default -> throw new AssertionError(block.toString());
        };
    }

    /** What the advice says of multiple mount protection: it is there, and off unless asked for. */
    @Test
    void multipleMountProtectionIsOffByDefault() throws Exception {
        assumeTrue(TOOLS.stream().allMatch(tool -> find(tool) != null), "e2fsprogs is not installed");
        make();
        Path image = folder.resolve("made.img");
        assertFalse(run("dumpe2fs", "-h", image.toString()).contains(" mmp"), "off");
        run("tune2fs", "-O", "mmp", image.toString());
        String protectedOne = run("dumpe2fs", "-h", image.toString());
        assertTrue(protectedOne.contains(" mmp"), protectedOne);
        assertEquals(5, number("MMP update interval: +(\\d+)", protectedOne), "seconds");
    }

    private byte[] make() throws Exception {
        Path image = folder.resolve("made.img");
        Files.write(image, new byte[BLOCK * BLOCKS]);
        // checksums would only add complaints of their own; without them e2fsck says what is wrong itself
        run("mke2fs", "-q", "-F", "-t", "ext4", "-b", Integer.toString(BLOCK), "-I", "256", "-E", "lazy_itable_init=0,lazy_journal_init=0",
                "-O", "^metadata_csum,^uninit_bg,^resize_inode", image.toString());
        return Files.readAllBytes(image);
    }

    /** What a node leaves that knows nothing of another. */
    private byte[] written(byte[] made, int node) throws Exception {
        Path image = folder.resolve("node" + node + ".img");
        Files.write(image, made);
        Path data = folder.resolve("data" + node);
        byte[] content = new byte[FILE_BLOCKS[node] * BLOCK];
        Arrays.fill(content, (byte) ('a' + node));
        Files.write(data, content);
        Path commands = folder.resolve("commands" + node);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < FILES[node]; i++) {
            lines.add("write " + data + " node" + node + "-" + i);
        }
        Files.write(commands, lines);
        run("debugfs", "-w", "-f", commands.toString(), image.toString());
        return Files.readAllBytes(image);
    }

    /** Which of the changed blocks are metadata, and of what kind. */
    private Map<Integer, Part> parts(byte[] made, byte[][] nodes) throws Exception {
        String groups = run("dumpe2fs", folder.resolve("made.img").toString());
        int descriptors = number("Group descriptors at (\\d+)", groups);
        int blockBitmap = number("Block bitmap at (\\d+)", groups);
        int inodeBitmap = number("Inode bitmap at (\\d+)", groups);
        int table = number("Inode table at (\\d+)", groups);
        int tableBlocks = number("Inode blocks per group: +(\\d+)", groups);
        int root = number("\\(0\\):(\\d+)", run("debugfs", "-R", "stat <2>", folder.resolve("made.img").toString()));
        Map<Integer, Part> parts = new TreeMap<>();
        for (int block = 0; block < BLOCKS; block++) {
            if (block > 0 && (differs(made, nodes[0], block) || differs(made, nodes[1], block))) {
                Part part = block == descriptors ? Part.DESCRIPTORS : block == blockBitmap ? Part.BLOCK_BITMAP
                        : block == inodeBitmap ? Part.INODE_BITMAP : block == table ? Part.TABLE
                        : block > table && block < table + tableBlocks ? Part.TABLE_BEHIND : block == root ? Part.DIRECTORY : null;
                if (part != null) {
                    parts.put(block, part);
                }
            }
        }
        return parts;
    }

    private static boolean differs(byte[] one, byte[] other, int block) {
        return !Arrays.equals(one, block * BLOCK, (block + 1) * BLOCK, other, block * BLOCK, (block + 1) * BLOCK);
    }

    /** What the device holds but for its metadata: the first node's data, and over it the second's. */
    private static byte[] data(byte[] made, byte[][] nodes, Map<Integer, Part> parts) {
        byte[] device = made.clone();
        for (int block = 1; block < BLOCKS; block++) {
            if (!parts.containsKey(block)) {
                System.arraycopy(nodes[differs(made, nodes[1], block) ? 1 : 0], block * BLOCK, device, block * BLOCK, BLOCK);
            }
        }
        return device;
    }

    /** Of each part the one node's blocks came last, or the other's. */
    private static void lay(Path device, byte[][] nodes, Map<Integer, Part> parts, int winners) throws IOException {
        try (FileChannel channel = FileChannel.open(device, StandardOpenOption.WRITE)) {
            for (Map.Entry<Integer, Part> part : parts.entrySet()) {
                int winner = winners >> part.getValue().ordinal() & 1;
                int start = part.getKey() * BLOCK;
                channel.write(ByteBuffer.wrap(nodes[winner], start, BLOCK), start);
            }
        }
    }

    private String check(Path image) throws Exception {
        return output(List.of(find("e2fsck"), "-fn", image.toString()));
    }

    /** What e2fsck said, counted. */
    private static Map<Complaint, Long> real(String said) {
        Map<Complaint, Long> found = new EnumMap<>(Complaint.class);
        Set<Long> claimed = new TreeSet<>();
        CLAIM.matcher(said).results().forEach(result -> numbers(result.group(1), "").forEach(claimed::add));
        found.put(Complaint.MULTIPLY_CLAIMED, (long) claimed.size());
        found.put(Complaint.DELETED_INODE, count("has deleted/unused inode", said));
        found.put(Complaint.UNATTACHED, count("Unattached inode", said));
        found.put(Complaint.REFERENCE_COUNT, count("ref count is 1, should be [2-9]", said));
        String blocks = differences("Block", said);
        String inodes = differences("Inode", said);
        found.put(Complaint.BLOCKS_UNMARKED, (long) numbers(blocks, "+").size());
        found.put(Complaint.BLOCKS_MARKED, (long) numbers(blocks, "-").size());
        found.put(Complaint.INODES_UNMARKED, (long) numbers(inodes, "+").size());
        found.put(Complaint.INODES_MARKED, (long) numbers(inodes, "-").size());
        found.put(Complaint.COUNTS, count("Free (blocks|inodes) count wrong for group", said));
        return found;
    }

    private static String differences(String what, String said) {
        Matcher matcher = Pattern.compile(what + " bitmap differences:(.*)").matcher(said);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static List<Long> numbers(String text, String sign) {
        List<Long> numbers = new ArrayList<>();
        RANGE.matcher(text).results().filter(range -> range.group(1).equals(sign)).forEach(range -> {
            long first = Long.parseLong(range.group(2));
            long last = range.group(3) == null ? first : Long.parseLong(range.group(3));
            for (long number = first; number <= last; number++) {
                numbers.add(number);
            }
        });
        return numbers;
    }

    private static long count(String pattern, String said) {
        return Pattern.compile(pattern).matcher(said).results().count();
    }

    private static int number(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), pattern + " in " + text);
        return Integer.parseInt(matcher.group(1));
    }

    private static String find(String tool) {
        for (String directory : (System.getenv("PATH") + ":/usr/sbin:/sbin").split(":")) {
            Path file = Path.of(directory, tool);
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        return null;
    }

    private String run(String tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(find(tool)));
        command.addAll(List.of(arguments));
        return output(command);
    }

    private String output(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), command.toString());
        return output;
    }
}
