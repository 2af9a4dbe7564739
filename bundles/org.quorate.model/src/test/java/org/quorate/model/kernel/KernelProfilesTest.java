// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.KernelProfile;
import org.quorate.model.OsRelease;
import org.quorate.model.SlabCache;

class KernelProfilesTest {

    /** Against the table of the kernel reference, section 5.1, and the lab's slabinfo. */
    @ParameterizedTest
    @CsvSource({"4.4,432,584,504,320,1984,864", "6.1,456,648,464,312,2112,952", "6.8,456,648,312,312,2112,952",
        "6.12,456,648,232,328,2112,944", "6.1-uml,448,624,456,304,1792,904"})
    void measuredSizes(String version, int glock, int aspace, int lkb, int rsb, int ocfs2Inode, int gfs2Inode) {
        KernelProfile profile = KernelProfiles.named(version);
        assertTrue(profile.measured());
        assertEquals(glock, profile.bytes(SlabCache.GFS2_GLOCK));
        assertEquals(aspace, profile.bytes(SlabCache.GFS2_GLOCK_ASPACE));
        assertEquals(lkb, profile.bytes(SlabCache.DLM_LKB));
        assertEquals(rsb, profile.bytes(SlabCache.DLM_RSB));
        assertEquals(ocfs2Inode, profile.bytes(SlabCache.OCFS2_INODE));
        assertEquals(gfs2Inode, profile.bytes(SlabCache.GFS2_INODE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.4", "4.15", "5.4", "5.13", "5.14", "5.15", "6.1", "6.2", "6.6", "6.8", "6.11", "6.12", "6.1-uml"})
    void everyCacheHasASize(String version) {
        KernelProfile profile = KernelProfiles.named(version);
        assertEquals(Set.of(SlabCache.values()), profile.slabBytes().keySet());
        assertTrue(profile.slabBytes().values().stream().allMatch(bytes -> bytes >= 32 && bytes % 8 == 0));
        assertEquals(version, profile.version());
    }

    @Test
    void othersAreInterpolatedAndSaySo() {
        KernelProfile between = KernelProfiles.named("5.4");
        assertFalse(between.measured());
        assertEquals(448, between.bytes(SlabCache.GFS2_GLOCK));   // 432 to 456, 21 of 38 releases on
        assertEquals(128, between.bytes(SlabCache.O2DLM_LOCK));
        int lkb = between.bytes(SlabCache.DLM_LKB);
        assertTrue(lkb < 504 && lkb > 464, "lkb " + lkb);
    }

    @Test
    void lkbShrankAtOnce() {
        assertEquals(464, KernelProfiles.named("6.3").bytes(SlabCache.DLM_LKB));
        assertEquals(312, KernelProfiles.named("6.4").bytes(SlabCache.DLM_LKB));
        assertEquals(272, KernelProfiles.named("6.10").bytes(SlabCache.DLM_LKB));
    }

    @Test
    void switchesOfBehaviour() {
        assertEquals(1, KernelProfiles.named("5.13").dlmMinor());
        assertEquals(2, KernelProfiles.named("5.14").dlmMinor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4.3", "3.10", "6.13", "7.0", "5.20", "4.21", "5", "5.15.0", "6.01", " 6.1", "6.1\n", "6.1-uml2", "$(id)"})
    void unknownVersionsAreRefused(String version) {
        assertTrue(KernelProfiles.find(version).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> KernelProfiles.named(version));
    }

    @ParameterizedTest
    @EnumSource(OsRelease.class)
    void everySystemBootsAKnownKernel(OsRelease os) {
        assertTrue(KernelProfiles.find(KernelProfiles.defaultVersion(os)).isPresent());
    }
}
