// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

/**
 * The ziggurat method (Marsaglia and Tsang, "The Ziggurat Method for Generating Random Variables", J. Stat. Soft. 5(8),
 * 2000) with 256 layers of equal area, layer and position taken from separate bits (Doornik 2005). The tables are
 * constants, computed once by {@link StrictMath}.
 */
final class Ziggurat {
    private static final int LAYERS = 256;
    private static final double UNIT = 0x1.0p-53;
    /** Where the tail of exp(-x) begins, and the area of each layer: Marsaglia and Tsang, section 3. */
    private static final double EXPONENTIAL_TAIL = 7.69711747013104972;
    private static final double EXPONENTIAL_AREA = 3.949659822581572e-3;
    /** The same of exp(-x²/2): Marsaglia and Tsang, section 3. */
    private static final double GAUSSIAN_TAIL = 3.6541528853610088;
    private static final double GAUSSIAN_AREA = 4.92867323399e-3;
    private static final long SIGN_BIT = 1L << 8;

    /** Right edge of each layer; the base layer's edge is that of a rectangle of the same area as base and tail. */
    private static final double[] EXPONENTIAL_X = new double[LAYERS + 1];
    /** The density at the right edge of each layer. */
    private static final double[] EXPONENTIAL_Y = new double[LAYERS + 1];
    private static final double[] GAUSSIAN_X = new double[LAYERS + 1];
    private static final double[] GAUSSIAN_Y = new double[LAYERS + 1];

    static {
        EXPONENTIAL_X[0] = EXPONENTIAL_AREA / StrictMath.exp(-EXPONENTIAL_TAIL);
        GAUSSIAN_X[0] = GAUSSIAN_AREA / gaussianDensity(GAUSSIAN_TAIL);
        EXPONENTIAL_X[1] = EXPONENTIAL_TAIL;
        GAUSSIAN_X[1] = GAUSSIAN_TAIL;
        for (int i = 1; i < LAYERS; i++) {
            EXPONENTIAL_Y[i] = StrictMath.exp(-EXPONENTIAL_X[i]);
            GAUSSIAN_Y[i] = gaussianDensity(GAUSSIAN_X[i]);
            if (i + 1 < LAYERS) {
                EXPONENTIAL_X[i + 1] = -StrictMath.log(EXPONENTIAL_Y[i] + EXPONENTIAL_AREA / EXPONENTIAL_X[i]);
                GAUSSIAN_X[i + 1] = StrictMath.sqrt(-2 * StrictMath.log(GAUSSIAN_Y[i] + GAUSSIAN_AREA / GAUSSIAN_X[i]));
            }
        }
        EXPONENTIAL_Y[LAYERS] = 1;
        GAUSSIAN_Y[LAYERS] = 1;
    }

    private Ziggurat() {
    }

    static double exponential(RandomStream random) {
        double beyond = 0;
        while (true) {
            long bits = random.nextLong();
            int layer = (int) bits & LAYERS - 1;
            double x = (bits >>> 11) * UNIT * EXPONENTIAL_X[layer];
            if (x < EXPONENTIAL_X[layer + 1]) {
                return beyond + x;
            }
            if (layer == 0) {
                // Without memory: what is beyond the tail's begin is exponential again.
                beyond += EXPONENTIAL_TAIL;
            } else if (isUnder(random, EXPONENTIAL_Y, layer, StrictMath.exp(-x))) {
                return beyond + x;
            }
        }
    }

    static double gaussian(RandomStream random) {
        while (true) {
            long bits = random.nextLong();
            int layer = (int) bits & LAYERS - 1;
            double x = (bits >>> 11) * UNIT * GAUSSIAN_X[layer];
            if (x < GAUSSIAN_X[layer + 1] || layer != 0 && isUnder(random, GAUSSIAN_Y, layer, gaussianDensity(x))) {
                return signed(bits, x);
            }
            if (layer == 0) {
                return signed(bits, gaussianTail(random));
            }
        }
    }

    /** Marsaglia, "Generating a Variable from the Tail of the Normal Distribution", Technometrics 6, 1964. */
    private static double gaussianTail(RandomStream random) {
        double x;
        double y;
        do {
            x = exponential(random) / GAUSSIAN_TAIL;
            y = exponential(random);
        } while (2 * y <= x * x);
        return GAUSSIAN_TAIL + x;
    }

    /** Whether a random height within the layer lies under the density at the chosen place. */
    private static boolean isUnder(RandomStream random, double[] y, int layer, double density) {
        return y[layer] + random.nextDouble() * (y[layer + 1] - y[layer]) < density;
    }

    private static double signed(long bits, double x) {
        return (bits & SIGN_BIT) == 0 ? x : -x;
    }

    private static double gaussianDensity(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }
}
