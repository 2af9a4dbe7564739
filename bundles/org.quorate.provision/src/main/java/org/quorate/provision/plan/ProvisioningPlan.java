// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The complete set for one contender of a scenario. The same scenario gives the same plan, byte by byte. Immutable,
 * thread-safe.
 *
 * @param origin      what it was made from
 * @param guide       what an administrator must know, whatever the form
 * @param steps       in the order in which they are done
 * @param settings    the values of the steps, by the names that they use
 * @param files       of the export, sorted by path; as bash unless a form was rendered
 * @param orderOfWork who does what, on which node, where the point of no return is (Markdown)
 */
public record ProvisioningPlan(PlanOrigin origin, Guide guide, List<Step> steps, Map<String, Setting> settings,
        List<GeneratedFile> files, String orderOfWork) implements ProvisioningResult {

    public ProvisioningPlan {
        steps = List.copyOf(steps);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        files = List.copyOf(files);
    }

    /** The same plan in another form. */
    public ProvisioningPlan rendered(List<GeneratedFile> others, String page) {
        return new ProvisioningPlan(origin, guide, steps, settings, others, page);
    }

    /** A text of the settings. */
    public String text(String name) {
        return ((Setting.Text) settings.get(name)).value();
    }

    /** A list of the settings. */
    public List<String> words(String name) {
        return ((Setting.Words) settings.get(name)).values();
    }

    /** A table of the settings. */
    public Map<String, String> table(String name) {
        return ((Setting.Table) settings.get(name)).values();
    }
}
