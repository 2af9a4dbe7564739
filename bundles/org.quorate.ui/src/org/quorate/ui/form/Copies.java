// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.quorate.model.yaml.FieldInfo;
import org.quorate.model.yaml.ScenarioDocument;

/** The YAML of an item like another one, with names and addresses of its own. Pure functions. */
final class Copies {

    /** Lists whose items are single fields only, and the fields that must differ. */
    private static final Map<String, Set<String>> OWN = Map.of(ClusterEdits.NODES, Set.of("name", "address", "number"),
            "fileSystems", Set.of("label"), "workload.fileSets", Set.of("name", "path"));

    /** Lists whose items can be copied. */
    static final Set<String> LISTS = OWN.keySet();

    private Copies() {
    }

    /** @param fields of the item */
    static String of(ScenarioDocument document, String item, List<FieldInfo> fields) {
        String list = ScenarioForm.parent(item);
        String fresh = list.equals("fileSystems")
                ? "label: " + NewItems.unused(document, list, "label", document.value(item + ".type").orElse("")) + "\n"
                : NewItems.items(document, list, list).get(0).yaml() + "\n";
        String copied = fields.stream().filter(field -> !OWN.get(list).contains(field.name()))
                .flatMap(field -> Values.read(document, field, item + "." + field.name()).stream()
                        .map(value -> field.name() + ": " + written(field, value)))
                .collect(Collectors.joining("\n"));
        return list.equals("fileSystems") ? copied + "\n" + fresh : fresh + copied;
    }

    private static String written(FieldInfo field, String value) {
        boolean plain = field.kind() == FieldInfo.Kind.SCALAR && value.matches("\\w[\\w./% -]*");
        return plain ? value : field.kind() == FieldInfo.Kind.LIST ? Values.yaml(field, value) : Values.quoted(value);
    }
}
