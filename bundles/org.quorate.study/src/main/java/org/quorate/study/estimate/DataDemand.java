// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import org.quorate.model.OperationShare;
import org.quorate.model.SizeDistribution;

/** Pages and requests of reads and writes, the same for all file systems (simulator: Readahead, Vfs). Pure functions, thread-safe. */
final class DataDemand {

    /** VM_READAHEAD_PAGES, mm/readahead.c: what is read at once. */
    private static final double WINDOW_PAGES = 32;

    private DataDemand() {
    }

    /** Bytes that a read of a share moves from a file of a size. */
    private static SizeDistribution touched(OperationShare share, SizeDistribution file) {
        return share.size().mean().value() == 0 || share.size().mean().value() >= file.mean().value() ? file : share.size();
    }

    static double readPages(OperationShare share, SizeDistribution file) {
        return Sizes.mean(touched(share, file), Sizes::pages);
    }

    static double writePages(SizeDistribution size) {
        return Sizes.mean(size, Sizes::pages);
    }

    /** Reads the pages: requests of a window each go out together, over one link. */
    static void read(Demand d, Prices prices, OperationShare share, SizeDistribution file, double inlineBytes, double probability) {
        double beyond = Sizes.above(file, inlineBytes) * probability;
        if (beyond <= 0) {
            return;
        }
        double pages = Sizes.mean(touched(share, file), bytes -> bytes > inlineBytes ? Sizes.pages(bytes) : 0)
                / Math.max(1e-9, Sizes.above(touched(share, file), inlineBytes));
        double window = Math.min(pages, Math.min(WINDOW_PAGES, prices.requestBytes() / Prices.BLOCK_BYTES));
        double requests = Math.max(1, pages / window);
        d.device += beyond * (prices.read() + Math.max(0, window - 1) * Prices.BLOCK_BYTES * prices.mediumByte());
        d.deviceAside += beyond * (requests - 1) * (prices.read() + (window - 1) * Prices.BLOCK_BYTES * prices.mediumByte());
        d.link += beyond * pages * Prices.BLOCK_BYTES * prices.linkByte();
    }

    /** Probability that a write ends inside a page of the file, whose rest must be read if it is not cached. */
    static double partial(OperationShare share, SizeDistribution file, double inlineBytes) {
        double size = file.mean().value();
        return Sizes.mean(share.size(), bytes -> bytes < size && bytes % Prices.BLOCK_BYTES != 0 ? 1 : 0) * Sizes.above(file, inlineBytes);
    }
}
