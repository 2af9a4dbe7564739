// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldCatalogTest {

    @Test
    void everyFieldIsExplained() {
        List<FieldInfo> fields = FieldCatalog.fields();
        assertTrue(fields.size() > 110, "only " + fields.size());
        Set<String> paths = new HashSet<>();
        for (FieldInfo field : fields) {
            assertTrue(paths.add(field.path()), field.path() + " twice");
            assertTrue(field.help().endsWith("."), field.path());
            assertFalse(field.allowed().isBlank(), field.path());
            assertEquals(field.required(), field.standard().isEmpty(), field.path());
        }
    }

    @Test
    void saysWhatAFormNeeds() {
        FieldInfo threshold = FieldCatalog.field("fileSystems[ocfs2].heartbeatThreshold").orElseThrow();
        assertEquals("31", threshold.standard());
        assertEquals("kernel reference 3.7; minimum: provisioning reference 1.2", threshold.source());
        FieldInfo memory = FieldCatalog.field("cluster.nodes[].memory").orElseThrow();
        assertEquals("memory", memory.name());
        assertEquals("B, KiB, MiB, GiB, TiB", memory.unit());
        assertEquals("16 GiB", memory.standard());
        FieldInfo stack = FieldCatalog.field("fileSystems[ocfs2].stack").orElseThrow();
        assertEquals(List.of("o2cb", "pcmk", "local"), stack.choices());
        assertEquals(List.of("lock_dlm", "lock_nolock"), FieldCatalog.field("fileSystems[gfs2].protocol").orElseThrow().choices());
        assertEquals(FieldInfo.Kind.LIST, FieldCatalog.field("workload.phases[].mix").orElseThrow().kind());
        assertEquals(FieldInfo.Kind.MAPPING, FieldCatalog.field("cluster").orElseThrow().kind());
    }
}
