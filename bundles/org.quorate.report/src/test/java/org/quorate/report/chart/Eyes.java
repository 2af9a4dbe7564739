// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

/** Colours as readers see them. */
final class Eyes {

    /**
     * Simulation matrices for full deficiency, linear RGB (Machado, Oliveira, Fernandes 2009, table 1, severity 1.0).
     */
    static final double[][] PROTANOPIA = {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
        {-0.003882, -0.048116, 1.051998}};
    static final double[][] DEUTERANOPIA = {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}};
    static final double[][] FULL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    private Eyes() {
    }

    /** Distance in CIE L*a*b* (D65), as an eye of that kind sees it. */
    static double distance(int first, int second, double[][] eye) {
        double[] a = lab(first, eye);
        double[] b = lab(second, eye);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    static double[] lab(int colour, double[][] eye) {
        double[] rgb = {linear(colour >> 16 & 0xFF), linear(colour >> 8 & 0xFF), linear(colour & 0xFF)};
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.max(0, Math.min(1, eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2]));
        }
        double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
        double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** How light a colour is on a grey print: CIE L*, 0 to 100. */
    static double lightness(int colour) {
        return lab(colour, FULL)[0];
    }
}
