// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.pacemaker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.provision.text.Quote;

/**
 * Pacemaker's objects as crmsh's configuration text, which {@code crm configure load update FILE} reads (SUSE's
 * administration guide for SLE HA 15, doc-sleha xml/ha_config_cli.xml). It has no comments: crmsh would carry them into
 * the configuration. Pure functions, thread-safe.
 */
final class CrmshForm {

    private static final FoldedLine LINE = new FoldedLine("", Set.of("params", "op", "meta"), Quote::crmsh);

    private CrmshForm() {
    }

    /** All objects, in the order in which each one's references are there already. */
    static String text(List<Cib> objects) {
        StringBuilder text = new StringBuilder();
        // One set: crmsh refuses a second line about the same one.
        List<String> properties = new ArrayList<>();
        objects.forEach(object -> {
            if (object instanceof Cib.Properties some) {
                properties.addAll(some.values());
            }
        });
        if (!properties.isEmpty()) {
            text.append(LINE.of(FoldedLine.words("property cib-bootstrap-options:", properties)));
        }
        objects.forEach(object -> {
            if (object instanceof Cib.Primitive primitive) {
                text.append(LINE.of(create(primitive)));
            }
        });
        groups(objects).forEach((group, members) -> text.append(LINE.of(FoldedLine.words("group " + group, members))));
        objects.forEach(object -> clonesAndConstraints(object).forEach(words -> text.append(LINE.of(words))));
        return text.toString();
    }

    /** What one {@code crm configure delete} takes: constraints go with what they are about. */
    static List<String> deletable(List<Cib> objects) {
        List<String> ids = new ArrayList<>();
        objects.forEach(object -> ids.addAll(0, object.ids()));
        int at = (int) ids.stream().filter(id -> id.endsWith("-clone")).count();
        ids.addAll(at, groups(objects).keySet());
        return ids;
    }

    /** What must be stopped before it can be deleted: clones, fence devices. */
    static List<String> stoppable(List<Cib> objects) {
        List<String> ids = new ArrayList<>();
        for (Cib object : objects) {
            if (object instanceof Cib.Clone || object instanceof Cib.Primitive primitive && primitive.isFenceDevice()) {
                ids.addAll(0, object.ids());
            }
        }
        return ids;
    }

    private static Map<String, List<String>> groups(List<Cib> objects) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Cib object : objects) {
            if (object instanceof Cib.Primitive primitive && !primitive.group().isEmpty()) {
                groups.computeIfAbsent(primitive.group(), g -> new ArrayList<>()).add(primitive.id());
            }
        }
        return groups;
    }

    private static List<List<String>> clonesAndConstraints(Cib object) {
        if (object instanceof Cib.Clone clone) {
            return List.of(FoldedLine.words("clone " + clone.id() + " " + clone.of() + " meta interleave=true", List.of()));
        } else if (object instanceof Cib.After after) {
            return List.of(
                    FoldedLine.words("order " + after.then() + "-after-" + after.first() + " Mandatory: " + after.first() + " "
                            + after.then(), List.of()),
                    FoldedLine.words("colocation " + after.then() + "-with-" + after.first() + " inf: " + after.then() + " "
                            + after.first(), List.of()));
        } else if (object instanceof Cib.Never never) {
            return List.of(FoldedLine.words("location " + never.resource() + "-never-on-" + never.node() + " " + never.resource()
                    + " -inf: " + never.node(), List.of()));
        }
        return List.of();
    }

    private static List<String> create(Cib.Primitive primitive) {
        List<String> words = FoldedLine.words("primitive " + primitive.id() + " " + primitive.agent(), List.of());
        if (!primitive.parameters().isEmpty()) {
            words.add("params");
            words.addAll(primitive.parameters());
        }
        for (Cib.Operation operation : primitive.operations()) {
            words.addAll(List.of("op", operation.name()));
            words.addAll(operation.options());
            words.addAll(operation.advised());
        }
        if (!primitive.meta().isEmpty()) {
            words.add("meta");
            words.addAll(primitive.meta());
        }
        return words;
    }
}
