// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.study.unsafe.Copy.Image;

/**
 * What the log is worth if the power fails. Immutable.
 *
 * @param transactions that are only in the log, of all nodes
 * @param recoverable  transactions that recovery would find: whole, one behind the other, from where it begins
 * @param updates      that are only in the log
 * @param lost         of these, those that are in no transaction that recovery finds
 */
public record CrashFigures(long transactions, long recoverable, long updates, long lost) {

    /** As it is now. */
    static CrashFigures of(UnsafeRun run) {
        List<SharedLog.Transaction> found = run.device().log().recoverable();
        Map<BlockId, Image> replayed = new HashMap<>();
        found.forEach(transaction -> transaction.images().forEach(image -> replayed.put(image.copy().block(), image)));
        Set<Long> updates = new HashSet<>();
        Set<Long> lost = new HashSet<>();
        for (NodeFiles node : run.nodes()) {
            for (Image image : node.log().onlyInLog()) {
                Image after = replayed.get(image.copy().block());
                int saved = after == null ? 0 : after.countOf(image.copy());
                List<Update> own = image.copy().updatesFrom(0).subList(0, image.count());
                for (int i = 0; i < own.size(); i++) {
                    if (!image.copy().isWritten(i + 1)) {
                        updates.add(own.get(i).sequence());
                        if (i >= saved) {
                            lost.add(own.get(i).sequence());
                        }
                    }
                }
            }
        }
        long transactions = run.nodes().stream().mapToLong(node -> node.log().transactionsOnlyInLog()).sum();
        long recoverable = found.stream().filter(SharedLog.Transaction::needed).count();
        return new CrashFigures(transactions, recoverable, updates.size(), lost.size());
    }
}
