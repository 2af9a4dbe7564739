// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.quorate.intake.LogMoments;
import org.quorate.model.Bytes;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.OperationShare.Access;
import org.quorate.model.SizeDistribution;

/** The files below one directory, with what is done on them. Used by one thread. */
final class FileGroup {

    /** Below it no rank of files is worth telling from another. */
    private static final double LEAST_SKEW = 0.3;
    private static final int LEAST_FILES_FOR_SKEW = 20;
    private static final int LEAST_USES_FOR_SKEW = 5;
    private static final double MOST_SKEW = 3;
    /** The model's most files, and bytes of an operation. */
    private static final long MOST_FILES = 100_000_000;
    private static final Bytes MOST_MOVED = Bytes.gib(1);

    private final Map<OperationKey, Usage.Operations> operations = new TreeMap<>();
    private final Set<String> directories = new HashSet<>();
    private final LogMoments sizes = new LogMoments();
    private final List<Long> uses = new ArrayList<>();
    private long count;
    private long old;
    private long sharedUses;
    private long fileUses;
    private long nameBytes;

    void add(String directory, Map<OperationKey, Usage.Operations> more) {
        directories.add(directory);
        more.forEach((key, ofOne) -> {
            operations.computeIfAbsent(key, ignored -> new Usage.Operations()).add(ofOne);
            count += ofOne.count();
        });
    }

    void add(Usage.FileUse file) {
        old += file.old() ? 1 : 0;
        nameBytes += file.path().length() - file.path().lastIndexOf('/') - 1;
        uses.add(file.uses());
        fileUses += file.uses();
        sharedUses += file.shared() ? file.uses() : 0;
        if (file.size() >= 0) {
            sizes.add(file.size());
        }
    }

    void add(FileGroup other) {
        other.operations.forEach((key, ofOne) -> operations.computeIfAbsent(key, ignored -> new Usage.Operations()).add(ofOne));
        directories.addAll(other.directories);
        sizes.add(other.sizes);
        uses.addAll(other.uses);
        count += other.count;
        old += other.old;
        sharedUses += other.sharedUses;
        fileUses += other.fileUses;
        nameBytes += other.nameBytes;
    }

    /** Operations. */
    long count() {
        return count;
    }

    /** Files that were there before. */
    long old() {
        return old;
    }

    /** Share of the operations on files that several tasks use, 0 to 1. */
    double shared() {
        return fileUses == 0 ? 0 : (double) sharedUses / fileUses;
    }

    boolean sizesKnown() {
        return sizes.count() > 0;
    }

    /** Files that the log shows to be empty; they are not among the sizes. */
    long empty() {
        return sizes.zeros();
    }

    /** Files are moved to another directory, and here the set has none. */
    boolean movesElsewhere() {
        return !tree() && operations.keySet().stream().anyMatch(key -> key.operation() == Operation.MOVE);
    }

    boolean tree() {
        return directories.size() > 1;
    }

    /** Which files an operation chooses. */
    Access access() {
        if (uses.size() == 1) {
            return Access.FIRST;
        }
        if (shared() < 0.5) {
            return Access.OWN;
        }
        return skew() >= LEAST_SKEW ? Access.ZIPF : Access.ANY;
    }

    /** Exponent of Zipf's law: the slope of the logarithms of uses over those of ranks, by least squares; 0 where that says nothing. */
    double skew() {
        if (uses.size() < LEAST_FILES_FOR_SKEW || fileUses < (long) LEAST_USES_FOR_SKEW * uses.size()) {
            return 0;
        }
        List<Long> sorted = uses.stream().filter(use -> use > 0).sorted(Comparator.reverseOrder()).toList();
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (int rank = 1; rank <= sorted.size(); rank++) {
            double logRank = StrictMath.log(rank);
            double logUse = StrictMath.log(sorted.get(rank - 1));
            x += logRank;
            y += logUse;
            xx += logRank * logRank;
            xy += logRank * logUse;
        }
        double slope = -(sorted.size() * xy - x * y) / (sorted.size() * xx - x * x);
        return Math.min(MOST_SKEW, Math.round(100 * slope) / 100.0);
    }

    FileSet set(String name, int nodes) {
        boolean created = operations.keySet().stream().anyMatch(key -> key.operation() == Operation.CREATE);
        long least = created ? 0 : 1;
        long files = Math.max(least, old) * (access() == Access.OWN ? nodes : 1);
        SizeDistribution size = sizesKnown() ? sizes.distribution() : SizeDistribution.constant(Bytes.kib(4));
        int nameLength = (int) Math.min(255, Math.max(1, uses.isEmpty() ? 16 : Math.round((double) nameBytes / uses.size())));
        return new FileSet(name, name, Math.min(MOST_FILES, files), size, tree() ? FileSet.Layout.TREE : FileSet.Layout.SHARED,
                Math.min(1_000_000, directories.size()), Optional.empty(), FileSet.Made.AT_START, nameLength);
    }

    /** What is done, the most frequent first. */
    List<OperationShare> mix(String set) {
        List<OperationShare> mix = new ArrayList<>();
        operations.forEach((key, ofOne) -> {
            // Files that are made empty have no place in a log-normal distribution, and are a share of their own.
            long empty = key.operation() == Operation.CREATE ? ofOne.sizes().zeros() : 0;
            if (empty > 0) {
                mix.add(share(set, key, empty, SizeDistribution.constant(Bytes.ZERO)));
            }
            if (ofOne.count() > empty) {
                mix.add(share(set, key, ofOne.count() - empty, size(key.operation(), ofOne)));
            }
        });
        return mix;
    }

    private OperationShare share(String set, OperationKey key, long weight, SizeDistribution size) {
        Operation operation = key.operation() == Operation.MOVE && !tree() ? Operation.RENAME : key.operation();
        boolean fresh = operation == Operation.CREATE || operation == Operation.MKDIR;
        Access access = fresh ? Access.OWN : access();
        return new OperationShare(operation, weight, set, access, access == Access.ZIPF ? skew() : 0, size, key.fsync(), key.keepOpen(),
                key.at(), key.direct() ? OperationShare.Way.DIRECT : OperationShare.Way.BUFFERED, List.of(),
                OptionalLong.empty());
    }

    private static SizeDistribution size(Operation operation, Usage.Operations ofOne) {
        boolean moves = switch (operation) {
            case CREATE, READ, WRITE, APPEND, SESSION -> true;
            default -> false;
        };
        if (!moves) {
            return SizeDistribution.constant(Bytes.ZERO);
        }
        SizeDistribution known = ofOne.sizes().distribution();
        Bytes mean = new Bytes(Math.min(MOST_MOVED.value(), known.mean().value()));
        return new SizeDistribution(known.shape(), mean, known.variation());
    }
}
