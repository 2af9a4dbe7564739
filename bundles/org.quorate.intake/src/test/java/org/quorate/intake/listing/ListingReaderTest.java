// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.intake.Imported;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Lines;
import org.quorate.intake.Rejects;
import org.quorate.intake.Unused;
import org.quorate.model.FileSet;
import org.quorate.model.TimeDistribution;

/** Listings as find and du of this machine write them, and such as nobody should. */
class ListingReaderTest {

    private static final String HOSTILE = "a\nb $(id) \u001b[2J\"';";

    @TempDir
    private Path directory;

    private static Imported read(ListingReader.Form form, String text) throws IOException {
        return ListingReader.read(form, IntakeSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** What a tool writes; the real one runs. */
    private Imported run(ListingReader.Form form, String... command) throws IOException {
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (InputStream out = process.getInputStream()) {
            return ListingReader.read(form, IntakeSource.of(out));
        }
    }

    private void file(String name, int size) throws IOException {
        Path file = directory.resolve("tree").resolve(name);
        Files.createDirectories(file.getParent());
        byte[] content = new byte[size];
        java.util.Arrays.fill(content, (byte) 'x');
        Files.write(file, content);
    }

    private void tree() throws IOException {
        for (int i = 0; i < 60; i++) {
            file("mail/user" + i % 6 + "/cur/message-" + (100 + i), 2000);
        }
        for (int i = 0; i < 40; i++) {
            file("web/" + (100 + i) + ".html", 100 << i % 8);
        }
        file("web/empty.html", 0);
        Files.createDirectories(directory.resolve("tree/none"));
    }

    private static FileSet set(Imported imported, String name) {
        return imported.fileSets().stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void filesDirectoriesAndSizesAreThoseThatFindLists() throws IOException {
        tree();
        Imported imported = run(ListingReader.Form.FIND, "find", "tree", "-type", "f", "-printf", "%s %p\\n");
        assertEquals(List.of("mail", "web"), imported.fileSets().stream().map(FileSet::name).toList());
        FileSet mail = set(imported, "mail");
        assertEquals(60, mail.files());
        assertEquals(FileSet.Layout.TREE, mail.layout());
        assertEquals(6, mail.directories());
        assertEquals("message-100".length(), mail.nameLength());
        assertEquals(TimeDistribution.Shape.CONSTANT, mail.size().shape());
        assertEquals(2000, mail.size().mean().value());
        FileSet web = set(imported, "web");
        assertEquals(41, web.files());
        assertEquals(FileSet.Layout.SHARED, web.layout());
        assertEquals(TimeDistribution.Shape.LOGNORMAL, web.size().shape());
        assertEquals(List.of(), imported.unused());
        assertTrue(imported.remarks().stream().anyMatch(remark -> remark.contains("1 empty files are left out")), imported.remarks().toString());
    }

    @Test
    void duListsTheSameFilesAndItsSumsOfDirectoriesAreNone() throws IOException {
        tree();
        Imported blocks = run(ListingReader.Form.DU, "du", "-a", "tree");
        Imported bytes = run(ListingReader.Form.DU_BYTES, "du", "-ab", "tree");
        Imported human = run(ListingReader.Form.DU, "du", "-ah", "tree");
        for (Imported imported : List.of(blocks, bytes, human)) {
            assertEquals(60, set(imported, "mail").files());
            assertEquals(6, set(imported, "mail").directories());
            assertEquals(41, set(imported, "web").files());
            assertTrue(imported.remarks().stream().anyMatch(remark -> remark.contains("cannot be told")), "the empty directory");
        }
        assertEquals(2000, set(bytes, "mail").size().mean().value());
        assertEquals(0, set(blocks, "mail").size().mean().value() % 512, "whole blocks");
        assertEquals(set(blocks, "mail").size(), set(human, "mail").size());
    }

    @Test
    void aNameWithALineFeedIsToldAndNulKeepsItWhole() throws IOException {
        file(HOSTILE, 700);
        file("plain", 700);
        Imported lines = run(ListingReader.Form.FIND, "find", "tree", "-type", "f", "-printf", "%s %p\\n");
        assertEquals(1, lines.unused().size());
        Unused.Example example = lines.unused().get(0).examples().get(0);
        assertTrue(example.text().startsWith("'b $(id) \\u001b[2J"), example.text());
        Imported whole = run(ListingReader.Form.FIND, "find", "tree", "-type", "f", "-printf", "%s %p\\0");
        assertEquals(List.of(), whole.unused());
        assertEquals(2, whole.fileSets().get(0).files());
        assertTrue(whole.fileSets().get(0).name().matches("[A-Za-z0-9][A-Za-z0-9_-]*"));
    }

    @Test
    void aLogNormalSampleIsFoundAgainAndCalledGood() throws IOException {
        Random random = new Random(5);
        double variation = 0.8;
        double sigma = Math.sqrt(Math.log1p(variation * variation));
        String text = random.doubles(20_000).mapToObj(ignored -> Math.round(Math.exp(Math.log(30_000) - sigma * sigma / 2
                + sigma * random.nextGaussian())) + " d/f\n").collect(Collectors.joining());
        Imported imported = read(ListingReader.Form.FIND, text);
        FileSet set = imported.fileSets().get(0);
        assertEquals(30_000, set.size().mean().value(), 600);
        assertEquals(variation, set.size().variation(), 0.03);
        assertTrue(imported.remarks().get(1).contains("fit good"), imported.remarks().toString());
    }

    @Test
    void twoSizesAreNotLogNormalAndItIsSaid() throws IOException {
        Imported imported = read(ListingReader.Form.FIND, "10 d/a\n1000000 d/b\n".repeat(50));
        assertTrue(imported.remarks().get(1).contains("poor"), imported.remarks().toString());
        Imported cut = read(ListingReader.Form.FIND, "1 d/a\n1000000000 d/b\n".repeat(50));
        assertEquals(10, cut.fileSets().get(0).size().variation());
        assertTrue(cut.remarks().get(1).contains("cut to the model's 1000 %"), cut.remarks().toString());
    }

    @Test
    void whatIsNoListingIsRefusedWithTheReason() {
        assertTrue(assertThrows(IntakeException.class, () -> read(ListingReader.Form.FIND, "")).getMessage().contains("no file"));
        String binary = "\u0000\u0001\u0002ELF$(id)\u001b[31m\u0000";
        String message = assertThrows(IntakeException.class, () -> read(ListingReader.Form.DU, binary)).getMessage();
        assertTrue(message.contains("SIZE, tabulator, PATH") && !message.contains("\u001b"), message);
    }

    @Test
    void linesThatAreCutTooLongOrTooLargeAreLeftOutOneByOne() throws IOException {
        Imported imported = read(ListingReader.Form.FIND, "100 d/good\n99999999999999999999 d/huge\n9999999999999999 d/large\n100 "
                + "d/" + "x".repeat(100_000) + "\n\n100\n100 d/");
        assertEquals(1, imported.fileSets().get(0).files());
        assertEquals(6, imported.unused().stream().mapToLong(Unused::lines).sum());
        assertEquals(List.of(4L), imported.unused().stream().filter(unused -> unused.reason().startsWith("longer than"))
                .flatMap(unused -> unused.examples().stream()).map(Unused.Example::line).toList());
    }

    @Test
    void moreThanAGibibyteIsRefusedBeforeAByteOfItIsRead() {
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        IntakeSource large = new IntakeSource(unread, OptionalLong.of((1L << 30) + 1), read -> { }, () -> false);
        assertTrue(assertThrows(IntakeException.class, () -> ListingReader.read(ListingReader.Form.FIND, large)).getMessage()
                .contains("larger than 1024 MiB"));
    }

    /** A stream of one line for ever, in as large pieces as are asked for, that counts. */
    private static final class Fast extends InputStream {
        private static final byte[] LINE = "100 d/f\n".getBytes(StandardCharsets.UTF_8);
        private long given;

        @Override
        public int read() {
            return LINE[(int) (given++ % LINE.length)];
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            for (int i = 0; i < length; i++) {
                bytes[from + i] = LINE[(int) (given++ % LINE.length)];
            }
            return length;
        }
    }

    @Test
    void aStreamOfUnknownLengthIsReadUpToAGibibyte() throws IOException {
        Fast fast = new Fast();
        Lines lines = new Lines(IntakeSource.of(fast), new Rejects());
        assertTrue(assertThrows(IntakeException.class, () -> {
            while (lines.next() != null) {
                assertTrue(lines.bytes() <= IntakeSource.MOST_BYTES);
            }
        }).getMessage().contains("larger than 1024 MiB"));
        assertTrue(fast.given > 1L << 30 && fast.given < (1L << 30) + (1 << 17), fast.given + " bytes were read");
    }

    @Test
    void cancelStopsWithinOneBuffer() {
        Fast fast = new Fast();
        long[] whenAsked = {5 << 20};
        IntakeSource cancelled = new IntakeSource(fast, OptionalLong.empty(), read -> { }, () -> fast.given >= whenAsked[0]);
        assertThrows(CancellationException.class, () -> ListingReader.read(ListingReader.Form.FIND, cancelled));
        assertEquals(whenAsked[0], fast.given, 1 << 17, "bytes were read");
    }

    /** A pipe may give a byte at a time; the NUL of the first name must still be seen. */
    @Test
    void namesThatEndWithNulAreFoundInAPipeToo() throws IOException {
        InputStream slow = new FilterInputStream(new ByteArrayInputStream("700 d/a\nb\u0000700 d/c\u0000".getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return super.read(bytes, from, Math.min(1, length));
            }
        };
        Imported imported = ListingReader.read(ListingReader.Form.FIND, IntakeSource.of(slow));
        assertEquals(List.of(), imported.unused());
        assertEquals(2, imported.fileSets().get(0).files());
    }

    @Test
    void pathsDeeperThanLinuxHasAreToldAndDoNotTakeTheRoomOfOthers() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append("4\t").append(i).append("/x".repeat(2 * Tree.MOST_DEPTH)).append('\n');
        }
        Imported imported = read(ListingReader.Form.DU, text + "4\td/good\n8\td\n");
        assertEquals(1, imported.fileSets().get(0).files(), "d is a directory");
        assertEquals(List.of(1000L), imported.unused().stream().map(Unused::lines).toList());
    }

    @Test
    void hashesAreEachKnownOnceUpToTheirMost() {
        Hashes hashes = new Hashes(10_000);
        Random random = new Random(3);
        long[] some = random.longs(9_999).toArray();
        assertTrue(hashes.add(0) && !hashes.add(0) && hashes.contains(0));
        for (long hash : some) {
            assertTrue(!hashes.contains(hash) && hashes.add(hash) && hashes.contains(hash));
        }
        assertFalse(hashes.cut());
        assertTrue(java.util.Arrays.stream(some).noneMatch(hashes::add) && !hashes.cut(), "they are known");
        assertFalse(hashes.add(random.nextLong()));
        assertTrue(hashes.cut());
    }
}
