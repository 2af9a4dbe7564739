// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.yaml.FieldCatalog;
import org.quorate.model.yaml.FieldInfo;

class VariationTest {

    private static SweepField field(String text) {
        return Variation.of(Documents.small(), text).field();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "lun.queueDepth=1,2, 4 ,8|1;2;4;8",
        "lun.queueDepth=1..9:3|1;5;9",
        "lun.queueDepth=1..32:5|1;9;17;24;32",
        "lun.queueDepth=8..2:4|8;6;4;2",
        "lun.queueDepth=1,10..30:3,100|1;10;20;30;100",
        "cluster.interconnect.roundTrip=0.1 ms..1 ms:5|0.1 ms;0.325 ms;0.55 ms;0.775 ms;1 ms",
        "cluster.interconnect.roundTrip=0.1..1 ms:3|0.1 ms;0.55 ms;1 ms",
        "cluster.interconnect.roundTrip=100 us..1 ms:3|100 us;550 us;1 ms",
        "cluster.interconnect.roundTrip=1 us..2 us:4|1 us;1.333 us;1.667 us;2 us",
        "cluster.nodes[].memory=8 GiB..32 GiB:4|8 GiB;16 GiB;24 GiB;32 GiB",
        "cluster.nodes[].memory=512 MiB..1 GiB:3|512 MiB;768 MiB;1 GiB",
        "cluster.interconnect.variation=0 %..100 %:5|0 %;25 %;50 %;75 %;100 %",
        "cluster.interconnect.bandwidth=1 Gbit/s..10 Gbit/s:4|1 Gbit/s;4 Gbit/s;7 Gbit/s;10 Gbit/s",
        "workload.phases[0].closed.thinkTime=exponential 2 ms..10 ms:3|exponential 2 ms;exponential 6 ms;exponential 10 ms",
        "workload.fileSets[0].size=lognormal 4 KiB..12 KiB variation 60 %:2|lognormal 4 KiB variation 60 %;lognormal 12 KiB variation 60 %",
        "lun.device=nvme,sata-ssd|nvme;sata-ssd"})
    void listsAndRangesKeepTheirUnits(String text, String values) {
        assertEquals(List.of(values.split(";")), field(text).values());
    }

    @Test
    void numbersAreInTheBaseUnit() {
        assertEquals(List.of(100_000.0, 1_000_000.0), field("cluster.interconnect.roundTrip=100 us,1 ms").numbers());
        assertEquals(List.of(0.0, 0.5), field("cluster.interconnect.variation=0 %,50 %").numbers());
        assertEquals(List.of(1e9, 8e6), field("cluster.interconnect.bandwidth=1 Gbit/s,1 MB/s").numbers());
        assertEquals(List.of(2e6, 3e6), field("workload.phases[0].closed.thinkTime=exponential 2 ms,exponential 3 ms").numbers());
        assertEquals(List.of(), field("workload.phases[0].closed.thinkTime=exponential 2 ms,3 ms").numbers(),
                "they differ in more than their mean");
        assertEquals(List.of(), field("lun.device=nvme,sata-ssd").numbers());
        assertEquals(List.of(), field("cluster.kernel=6.1,6.8").numbers(), "a version is no number");
    }

    @Test
    void everyFieldWithAUnitCanBeARange() {
        List<FieldInfo> units = FieldCatalog.fields().stream().filter(field -> field.kind() == FieldInfo.Kind.SCALAR)
                .filter(field -> !field.unit().isEmpty()).toList();
        assertTrue(units.size() > 30, units.size() + " fields");
        assertEquals(List.of("targets[].limit"), units.stream().filter(field -> FieldDimension.of(field, "") == FieldDimension.WORDS)
                .map(FieldInfo::path).toList());
        FieldInfo limit = FieldCatalog.field("targets[].limit").orElseThrow();
        assertEquals(FieldDimension.TIME, FieldDimension.of(limit, "5 ms..20 ms:4"));
        assertEquals(FieldDimension.BYTES, FieldDimension.of(limit, "1 GiB,2..4 GiB:3, 9 GiB"));
        assertEquals(FieldDimension.RATE, FieldDimension.of(limit, "100 /s"));
        assertEquals(FieldDimension.WORDS, FieldDimension.of(limit, "many"));
        assertEquals(FieldDimension.COUNT, FieldDimension.of(FieldCatalog.field("lun.queueDepth").orElseThrow(), "1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "lun.queueDepth|'lun.queueDepth' is not PATH=VALUES",
        "=1|'=1' is not PATH=VALUES",
        "lun.queueDepth=|a value is missing",
        "lun.queueDepth=1,,2|a value is missing in '1,,2'",
        "lun.queueDepth=1,1|'1' stands twice",
        "lun.queueDepth=1..3:5|stands twice (allowed: each value once; values of a range may be the same when rounded)",
        "lun.queueDepth=1..4|'1..4' is not a range (allowed: a range is FROM..TO:COUNT, as in 1 ms..10 ms:4)",
        "lun.queueDepth=1..4:1|asks for 1 values (allowed: 2 to 10000)",
        "lun.queueDepth=1..4:999999999|asks for 999999999 values",
        "lun.queueDepth=1..4:99999999999999999999|is not a range",
        "lun.queueDepth=a..4:3|'a' is no end of a range",
        "lun.queueDepth=-4..4:3|'-4' is no end of a range",
        "lun.queueDepth=NaN..Infinity:3|is no end of a range",
        "lun.queueDepth=1 ms..4:3|its ends have different units",
        "lun.size=1..4:3|'1' is no end of a range (allowed: a number and B, KiB",
        "lun.size=1 GiB..4:3|'4' is no end of a range (allowed: a number and B, KiB",
        "lun.size=1 GiB..2 ms:3|'2 ms' is no end of a range (allowed: a number and B",
        "workload.phases[0].closed.thinkTime=exponential 1 ms..constant 2 ms:3|of different kinds",
        "lun.queDepth=1|did you mean queueDepth?"})
    void whatIsWrongIsToldWithTheField(String text, String message) {
        String told = assertThrows(IllegalArgumentException.class, () -> field(text)).getMessage();
        assertTrue(told.contains(message), told);
        assertTrue(message.startsWith("'" + text + "'") || told.startsWith("lun.") || told.startsWith("workload."), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1..9e99:3", "9999999999999999999..99999999999999999999:10000", "0.00000000000000000001..1:3",
        "1\u0000..2:2", "\u001b[31m..2:2", "1..2..3..4:5", "..:2", "..", "1..2:2:2", "1e99..2e99:2"})
    void aHostileRangeIsRefusedInLinesThatAreSafeToPrint(String range) {
        String told = assertThrows(IllegalArgumentException.class, () -> Documents.plan("lun.queueDepth=" + range)).getMessage();
        assertTrue(told.lines().allMatch(line -> line.startsWith("lun.queueDepth: ")), told);
        assertTrue(told.length() < 3000, told);
        assertTrue(told.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'), told);
    }
}
