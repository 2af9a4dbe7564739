// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quorate.model.DeviceClass;
import org.quorate.model.HardwareProfile;
import org.quorate.model.LunService;

class PresetsTest {

    /**
     * Read 74 us by the lab's README, system call and all; 1 MiB write 3.0 ms. OCFS2 overwrites and syncs in 216 us with two writes one
     * after the other, GFS2 appends and syncs in 477 us with five writes and four flushes (quiet single-node rows): neither leaves room
     * for the README's 255 us a write.
     */
    @Test
    void labImageFileIsAsMeasured() {
        LunService lab = DevicePresets.of(DeviceClass.LAB_IMAGE_FILE).service();
        assertTrue(lab.read().mean().toNanos() > 50_000 && lab.read().mean().toNanos() <= 74_000);
        assertTrue(2 * lab.write().mean().toNanos() < 216_000);
        assertTrue(5 * lab.write().mean().toNanos() + 4 * lab.flush().mean().toNanos() < 477_000);
        long restOfMebibyte = lab.bandwidth().transferNanos((1 << 20) - 4096);
        assertEquals(3.0, (lab.write().mean().toNanos() + restOfMebibyte) / 1e6, 0.05);
    }

    @ParameterizedTest
    @EnumSource(value = DeviceClass.class, mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM")
    void everyClassHasFiguresWithASource(DeviceClass device) {
        DevicePresets.Preset preset = DevicePresets.of(device);
        assertFalse(preset.service().read().mean().isZero());
        assertFalse(preset.service().flush().mean().isZero());
        assertTrue(preset.queueDepth() >= 1);
        assertFalse(preset.source().isBlank());
    }

    @Test
    void aCustomDeviceHasNone() {
        assertThrows(IllegalArgumentException.class, () -> DevicePresets.of(DeviceClass.CUSTOM));
    }

    @Test
    void profilesLieInTheRangesOfTheirSources() {
        HardwareProfile lab = HardwareProfiles.named(HardwareProfiles.LAB_UML);
        assertTrue(lab.taskWakeUp().compareTo(lab.threadSwitch()) > 0);
        assertTrue(lab.workerWakeUp().toNanos() >= 20_000 && lab.workerWakeUp().toNanos() <= 50_000);
        HardwareProfile typical = HardwareProfiles.named(HardwareProfiles.TYPICAL_SERVER);
        assertTrue(typical.workerWakeUp().toNanos() >= 5_000 && typical.workerWakeUp().toNanos() <= 15_000);
        for (String name : HardwareProfiles.names()) {
            assertEquals(name, HardwareProfiles.named(name).name());
            assertFalse(HardwareProfiles.source(name).isBlank());
        }
        assertTrue(HardwareProfiles.find("other").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> HardwareProfiles.named("other"));
    }
}
