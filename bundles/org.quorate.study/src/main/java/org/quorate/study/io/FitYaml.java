// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.Locale;
import org.quorate.model.HardwareProfile;
import org.quorate.model.LunService;
import org.quorate.model.TimeDistribution;
import org.quorate.model.UnitFormat;
import org.quorate.study.fit.Fit;
import org.quorate.study.fit.Parameter;
import org.quorate.study.fit.ParameterSet;

/**
 * Fitted parameters as YAML whose sections can be copied into a scenario; what they leave unexplained is in comments. Same fit, same
 * bytes. Thread-safe.
 */
public final class FitYaml {

    private static final int HUNDRED = 100;

    /** The text, with a line end at its end. */
    public String write(Fit fit) {
        StringBuilder out = new StringBuilder();
        line(out, "# Fitted by quorate fit %s to %s", fit.version(), String.join(", ", fit.training()));
        line(out, "# %d evaluations; cost %.4f before, %.4f after; median error %s, of the runs held out %s", fit.evaluations(),
                fit.costBefore(), fit.costAfter(), percent(fit.medianError(false)), percent(fit.medianError(true)));
        ParameterSet values = fit.after();
        line(out, "cluster:");
        line(out, "  interconnect:");
        time(out, values, Parameter.ROUND_TRIP);
        line(out, "  hardware:");
        line(out, "    profile: fitted");
        for (Parameter parameter : Parameter.values()) {
            if (parameter.path().startsWith("cluster.hardware.")) {
                time(out, values, parameter);
            }
        }
        HardwareProfile hardware = fit.fitted().cluster().hardware();
        line(out, "    wakeUpVariation: %s", UnitFormat.formatPercent(hardware.wakeUpVariation()));
        LunService service = fit.fitted().lun().service();
        line(out, "lun:");
        line(out, "  service:");
        times(out, "read", service.read());
        times(out, "write", service.write());
        times(out, "flush", service.flush());
        line(out, "    bandwidth: %s", UnitFormat.format(service.bandwidth()));
        residuals(fit, out);
        return out.toString();
    }

    private static void time(StringBuilder out, ParameterSet values, Parameter parameter) {
        line(out, "    %s: %s", name(parameter), UnitFormat.format(values.time(parameter)));
    }

    private static void times(StringBuilder out, String name, TimeDistribution times) {
        String mean = UnitFormat.format(times.mean());
        line(out, "    %s: %s", name, switch (times.shape()) {
            case CONSTANT -> mean;
            case EXPONENTIAL -> "exponential " + mean;
            case LOGNORMAL -> "lognormal " + mean + " variation " + UnitFormat.formatPercent(times.variation());
        });
    }

    private static String name(Parameter parameter) {
        return parameter.path().substring(parameter.path().lastIndexOf('.') + 1);
    }

    private static void residuals(Fit fit, StringBuilder out) {
        line(out, "#");
        line(out, "# %-22s %-16s %-30s %10s %10s %10s %8s %8s", "run", "phase", "figure", "measured", "before", "fitted", "error",
                "");
        for (Fit.Residual row : fit.residuals()) {
            line(out, "# %-22s %-16s %-30s %10.1f %10.1f %10.1f %8s %8s", row.run(), row.phase(), row.figure(), row.measured(),
                    row.before(), row.after(), percent(row.after() / row.measured() - 1), row.heldOut() ? "held out" : "");
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "none" : String.format(Locale.ROOT, "%+.0f %%", share * HUNDRED);
    }

    private static void line(StringBuilder out, String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments).stripTrailing()).append('\n');
    }
}
