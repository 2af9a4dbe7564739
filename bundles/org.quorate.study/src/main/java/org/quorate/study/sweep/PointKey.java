// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.model.yaml.ScenarioWriter;
import org.quorate.study.result.Comparison;

/** Tells points apart by all that their outcome depends on. Pure functions. */
public final class PointKey {

    private PointKey() {
    }

    /**
     * SHA-256, in hexadecimal digits, of the scenario in its canonical form, which has its seed and replications, of the build of
     * the program and of the form of what is kept. Comments, order and units of the scenario's text do not matter.
     */
    public static String of(Scenario scenario, String build) {
        return digest(PointOutcome.FORMAT, build, ScenarioWriter.write(scenario));
    }

    /** The same of the only file system of a scenario without any baseline beside it, which is another outcome. */
    public static String alone(Scenario scenario, String build) {
        return digest(PointOutcome.FORMAT, build, "alone", ScenarioWriter.write(scenario));
    }

    /** The same of the comparison as a whole, which has more in it than a point. */
    public static String whole(Scenario scenario, String build) {
        return digest(Comparison.FORMAT, build, ScenarioWriter.write(scenario));
    }

    /**
     * The same of a scenario alone: whatever the build, its seed and how many runs are made of it, which results tell themselves.
     */
    public static String scenario(Scenario scenario) {
        StudySettings usual = new StudySettings(StudySettings.DEFAULT.seed(), StudySettings.DEFAULT.replications(), scenario.study().confidence());
        return digest(ScenarioWriter.write(new Scenario(scenario.schemaVersion(), scenario.name(), scenario.title(), scenario.cluster(),
                scenario.lun(), scenario.mountPoint(), scenario.fileSystems(), scenario.workload(), scenario.initialState(), scenario.targets(),
                scenario.application(), usual)));
    }

    private static String digest(String... parts) {
        String text = String.join("\n", parts);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
