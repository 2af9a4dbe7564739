// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.intake.Imported;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.LunFigures;
import org.quorate.model.TimeDistribution;

/** On a result of the real fio ({@code ORIGIN.md} beside it), and on texts made for the test. */
class FioResultReaderTest {

    private static String real() throws IOException {
        try (InputStream in = FioResultReaderTest.class.getResourceAsStream("lun.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Imported read(String text) throws IOException {
        return FioResultReader.read(IntakeSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static JsonNode job(String name) throws IOException {
        for (JsonNode job : new ObjectMapper().readTree(real()).path("jobs")) {
            if (job.path("jobname").asText().equals(name)) {
                return job;
            }
        }
        throw new AssertionError(name);
    }

    private static double nanos(Optional<TimeDistribution> times) {
        return times.orElseThrow().mean().toNanos();
    }

    @Test
    void serviceTimesAreThoseThatFioMeasuredWithoutAQueue() throws IOException {
        LunFigures figures = read(real()).lun();
        double read = job("read").path("read").path("clat_ns").path("percentile").path("50.000000").asDouble();
        assertEquals(read, median(figures.read()), 0.1 * read);
        double write = job("write").path("write").path("clat_ns").path("percentile").path("50.000000").asDouble();
        assertEquals(write, median(figures.write()), 0.1 * write);
        // Most of these fsyncs found nothing to do, and a few took milliseconds: no log-normal has both.
        JsonNode flush = job("flush").path("sync").path("lat_ns");
        assertTrue(median(figures.flush()) > flush.path("percentile").path("50.000000").asDouble()
                && nanos(figures.flush()) < 1.5 * flush.path("mean").asDouble(), figures.flush().toString());
        assertTrue(read(real()).remarks().stream().anyMatch(remark -> remark.startsWith("flush: fsync of 'flush'") && remark.contains("poor")));
    }

    /** Of a log-normal distribution: its mean over the root of 1 and the square of its variation. */
    private static double median(Optional<TimeDistribution> times) {
        double variation = times.orElseThrow().variation();
        return nanos(times) / Math.sqrt(1 + variation * variation);
    }

    /** One job, of requests of one size that all take the same time. */
    private static String fixed(String options, long nanos, double rate) {
        return "{\"jobname\": \"a\", \"groupid\": " + nanos + ", \"job options\": {\"rw\": \"randread\", " + options
                + "}, \"read\": {\"total_ios\": 100, \"iops\": " + rate + ", \"clat_ns\": {\"N\": 100, \"mean\": " + nanos + ", \"stddev\": 0}}}";
    }

    /** A device of four places that takes 200 us and 5 us a KiB of a request. */
    @Test
    void bandwidthAndQueueDepthAreThoseOfADeviceThatIsKnown() throws IOException {
        LunFigures figures = read("{\"fio version\": \"fio-3.33\", \"global options\": {\"direct\": \"1\"}, \"jobs\": ["
                + fixed("\"bs\": \"4k\"", 220_000, 4545) + "," + fixed("\"bs\": \"1m\"", 5_320_000, 188) + ","
                + fixed("\"bs\": \"4k\", \"ioengine\": \"libaio\", \"iodepth\": \"32\"", 1_760_000, 18_182) + "]}").lun();
        assertEquals(220_000, nanos(figures.read()));
        assertEquals(8 * 1024 / 5e-6, figures.bandwidth().orElseThrow().bitsPerSecond(), 0.005 * 8 * 1024 / 5e-6);
        assertEquals(4, figures.queueDepth().orElseThrow());
    }

    /** Rounding of the depth to a whole number aside, the model has the rate that was measured. */
    @Test
    void theQueueDepthGivesTheMeasuredRate() throws IOException {
        LunFigures figures = read(real()).lun();
        double measured = job("deep").path("read").path("iops").asDouble();
        assertEquals(measured, figures.queueDepth().orElseThrow() / (nanos(figures.read()) / 1e9), 0.5 / (nanos(figures.read()) / 1e9));
    }

    @Test
    void whatWentThroughThePageCacheIsNotUsed() throws IOException {
        Imported imported = read(real());
        assertEquals(1, imported.unused().size());
        assertEquals("'job cached'", imported.unused().get(0).examples().get(0).text());
        assertTrue(imported.remarks().stream().anyMatch(remark -> remark.endsWith("kept as a scenario has them: link")), imported.remarks().toString());
    }

    private static String result(String times, String options) {
        return "{\"fio version\": \"fio-3.33\", \"global options\": {\"direct\": \"1\"}, \"jobs\": [{\"jobname\": \"a\", \"groupid\": 0,"
                + " \"job options\": {" + options + "}, \"read\": {\"total_ios\": 100, \"iops\": 100.0, \"clat_ns\": " + times + "}}]}";
    }

    /** Quantiles of the standard normal distribution (NIST/SEMATECH e-Handbook, 1.3.6.7.1), by percents. */
    private static final Map<Integer, Double> QUANTILES = Map.of(1, -2.326348, 5, -1.644854, 10, -1.281552, 20, -0.841621, 50, 0.0, 80, 0.841621,
            90, 1.281552, 95, 1.644854, 99, 2.326348);

    private static String percentiles(double median, double sigma) {
        return QUANTILES.entrySet().stream().map(entry -> String.format(Locale.ROOT, "\"%d.000000\": %.0f", entry.getKey(),
                median * Math.exp(sigma * entry.getValue()))).collect(Collectors.joining(", "));
    }

    @Test
    void aLogNormalDistributionIsFoundAgain() throws IOException {
        double sigma = Math.sqrt(Math.log1p(0.45 * 0.45));
        String times = "{\"N\": 100, \"mean\": 366000, \"stddev\": 1, \"percentile\": {" + percentiles(366_000 * Math.exp(-sigma * sigma / 2), sigma) + "}}";
        TimeDistribution read = read(result(times, "\"rw\": \"randread\"")).lun().read().orElseThrow();
        assertEquals(366_000, read.mean().toNanos(), 1000);
        assertEquals(0.45, read.variation(), 0.011);
    }

    @Test
    void withoutPercentilesMeanAndDeviationServe() throws IOException {
        Imported imported = read(result("{\"N\": 100, \"mean\": 200000, \"stddev\": 50000}", "\"rw\": \"randread\""));
        assertEquals(TimeDistribution.lognormal(Duration.ofNanos(200_000), 0.25), imported.lun().read().orElseThrow());
        assertTrue(imported.remarks().get(0).contains("without percentiles"), imported.remarks().toString());
    }

    @Test
    void requestsThatWaitedForOthersAreNoServiceTimes() {
        String times = "{\"N\": 100, \"mean\": 200000, \"stddev\": 50000}";
        for (String options : List.of("\"iodepth\": \"8\", \"ioengine\": \"libaio\"", "\"numjobs\": \"4\"")) {
            assertThrows(IntakeException.class, () -> read(result(times, options)));
        }
    }

    @Test
    void messagesBeforeTheResultAreTold() throws IOException {
        Imported imported = read("fio: this platform does not support process shared mutexes\n\u001b[2J$(id)\n" + real());
        assertEquals(List.of(1L, 2L), imported.unused().get(0).examples().stream().map(example -> example.line()).toList());
        assertEquals("'\\u001b[2J$(id)'", imported.unused().get(0).examples().get(1).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "[]", "{}", "{\"fio version\": 1, \"jobs\": 5}", "{\"fio version\": 1, \"jobs\": []}",
        "{\"fio version\": 1, \"jobs\": [7, null, {\"read\": []}]}", "{\"fio version\": \"fio-3.33\", \"jobs\": [{", "\u0000\u0001{\u0002"})
    void whatIsNoResultIsRefused(String text) {
        String message = assertThrows(IntakeException.class, () -> read(text)).getMessage();
        assertTrue(message.length() > 10 && message.chars().noneMatch(c -> c < ' '), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"N\": 100, \"mean\": -1}", "{\"N\": 100, \"mean\": 1e300}", "{\"N\": 100, \"mean\": \"x\"}", "{\"N\": 0, \"mean\": 5000}",
        "{\"N\": 100, \"mean\": 5000, \"percentile\": {\"1.0\": 1e-300, \"50.0\": 1, \"99.0\": 1}}", "[]", "null"})
    void timesThatCannotBeAreNotUsed(String times) {
        assertThrows(IntakeException.class, () -> read(result(times, "\"rw\": \"randread\"")));
    }

    @Test
    void deepNestingAndMoreThanTheLimitAreRefused() throws IOException {
        assertThrows(IntakeException.class, () -> read("{\"a\": " + "[".repeat(100_000)));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '{';
            }
        };
        assertTrue(assertThrows(IntakeException.class, () -> FioResultReader.read(IntakeSource.of(endless))).getMessage().contains("larger than 64 MiB"));
    }

    @Test
    void aCutResultIsRefusedAtEachLength() throws IOException {
        String text = real();
        for (int length = 1000; length < text.length() - 10; length += 997) {
            String cut = text.substring(0, length);
            assertTrue(assertThrows(IntakeException.class, () -> read(cut)).getMessage().startsWith("not JSON, or cut: wrong at line"));
        }
    }
}
