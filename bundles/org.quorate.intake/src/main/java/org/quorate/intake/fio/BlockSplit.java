// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import java.util.Optional;
import org.quorate.intake.Fitted;
import org.quorate.model.Bytes;
import org.quorate.model.SizeDistribution;

/** The option {@code bssplit}: sizes with their shares. Pure functions. */
final class BlockSplit {

    private static final long MOST_BLOCK = 1L << 30;

    private BlockSplit() {
    }

    /** {@code 4k/10:64k/50:32k/40}; sizes without a share divide what is left. The log-normal of that mean and variation. */
    static Optional<SizeDistribution> read(String text, int base) {
        String[] parts = text.split(":");
        double[] sizes = new double[parts.length];
        double[] shares = new double[parts.length];
        double given = 0;
        int open = 0;
        for (int i = 0; i < parts.length; i++) {
            String[] pair = parts[i].split("/", 2);
            Optional<Long> size = FioUnits.size(pair[0], base).filter(bytes -> bytes > 0 && bytes <= MOST_BLOCK);
            Optional<Long> percent = pair.length == 2 && !pair[1].isBlank() ? FioUnits.number(pair[1]) : Optional.empty();
            if (size.isEmpty() || pair.length == 2 && !pair[1].isBlank() && percent.isEmpty()) {
                return Optional.empty();
            }
            sizes[i] = size.get();
            shares[i] = percent.map(Long::doubleValue).orElse(-1.0);
            given += percent.orElse(0L);
            open += percent.isEmpty() ? 1 : 0;
        }
        if (given > 100.5 || given <= 0 && open == 0) {
            return Optional.empty();
        }
        double mean = 0;
        double square = 0;
        double all = open > 0 ? 100 : given;
        for (int i = 0; i < sizes.length; i++) {
            double share = (shares[i] < 0 ? (100 - given) / open : shares[i]) / all;
            mean += share * sizes[i];
            square += share * sizes[i] * sizes[i];
        }
        double variation = StrictMath.sqrt(Math.max(0, square - mean * mean)) / mean;
        Bytes rounded = new Bytes(Math.max(1, Math.round(mean)));
        return Optional.of(Fitted.sizes(rounded, variation));
    }
}
