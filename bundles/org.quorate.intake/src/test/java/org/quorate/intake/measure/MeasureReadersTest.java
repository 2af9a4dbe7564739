// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.LogFit;
import org.quorate.intake.LunFigures;
import org.quorate.model.TimeDistribution;
import org.quorate.model.measured.ServiceTimes;
import org.quorate.model.measured.ServiceTimes.What;
import org.quorate.model.measured.Times;

class MeasureReadersTest {

    private static final String HEAD = "Welcome to web1!\n#quorate-measure 1\n";
    private static final String END = "\n#end\n";

    private static IntakeSource source(String text) {
        return IntakeSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(String name) throws IOException {
        try (var in = MeasureReadersTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static RoundTrips trips(String... lines) throws IOException {
        return RoundTrips.read(source(HEAD + String.join("\n", lines) + END));
    }

    @Test
    void answersOfPingAreRead() throws IOException {
        RoundTrips trips = trips("#ping", "|PING 10.9.0.2 (10.9.0.2) 56(84) bytes of data.", "|64 bytes from 10.9.0.2: icmp_seq=1 ttl=64 time=0.131 ms",
                "|64 bytes from 10.9.0.2: icmp_seq=2 ttl=64 time=0.129 ms", "|64 bytes from 10.9.0.2: icmp_seq=2 ttl=64 time=0.140 ms (DUP!)",
                "|64 bytes from 10.9.0.2: icmp_seq=4 ttl=64 time=12.3 ms", "|", "|--- 10.9.0.2 ping statistics ---",
                "|4 packets transmitted, 3 received, +1 duplicates, 25% packet loss, time 1002ms", "|rtt min/avg/max/mdev = 0.129/4.186/12.300/5.737 ms", "|exit 0");
        assertEquals("ping", trips.way());
        assertEquals(4, trips.sent());
        Times times = trips.samples().times();
        assertEquals(3, times.samples(), "the answer that came twice counts once");
        assertEquals(131_000, times.medianNanos().orElseThrow(), 1);
        assertEquals(12_300_000, times.p99Nanos().orElseThrow(), 1);
    }

    @Test
    void whyThereIsNoAnswerIsTold() throws IOException {
        RoundTrips silent = trips("#ping", "|PING 10.9.0.2 (10.9.0.2) 56(84) bytes of data.", "|", "|--- 10.9.0.2 ping statistics ---",
                "|3 packets transmitted, 0 received, 100% packet loss, time 2002ms", "|", "|exit 1");
        assertEquals(0, silent.samples().count());
        assertEquals("3 packets transmitted, 0 received, 100% packet loss, time 2002ms", silent.remark());
        assertEquals("", trips("?ping").way());
        assertEquals("No route to host", trips("#connect", "|cannot No route to host", "|exit 1", "#loop", "|1.000000 1.000040").remark());
    }

    @Test
    void refusedConnectionsAreReadWithWhatTheyCostWithoutANetwork() throws IOException {
        RoundTrips trips = trips("#connect", "|1795900687.999900 1795900688.000131", "|1795900688.100000 1795900688.100233", "|exit 0", "#loop",
                "|1795900689.000000 1795900689.000041", "|exit 0");
        assertEquals("connect", trips.way());
        assertEquals(2, trips.sent());
        assertEquals(231_000, trips.samples().times().medianNanos().orElseThrow(), 1);
        assertEquals(41_000, trips.own().orElseThrow().median(), 1);
    }

    /** 5th to 95th percentile of a log-normal are those of its definition. */
    @Test
    void theFitFindsALogNormalAndIsNotLedAstrayByOneThatWaited() {
        Random random = new Random(7);
        double sigma = 0.4;
        double[] drawn = random.doubles(5000).map(ignored -> 100_000 * Math.exp(sigma * random.nextGaussian())).toArray();
        drawn[0] = 9e9;
        LogFit fit = Samples.of(DoubleStream.of(drawn)).fit();
        assertEquals(100_000 * Math.exp(sigma * sigma / 2), fit.mean(), 2_500);
        assertEquals(Math.sqrt(Math.expm1(sigma * sigma)), fit.variation(), 0.02);
        assertTrue(fit.worst() < 0.1, String.valueOf(fit.worst()));
    }

    @Test
    void timesOfADiskBehindACacheAreNoLogNormalAndThoseOfOneAre() {
        Random random = new Random(7);
        LogFit two = Samples.of(random.doubles(200).map(drawn -> (drawn < 0.95 ? 1e5 : 5e6) * Math.exp(0.2 * random.nextGaussian()))).fit();
        assertTrue(two.isPoor(), String.valueOf(two.worst()));
        assertTrue(two.words().endsWith(" % of the fit, which is poor: the times are not log-normal"), two.words());
        LogFit one = Samples.of(random.doubles(200).map(ignored -> 1e5 * Math.exp(0.5 * random.nextGaussian()))).fit();
        assertFalse(one.isPoor(), String.valueOf(one.worst()));
    }

    @Test
    void aResultOfFioBecomesFiguresOfALun() throws IOException {
        DeviceTimes times = DeviceReader.reads("web1", "/dev/dm-3", source(resource("reads-fio.txt")));
        assertEquals(List.of("READ 1", "READ 4", "READ 16", "STREAM 1", "READ 1"), times.services().stream().map(each -> each.what() + " " + each.depth()).toList());
        ServiceTimes first = times.services().get(0);
        assertEquals(4096, first.bytes());
        assertEquals(16_798, first.times().samples());
        LunFigures figures = times.figures();
        assertTrue(figures.read().isPresent() && figures.bandwidth().isPresent() && figures.queueDepth().isPresent(), figures.toString());
        assertTrue(figures.write().isEmpty() && figures.flush().isEmpty(), figures.toString());
        // Little's law of the group with most requests in service, the 16 processes being one entry.
        double service = figures.read().orElseThrow().mean().toNanos();
        double iops = times.services().get(2).bytesPerSecond().orElseThrow() / 4096;
        assertEquals(iops * service / 1e9, figures.queueDepth().orElseThrow(), 0.6);
        assertTrue(times.remarks().stream().anyMatch(remark -> remark.contains("with 16 under way")), times.remarks().toString());
    }

    @Test
    void aScratchFileIsReadWithWhereItLies() throws IOException {
        ScratchTimes scratch = DeviceReader.scratch("web1", "/mnt/test/q.tmp", source(resource("scratch-fio.txt")));
        assertEquals("/mnt/test", scratch.mount());
        assertEquals("/dev/mapper/mpatha", scratch.source());
        assertEquals(List.of("dm-3", "sdb", "sdc"), scratch.devices());
        assertTrue(scratch.times().figures().write().isPresent() && scratch.times().figures().flush().isPresent());
        assertEquals(List.of(What.WRITE, What.FLUSH, What.WRITE), scratch.times().services().stream().map(ServiceTimes::what).toList());
    }

    @Test
    void whatIsRefusedSaysWhereItWouldHaveBeen() throws IOException {
        String place = "#place\n|/\n|/dev/sda2\n|ext2/ext3\n|1000\n";
        ScratchTimes root = DeviceReader.scratch("web1", "/mnt/test/q.tmp", source(HEAD + place + "?mount" + END));
        assertEquals(List.of("/mnt/test/q.tmp is refused: it would be on /dev/sda2 (ext2/ext3), mounted at /; if that is right, say that"
                + " it is meant for what is mounted at /"),
                root.times().remarks());
        assertEquals(LunFigures.NONE, root.times().figures());
        for (String word : List.of("new", "folder", "room", "nameless")) {
            DeviceTimes times = DeviceReader.scratch("web1", "/q", source(HEAD + place + "?" + word + END)).times();
            assertTrue(times.services().isEmpty() && times.remarks().get(0).startsWith("/q"), times.toString());
        }
        for (String word : List.of("device", "readable", "room")) {
            assertTrue(DeviceReader.reads("web1", "/dev/sdb", source(HEAD + "?" + word + END)).remarks().get(0).startsWith("/dev/sdb "));
        }
    }

    @Test
    void ddIsReadInAllItsForms() throws IOException {
        StringBuilder text = new StringBuilder(HEAD + "#device\n|sdb\n|2097152\n#dd-read\n");
        for (int i = 0; i < 100; i++) {
            text.append("|1+0 records in\n|1+0 records out\n|4096 bytes (4.1 kB, 4.0 KiB) copied, ").append(String.format(Locale.ROOT, "%.6f", 200e-6 + i * 1e-6))
                    .append(" s, 20 MB/s\n");
        }
        text.append("|4096 bytes (4.0KB) copied, 0.000250 seconds, 15.6MB/s\n|4096 bytes (4.1 kB) copied, 7.3e-05 s, 55.9 MB/s\n#dd-stream\n")
                .append("|8388608 bytes (8.4 MB, 8.0 MiB) copied, 0.0100 s, 839 MB/s\n");
        DeviceTimes times = DeviceReader.reads("web1", "/dev/sdb", source(text + END));
        assertEquals(102, times.services().get(0).times().samples());
        TimeDistribution read = times.figures().read().orElseThrow();
        assertEquals(250_000, read.mean().toNanos(), 5_000);
        // 1.25 ms for a MiB, 0.25 ms of it for its first 4 KiB.
        assertEquals(((1 << 20) - 4096) * 8 / 1e-3, times.figures().bandwidth().orElseThrow().bitsPerSecond(), 1e8);
        assertEquals(Optional.empty(), times.figures().queueDepth());
        DeviceTimes failed = DeviceReader.reads("web1", "/dev/sdb", source(HEAD + "#dd-read\n|dd: failed to open '/dev/sdb': Input/output error\n|exit 1" + END));
        assertEquals(List.of("dd measured nothing: dd: failed to open '/dev/sdb': Input/output error"), failed.remarks());
    }

    @Test
    void aFlushIsWhatAWriteTakesLongerWithIt() throws IOException {
        String write = "|4096 bytes (4.1 kB) copied, 0.000100 s, 40 MB/s\n".repeat(50);
        String both = "|4096 bytes (4.1 kB) copied, 0.001100 s, 4 MB/s\n".repeat(50);
        ScratchTimes scratch = DeviceReader.scratch("web1", "/mnt/q", source(HEAD + "#place\n|/mnt\n|tmpfs\n|tmpfs\n|9\n#dd-write\n" + write + "#dd-flush\n" + both + END));
        assertEquals(1_000_000, scratch.times().figures().flush().orElseThrow().mean().toNanos());
        assertEquals(100_000, scratch.times().figures().write().orElseThrow().mean().toNanos());
        assertTrue(scratch.inMemory());
    }

    /** Writes of 100 us that vary by 30 us, and the same with a flush of so many. */
    private static ScratchTimes scratch(double flushNanos, int count, long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(HEAD + "#place\n|/mnt\n|/dev/sdb\n|ext2/ext3\n|9\n");
        for (String section : List.of("write", "flush")) {
            text.append("#dd-").append(section).append('\n');
            double flush = section.equals("flush") ? flushNanos : 0;
            for (int i = 0; i < count; i++) {
                double nanos = Math.max(1000, 100_000 + 30_000 * random.nextGaussian() + flush);
                text.append(String.format(Locale.ROOT, "|4096 bytes (4.1 kB) copied, %.9f s, 40 MB/s%n", nanos / 1e9));
            }
        }
        return DeviceReader.scratch("web1", "/mnt/q", source(text + END));
    }

    /** A device whose cache needs no flush: half of the writes with one take longer than the median without, which says nothing. */
    @Test
    void aFlushThatCostsNothingHasNoFigure() throws IOException {
        int told = 0;
        for (int seed = 0; seed < 40; seed++) {
            DeviceTimes times = scratch(0, 100, seed).times();
            told += times.figures().flush().isPresent() ? 1 : 0;
            assertEquals(times.figures().flush().isEmpty(),
                    times.remarks().stream().anyMatch(remark -> remark.startsWith("no figure for flush: it is not distinguishable: ")));
            assertEquals(times.figures().flush().isPresent(), times.services().stream().anyMatch(service -> service.what() == What.FLUSH));
            assertTrue(times.figures().write().isPresent());
        }
        assertTrue(told <= 4, "one of 40 is beyond an interval of 95 % to that side, found " + told);
    }

    @Test
    void aCheapFlushIsTheDifferenceOfTheMeansWithItsError() throws IOException {
        DeviceTimes times = scratch(20_000, 1000, 3).times();
        Times flush = times.services().get(1).times();
        assertEquals(30_000 * Math.sqrt(2.0 / 1000), flush.errorNanos().orElseThrow(), 100);
        assertEquals(20_000, flush.meanNanos(), flush.margin().orElseThrow());
        assertEquals(Optional.empty(), flush.p99Nanos(), "each was measured with a write, and nobody knows with which");
        assertEquals(flush.meanNanos(), times.figures().flush().orElseThrow().mean().toNanos(), 50);
    }

    private static DeviceTimes scratch(String write, String both) throws IOException {
        String place = "#place\n|/mnt\n|/dev/sdb\n|ext2/ext3\n|9\n";
        return DeviceReader.scratch("web1", "/mnt/q", source(HEAD + place + "#dd-write\n" + write + "#dd-flush\n" + both + END)).times();
    }

    private static String copied(String seconds) {
        return "|4096 bytes (4.1 kB) copied, " + seconds + " s, 40 MB/s\n";
    }

    /** A device so slow that its time was over after one. */
    @Test
    void oneSampleTellsNoErrorAndNoFlush() throws IOException {
        DeviceTimes times = scratch(copied("0.000100") + copied("0.000120"), copied("0.900000"));
        assertEquals(List.of(What.WRITE), times.services().stream().map(ServiceTimes::what).toList());
        assertEquals(Optional.empty(), times.figures().flush());
        assertTrue(times.remarks().contains("no figure for flush: 1 writes with one and 2 without are too few"), times.toString());
        Times one = Samples.of(DoubleStream.of(5e6)).times();
        assertEquals(Optional.empty(), one.deviationNanos());
        assertEquals(Optional.empty(), one.margin());
        assertEquals(Optional.of(5e6), one.p99Nanos());
    }

    /** Flushes whose time was over after 4 of them: 1 ms with a deviation of 365 us; 100 writes of 100 us with one of 40 us. */
    @Test
    void countsThatDifferMakeNoDeviation() throws IOException {
        String write = (copied("0.000060") + copied("0.000140")).repeat(50);
        Times flush = scratch(write, (copied("0.000784") + copied("0.001416")).repeat(2)).services().get(1).times();
        assertEquals(4, flush.samples());
        assertEquals(1_000_000, flush.meanNanos(), 1);
        double both = 316_000 * Math.sqrt(4 / 3.0);
        double alone = 40_000 * Math.sqrt(100 / 99.0);
        assertEquals(Math.sqrt(both * both - alone * alone), flush.deviationNanos().orElseThrow(), 10);
        assertEquals(Math.sqrt(both * both / 4 + alone * alone / 100), flush.errorNanos().orElseThrow(), 10);
    }

    @Test
    void howAFlushCameAboutIsToldInUnitsThatFit() throws IOException {
        String write = (copied("0.000090") + copied("0.000110")).repeat(50);
        DeviceTimes times = scratch(write, (copied("0.012000") + copied("0.012200")).repeat(50));
        assertTrue(times.remarks().contains("flush: 100 writes with one took 12 ms ± 20.2 us longer than 100 writes without,"
                + " means of a write"), times.remarks().toString());
    }

    @Test
    void aTimeThatNoScenarioMayHaveIsTold() throws IOException {
        DeviceTimes times = scratch(copied("11.0").repeat(2), copied("30.0").repeat(2));
        assertEquals(LunFigures.NONE, times.figures());
        assertTrue(times.remarks().contains("no figure for write: a scenario has times of 100 ns to 10 s, not of 11 s"), times.toString());
        assertTrue(times.remarks().contains("no figure for flush: a scenario has times of 100 ns to 10 s, not of 19 s"), times.toString());
    }

    @Test
    void aSystemCallIsHalfOfWhatAByteTakes() throws IOException {
        assertEquals(344.6, DeviceReader.call(source(HEAD + "#calls\n|300000 bytes (300 kB, 293 KiB) copied, 0.206806 s, 1.5 MB/s" + END)).orElseThrow(), 0.2);
        assertEquals(Optional.empty(), DeviceReader.call(source(HEAD + "#calls\n|0 bytes copied, 0.2 s, 0 B/s" + END)));
    }

    @Test
    void whatIsNoOutputOfTheScriptIsRefused() {
        assertThrows(IntakeException.class, () -> RoundTrips.read(source("bash: sh: command not found\n")));
        assertThrows(IntakeException.class, () -> DeviceReader.reads("a", "/dev/sdb", source("")));
        assertThrows(IntakeException.class, () -> DeviceReader.call(source("#quorate-inventory 1\n#end\n")));
    }

    @Test
    void figuresThatNoNodeHasAreLeftOut() throws IOException {
        assertEquals(0, trips("#ping", "|64 bytes from x: icmp_seq=1 ttl=64 time=999999 ms", "|64 bytes from x: icmp_seq=1 ttl=64 time=0.000 ms",
                "|64 bytes from x: icmp_seq=1 ttl=64 time=-1 ms", "|64 bytes from x: icmp_seq=1 ttl=64 time=NaN ms").samples().count());
        assertEquals(0, trips("#connect", "|9.000000 1.000000", "|1.000000 99999999999.000000", "|1.0 2.0").samples().count());
        String fio = "#fio\n|{\"fio version\": \"fio-3\", \"jobs\": [{\"jobname\": \"\\u001b[2J\", \"error\": 0, \"job options\": {\"rw\": \"randread\", \"direct\": \"1\"},"
                + " \"read\": {\"total_ios\": 5, \"bw_bytes\": 1e308, \"clat_ns\": {\"N\": 5, \"mean\": %s, \"max\": %s, \"stddev\": \"NaN\","
                + " \"percentile\": {\"50.000000\": -7, \"99.000000\": 1e300}}}}]}";
        for (String mean : List.of("1e300", "\"NaN\"", "-5", "1e999", "{}")) {
            DeviceTimes times = DeviceReader.reads("a", "/dev/sdb", source(HEAD + String.format(Locale.ROOT, fio, mean, mean) + END));
            assertEquals(LunFigures.NONE, times.figures(), mean);
            assertEquals(List.of(), times.services(), mean);
        }
        ServiceTimes odd = DeviceReader.reads("a", "/dev/sdb", source(HEAD + String.format(Locale.ROOT, fio, "5000", "6000") + END)).services().get(0);
        assertEquals(Optional.empty(), odd.bytesPerSecond());
        assertEquals(Optional.empty(), odd.times().deviationNanos());
        assertEquals(Optional.empty(), odd.times().medianNanos());
    }

    /** Bytes of real output changed at random, cut and repeated: figures or a refusal, nothing else. */
    @Test
    void noOutputMakesAReaderFail() throws IOException {
        Random random = new Random(11);
        List<String> texts = new ArrayList<>(List.of(resource("reads-fio.txt"), resource("scratch-fio.txt"), HEAD
                + "#ping\n|64 bytes from 10.9.0.2: icmp_seq=1 ttl=64 time=0.131 ms\n#connect\n|1.000000 1.000040\n#dd-read\n|4096 bytes (4 kB) copied, 0.0002 s, 1 MB/s\n" + END));
        for (int i = 0; i < 400; i++) {
            byte[] bytes = texts.get(i % texts.size()).getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change < 1 + i % 40; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(bytes, i % 3 == 0 ? random.nextInt(bytes.length) : bytes.length);
            for (Reading reading : List.<Reading>of(RoundTrips::read, DeviceReader::call, in -> DeviceReader.reads("a", "/dev/sdb", in),
                    in -> DeviceReader.scratch("a", "/q", in))) {
                try {
                    reading.read(IntakeSource.of(new ByteArrayInputStream(cut)));
                } catch (IntakeException e) {
                    assertTrue(!e.getMessage().isEmpty());
                }
            }
        }
    }

    private interface Reading {
        Object read(IntakeSource source) throws IOException;
    }
}
