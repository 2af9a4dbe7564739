// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.intake.Imported;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Unused;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.OperationShare.Access;
import org.quorate.model.OperationShare.Position;
import org.quorate.model.OperationShare.Way;
import org.quorate.model.Phase;
import org.quorate.model.TimeDistribution;

/** On a job file that fio itself accepts, and on such that it does not. */
class FioJobReaderTest {

    private static Imported mixed() throws IOException {
        try (InputStream in = FioJobReaderTest.class.getResourceAsStream("mixed.fio")) {
            return FioJobReader.read(2, IntakeSource.of(in));
        }
    }

    private static Imported read(String text) throws IOException {
        return FioJobReader.read(1, IntakeSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> reasons(Imported imported) {
        return imported.unused().stream().flatMap(unused -> unused.examples().stream()
                .map(example -> example.line() + " " + unused.reason())).toList();
    }

    @Test
    void stonewallBeginsAPhase() throws IOException {
        assertEquals(List.of("seqread", "database", "names"), mixed().phases().stream().map(Phase::name).toList());
    }

    @Test
    void aJobWithoutRuntimeEndsWhenItHasMovedItsBytes() throws IOException {
        Phase phase = mixed().phases().get(0);
        // 8 MiB twice, in requests of 64 KiB.
        assertEquals(OptionalLong.of(2 * (8 << 20) / (64 << 10)), phase.operationsPerThread());
        OperationShare read = phase.mix().get(0);
        assertEquals(Operation.READ, read.operation());
        assertEquals(Position.NEXT, read.at());
        assertEquals(Way.BUFFERED, read.how());
        assertTrue(read.keepOpen());
    }

    @Test
    void jobsAtTheSameTimeAreOnePhaseInTheSharesOfTheirThreads() throws IOException {
        Phase phase = mixed().phases().get(1);
        assertEquals(Duration.ofSeconds(3), phase.duration(), "ramp_time and runtime");
        assertEquals(Duration.ofSeconds(1), phase.warmUp());
        // 2 processes with 8 requests each, which pause 0.5 ms, and one that does not.
        assertEquals(new Phase.Closed(17, TimeDistribution.constant(Duration.ofNanos(Math.round(500_000 * 16 / 17.0)))), phase.load());
        List<OperationShare> mix = phase.mix();
        assertEquals(4, mix.size());
        assertEquals(16 * 0.7, mix.get(0).weight(), 1e-6);
        assertEquals(16 * 0.3 * 0.75, mix.get(1).weight(), 1e-6);
        assertEquals(16 * 0.3 * 0.25, mix.get(2).weight(), 1e-6);
        assertTrue(mix.get(2).fsync() && mix.get(2).how() == Way.DIRECT && mix.get(2).at() == Position.RANDOM);
        assertTrue(mix.get(3).fsync() && mix.get(3).how() == Way.BUFFERED && mix.get(3).at() == Position.NEXT, "sync=1 writes through");
        assertEquals(1, mix.get(3).weight());
    }

    @Test
    void filesAreThoseOfEachProcessUnlessTheyAreNamed() throws IOException {
        FileSet own = mixed().fileSets().get(1);
        assertEquals(2 * 2 * 4, own.files(), "4 of each of 2 processes on 2 nodes");
        assertEquals((8 << 20) / 4, own.size().mean().value());
        assertEquals(FileSet.Layout.PRIVATE, own.layout());
        FileSet named = mixed().fileSets().get(2);
        assertEquals("journal", named.name());
        assertEquals(1, named.files());
        assertEquals(FileSet.Layout.SHARED, named.layout());
        assertEquals(Access.FIRST, mixed().phases().get(1).mix().get(3).access());
        OperationShare create = mixed().phases().get(2).mix().get(0);
        assertEquals(Operation.CREATE, create.operation());
        assertEquals(OptionalLong.of(200), mixed().phases().get(2).operationsPerThread());
    }

    @Test
    void eachOptionOfNoUseIsToldOnceWithItsLine() throws IOException {
        List<String> reasons = reasons(mixed());
        assertTrue(reasons.contains("39 the model has nothing for this option"), reasons.toString());
        assertTrue(reasons.contains("50 no engine that works on files here; jobs with it are left out"), reasons.toString());
        assertTrue(reasons.contains("48 the job is left out"), reasons.toString());
        assertEquals(3, reasons.size(), reasons.toString());
    }

    /** What fio 3.33 itself moved for {@code size=1ki bs=1ki} and so on, with kb_base of 1024. */
    @ParameterizedTest
    @CsvSource({"1k, 1024", "1K, 1024", "1kb, 1024", "1kib, 1000", "512, 512", "2m, 2097152", "3b, 3"})
    void sizesAreWhatFioTakesThemFor(String text, long bytes) {
        assertEquals(Optional.of(bytes), FioUnits.size(text, 1024));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1.5k", "99999999999999999k", "10%", "1kk", "$(id)"})
    void whatIsNoSizeIsNone(String text) {
        assertEquals(Optional.empty(), FioUnits.size(text, 1024));
    }

    @ParameterizedTest
    @CsvSource({"7, s, 7000000000", "7, us, 7000", "7us, s, 7000", "7usec, s, 7000", "7ms, s, 7000000", "7msec, us, 7000000", "7M, s, 420000000000",
        "2h, s, 7200000000000", "1d, s, 86400000000000"})
    void timesAreWhatFioTakesThemFor(String text, String usual, long nanos) {
        assertEquals(Optional.of(Duration.ofNanos(nanos)), FioUnits.time(text, usual));
    }

    @Test
    void splitsAndRangesKeepMeanAndVariation() throws IOException {
        Imported imported = read("[a]\nrw=randread\nsize=1g\nbssplit=4k/50:12k/50\n[b]\nrw=randread\nsize=1g\nbsrange=4k-12k\n");
        OperationShare split = imported.phases().get(0).mix().get(0);
        assertEquals(8192, split.size().mean().value());
        assertEquals(0.5, split.size().variation(), 0.001);
        OperationShare range = imported.phases().get(0).mix().get(1);
        assertEquals(8192, range.size().mean().value());
        assertEquals(1 / Math.sqrt(12), range.size().variation(), 0.005);
    }

    @Test
    void aRateOfAllJobsMakesTheLoadOpen() throws IOException {
        Imported imported = read("[a]\nrw=randread\nsize=1m\nnumjobs=3\nrate_iops=50\nruntime=1\ntime_based\n");
        assertEquals(new Phase.Open(150), imported.phases().get(0).load());
    }

    @Test
    void variablesCommandsAndHostileNamesAreTextOnly() throws IOException {
        Imported imported = read("""
                size=3
                [$(id)\u001b[2J]
                size=${HOME}
                rw=read
                include /etc/passwd
                bs=`id`
                filename=../../etc/$(id):other
                runtime=1
                """);
        FileSet set = imported.fileSets().get(0);
        assertTrue(set.name().matches("[A-Za-z0-9][A-Za-z0-9_-]*") && set.name().equals(set.path()), set.toString());
        assertEquals(2, set.files());
        assertEquals(List.of("1 stands before the first section", "3 a variable of the environment: not expanded here",
                "5 other files are not read", "6 not a value of bs that can be used here"), reasons(imported));
        assertTrue(imported.unused().stream().flatMap(unused -> unused.examples().stream()).map(Unused.Example::text)
                .noneMatch(text -> text.contains("\u001b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[global]\nbs=4k\n", "[a]\nioengine=rados\n", "[a]\nrw=trim\n", "\u0000\u0001\u0002", "{\"jobs\": []}"})
    void aFileWithoutAJobThatCanBeUsedIsRefused(String text) {
        assertTrue(assertThrows(IntakeException.class, () -> read(text)).getMessage().startsWith("there is no job that can be used"));
    }

    @Test
    void aThousandJobsAreCutAndAMebibyteIsRefused() throws IOException {
        Imported imported = read("[a]\nrw=read\nsize=1m\nstonewall\n".repeat(1000));
        assertEquals(64, imported.phases().size());
        assertEquals(936, imported.unused().stream().filter(unused -> unused.reason().equals("more than 64 jobs")).findFirst().orElseThrow().lines());
        assertTrue(assertThrows(IntakeException.class, () -> read("; comment\n".repeat(200_000))).getMessage().contains("larger than 1 MiB"));
    }

    @Test
    void spoiledFilesNeverBreakIt() throws IOException {
        byte[] file;
        try (InputStream in = FioJobReaderTest.class.getResourceAsStream("mixed.fio")) {
            file = in.readAllBytes();
        }
        Random random = new Random(3);
        int read = 0;
        for (int round = 0; round < 500; round++) {
            byte[] spoiled = file.clone();
            for (int i = 0; i < 20; i++) {
                spoiled[random.nextInt(spoiled.length)] = (byte) "[]=;:/-09k\n x".charAt(random.nextInt(13));
            }
            try {
                FioJobReader.read(3, IntakeSource.of(new ByteArrayInputStream(spoiled)));
                read++;
            } catch (IntakeException e) {
                assertTrue(e.getMessage().startsWith("there is no job"), e.getMessage());
            }
        }
        assertTrue(read > 400, read + " of 500 were read");
    }
}
