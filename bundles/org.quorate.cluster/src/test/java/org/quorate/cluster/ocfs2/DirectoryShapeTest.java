// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryShapeTest {

    @ParameterizedTest
    @CsvSource({"8,201", "16,144", "24,112", "32,91"})
    void aDirectoryBlockHoldsAsManyNamesAsTheKernelReferenceSays(int nameLength, int names) {
        DirectoryShape shape = DirectoryShape.ofNames(nameLength);
        int two = 1;
        while (shape.blocks(two) < 3) {
            two++;
        }
        int three = two;
        while (shape.blocks(three) < 4) {
            three++;
        }
        assertEquals(names, three - two);
    }

    /** Lab, e_pp_create2: a file and 192 names of 20 bytes lay in the inode; the next seven fitted beside them in the first block. */
    @Test
    void theFirstNamesLieInTheInode() {
        DirectoryShape shape = DirectoryShape.ofNames(6);
        assertEquals(0, shape.blocks(193));
        assertEquals(1, shape.blocks(194));
        assertEquals(1, shape.blocks(200));
        assertEquals(2, shape.blocks(201));
        assertTrue(shape.hasRoom(199));
        assertFalse(shape.hasRoom(200), "the block is full to the last byte");
        assertTrue(shape.hasRoom(201));
    }

    @Test
    void theIndexGrowsFromItsRoot() {
        assertEquals(0, DirectoryShape.leaves(243));
        assertEquals(1, DirectoryShape.leaves(244));
        assertEquals(1, DirectoryShape.leaves(253));
        assertEquals(2, DirectoryShape.leaves(254));
        assertEquals(100_000 / (253 * Math.log(2)), DirectoryShape.leaves(100_000), 2);
    }

    /** A leaf that is split gives half of its names to the new one; all others keep theirs. */
    @Test
    void aNameKeepsItsLeafUntilThatIsSplit() {
        for (int count = 1; count < 200; count++) {
            int moved = 0;
            int before = -1;
            for (int i = 0; i < 10_000; i++) {
                int hash = i * 0x9E3779B9;
                int old = DirectoryShape.bucket(hash, count);
                int now = DirectoryShape.bucket(hash, count + 1);
                assertTrue(old < count);
                if (old != now) {
                    assertEquals(count, now);
                    assertTrue(before == -1 || before == old);
                    before = old;
                    moved++;
                }
            }
            assertTrue(moved > 0);
        }
    }
}
