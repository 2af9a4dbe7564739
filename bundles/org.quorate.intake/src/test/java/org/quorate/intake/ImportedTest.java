// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.quorate.model.Bytes;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;

class ImportedTest {

    private static final SizeDistribution SIZE = SizeDistribution.constant(Bytes.mib(1));

    private static FileSet set(String name, Optional<String> in) {
        return new FileSet(name, name, 10, SIZE, FileSet.Layout.TREE, 2, in, FileSet.Made.AT_START, 12);
    }

    /** A set that lies in the directories of another one goes on doing so, whatever that is called now. */
    @Test
    void besideOthersOfTheSameNamesAllThatBelongsTogetherStaysTogether() {
        OperationShare read = new OperationShare(Operation.READ, 3, "indexes", OperationShare.Access.ANY, 0, SIZE, false, true,
                OperationShare.Position.RANDOM, OperationShare.Way.DIRECT, List.of("n2"), OptionalLong.of(7));
        Phase phase = new Phase("work", new Phase.Closed(4, TimeDistribution.constant(Duration.ZERO)), Duration.ofSeconds(2), Duration.ofSeconds(1),
                OptionalLong.of(5), List.of("n1", "n2"), true, false, false, true, true, List.of(read));
        Imported imported = new Imported(List.of(set("indexes", Optional.of("mail")), set("mail", Optional.empty())), List.of(phase),
                LunFigures.NONE, List.of(), List.of());
        Imported beside = imported.beside(imported.fileSets(), List.of(phase));
        String indexes = beside.fileSets().get(0).name();
        String mail = beside.fileSets().get(1).name();
        assertEquals(4, List.of("indexes", "mail", indexes, mail).stream().distinct().count());
        assertEquals(List.of(set(indexes, Optional.of(mail)), set(mail, Optional.empty())), beside.fileSets());
        Phase renamed = beside.phases().get(0);
        OperationShare expected = new OperationShare(Operation.READ, 3, indexes, OperationShare.Access.ANY, 0, SIZE, false, true,
                OperationShare.Position.RANDOM, OperationShare.Way.DIRECT, List.of("n2"), OptionalLong.of(7));
        assertEquals(new Phase(renamed.name(), phase.load(), phase.duration(), phase.warmUp(), phase.operationsPerThread(), phase.nodes(), true,
                false, false, true, true, List.of(expected)), renamed);
    }
}
