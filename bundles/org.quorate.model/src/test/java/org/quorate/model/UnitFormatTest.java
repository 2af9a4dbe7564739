// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitFormatTest {

    @ParameterizedTest
    @CsvSource({"0 B,0,0 B", "1 B,1,1 B", "4 KiB,4096,4 KiB", "4KiB,4096,4 KiB", "' 4  KiB ',4096,4 KiB", "4096 B,4096,4 KiB",
        "1.5 GiB,1610612736,1536 MiB", "100 GB,100000000000,97656250 KiB", "1 kB,1000,1000 B", "8 PiB,9007199254740992,8 PiB",
        "0.5 KiB,512,512 B", "1024 MiB,1073741824,1 GiB"})
    void sizes(String text, long bytes, String canonical) {
        assertEquals(new Bytes(bytes), UnitFormat.parseBytes(text));
        assertEquals(canonical, UnitFormat.format(new Bytes(bytes)));
    }

    @ParameterizedTest
    @CsvSource({"0.2 ms,200000,200 us", "1.7 ms,1700000,1.7 ms", "255 us,255000,255 us", "5 s,5000000000,5 s",
        "0 s,0,0 s", "1 ns,1,1 ns", "3 min,180000000000,3 min", "90 s,90000000000,90 s", "2 h,7200000000000,2 h",
        "1.5 min,90000000000,90 s", "10 µs,10000,10 us", "1.000000001 s,1000000001,1.000000001 s"})
    void times(String text, long nanos, String canonical) {
        assertEquals(Duration.ofNanos(nanos), UnitFormat.parseTime(text));
        assertEquals(canonical, UnitFormat.format(Duration.ofNanos(nanos)));
    }

    @ParameterizedTest
    @CsvSource({"10 Gbit/s,10000000000,10 Gbit/s", "500 MB/s,4000000000,4 Gbit/s", "1 MiB/s,8388608,8.388608 Mbit/s",
        "1 bit/s,1,1 bit/s", "2.5 Gbit/s,2500000000,2.5 Gbit/s"})
    void bitRates(String text, long bits, String canonical) {
        assertEquals(new BitRate(bits), UnitFormat.parseBitRate(text));
        assertEquals(canonical, UnitFormat.format(new BitRate(bits)));
    }

    @ParameterizedTest
    @CsvSource({"20 %,0.2,20 %", "0 %,0,0 %", "99.9 %,0.999,99.9 %", "120%,1.2,120 %", "0.01 %,0.0001,0.01 %"})
    void shares(String text, double fraction, String canonical) {
        assertEquals(fraction, UnitFormat.parsePercent(text));
        assertEquals(canonical, UnitFormat.formatPercent(fraction));
    }

    @ParameterizedTest
    @CsvSource({"200 /s,200,200 /s", "0.5 /s,0.5,0.5 /s", "12.25/s,12.25,12.25 /s"})
    void frequencies(String text, double rate, String canonical) {
        assertEquals(rate, UnitFormat.parsePerSecond(text));
        assertEquals(canonical, UnitFormat.formatPerSecond(rate));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "4096|'4096' is a bare number: its unit is missing", "4 kib|'kib' is not a unit of size; did you mean KiB?",
        "4 Kb|'Kb' is not a unit of size; did you mean kB?", "4 ms|'ms' is not a unit of size",
        "0.3 B|'0.3 B' is not a whole number of bytes", "9 EiB|'EiB' is not a unit of size",
        "8192 PiB|'8192 PiB' is too large for a size", "-4 KiB|'-4 KiB' is not a size", "KiB|'KiB' is not a size",
        "4 KiB 2|'4 KiB 2' is not a size", "1e3 B|'1e3 B' is not a size", "4,5 KiB|'4,5 KiB' is not a size",
        "NaN B|'NaN B' is not a size", "0x10 B|'0x10 B' is not a size", "$(id) B|'$(id) B' is not a size",
        "99999999999999999999999 B|'99999999999999999999999 B' is not a size"})
    void sayWhatIsWrong(String text, String message) {
        UnitFormatException e = assertThrows(UnitFormatException.class, () -> UnitFormat.parseBytes(text));
        assertEquals(message, e.getMessage());
        assertEquals("a number and B, KiB, MiB, GiB, TiB, PiB, kB, MB, GB or TB, for example 4 KiB", e.allowed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "4\u00a0KiB", "4\nKiB", "\u0664 KiB", "4 KiB\0", "4 \uD83D\uDE00"})
    void hostileTextsAreRefused(String text) {
        assertThrows(UnitFormatException.class, () -> UnitFormat.parseBytes(text));
        assertThrows(UnitFormatException.class, () -> UnitFormat.parseTime(text));
    }

    @Test
    void bandwidthsSpeakOfBits() {
        UnitFormatException e = assertThrows(UnitFormatException.class, () -> UnitFormat.parseBitRate("10 Gbps"));
        assertEquals("'Gbps' is not a unit of bandwidth; did you mean Gbit/s?", e.getMessage());
        assertThrows(UnitFormatException.class, () -> UnitFormat.parseBitRate("0 Gbit/s"));
    }

    /** What is written is read as the same value, for any value. */
    @Test
    void readingUndoesWriting() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long value = random.nextLong() >>> 1 + random.nextInt(62);
            assertEquals(new Bytes(value), UnitFormat.parseBytes(UnitFormat.format(new Bytes(value))));
            assertEquals(Duration.ofNanos(value), UnitFormat.parseTime(UnitFormat.format(Duration.ofNanos(value))));
            BitRate rate = new BitRate(value + 1);
            assertEquals(rate, UnitFormat.parseBitRate(UnitFormat.format(rate)));
            double share = random.nextInt(1_000_000) / 1e6;
            assertEquals(share, UnitFormat.parsePercent(UnitFormat.formatPercent(share)));
        }
        assertEquals(new Bytes(Long.MAX_VALUE), UnitFormat.parseBytes(UnitFormat.format(new Bytes(Long.MAX_VALUE))));
        Duration longest = Duration.ofNanos(Long.MAX_VALUE);
        assertEquals(longest, UnitFormat.parseTime(UnitFormat.format(longest)));
    }

    /** The patterns in the schema accept what the reader accepts. */
    @Test
    void patternsMatchWhatIsWritten() {
        assertTrue(UnitFormat.format(new Bytes(1536L << 20)).matches(UnitFormat.bytesPattern()));
        assertTrue(UnitFormat.format(Duration.ofNanos(1700)).matches(UnitFormat.timePattern()));
        assertTrue(UnitFormat.format(BitRate.gigabit(10)).matches(UnitFormat.bitRatePattern()));
        assertTrue(UnitFormat.formatPercent(0.999).matches(UnitFormat.percentPattern()));
        assertTrue(UnitFormat.formatPerSecond(0.5).matches(UnitFormat.perSecondPattern()));
    }

    @Test
    void quotedTextsAreSafeToPrint() {
        assertEquals("'a\\u000ab\\u001b[31m\\u202e'", UnitFormat.quote("a\nb\u001b[31m\u202e"));
        assertEquals("'" + "x".repeat(60) + "…'", UnitFormat.quote("x".repeat(61)));
        assertEquals("'" + "\uD83D\uDE00".repeat(60) + "'", UnitFormat.quote("\uD83D\uDE00".repeat(60)));
        assertEquals("'\\ud83d'", UnitFormat.quote("\uD83D"));
    }
}
