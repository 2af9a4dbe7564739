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

    /** Pages that a read of a share touches: those it asks for, at most the file's. */
    static double readPages(OperationShare share, SizeDistribution file) {
        return Sizes.mean(share.size(), asked -> Sizes.mean(file, bytes -> asked <= 0 ? Sizes.pages(bytes)
                : Math.min(Sizes.pages(asked), Sizes.pages(bytes))));
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
        double wanted = Sizes.mean(file, bytes -> bytes <= inlineBytes ? 0 : Math.min(Sizes.pages(bytes), asked(share))) / Sizes.above(file, inlineBytes);
        double pages = Math.max(wanted, Math.min(Sizes.mean(file, Sizes::pages), ahead(wanted)));
        double window = Math.min(pages, Math.min(WINDOW_PAGES, prices.requestBytes() / Prices.BLOCK_BYTES));
        double requests = Math.max(1, pages / window);
        d.device += beyond * (prices.read() + Math.max(0, window - 1) * Prices.BLOCK_BYTES * prices.mediumByte());
        d.deviceAside += beyond * (requests - 1) * (prices.read() + (window - 1) * Prices.BLOCK_BYTES * prices.mediumByte());
        d.link += beyond * pages * Prices.BLOCK_BYTES * prices.linkByte();
    }

    private static double asked(OperationShare share) {
        double mean = share.size().mean().value();
        return mean <= 0 ? Double.MAX_VALUE : Sizes.pages(mean);
    }

    /** Pages of the first window of a read of so many (mm/readahead.c:get_init_ra_size). */
    private static double ahead(double wanted) {
        double size = Math.pow(2, Math.ceil(Math.log(Math.max(1, wanted)) / Math.log(2)));
        return size <= 1 ? 4 : Math.min(WINDOW_PAGES, 2 * size);
    }

    /** Probability that a write ends inside a page of the file, whose rest must be read if it is not cached. */
    static double partial(OperationShare share, SizeDistribution file, double inlineBytes) {
        double size = file.mean().value();
        return Sizes.mean(share.size(), bytes -> bytes < size && bytes % Prices.BLOCK_BYTES != 0 ? 1 : 0) * Sizes.above(file, inlineBytes);
    }
}
