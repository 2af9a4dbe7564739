// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.quorate.model.yaml.FieldCatalog;
import org.quorate.model.yaml.FieldInfo;
import org.quorate.model.yaml.ScenarioDocument;

/** The tree of a scenario: what has several fields is a node, single fields belong to the form of their node. */
public final class Outline {

    private final FieldTitles titles;
    private final List<FieldInfo> catalog = FieldCatalog.fields();

    public Outline(FieldTitles titles) {
        this.titles = titles;
    }

    /** The scenario itself, with everything below it. */
    public OutlineNode of(ScenarioDocument document) {
        return new OutlineNode("", OutlineNode.Kind.GROUP, titles.title(""), true, children(document, ""));
    }

    private List<OutlineNode> children(ScenarioDocument document, String path) {
        return fields(document, path).filter(field -> !isSingle(field)).map(field -> {
            String place = join(path, field.name());
            boolean list = field.kind() == FieldInfo.Kind.LIST;
            return new OutlineNode(place, list ? OutlineNode.Kind.LIST : OutlineNode.Kind.GROUP,
                    titles.title(field.path()), document.has(place),
                    list ? items(document, place) : children(document, place));
        }).toList();
    }

    private List<OutlineNode> items(ScenarioDocument document, String list) {
        List<OutlineNode> items = new ArrayList<>();
        for (int i = 0; i < document.items(list); i++) {
            String place = list + "[" + i + "]";
            items.add(new OutlineNode(place, OutlineNode.Kind.ITEM, itemTitle(document, place, i), true,
                    children(document, place)));
        }
        return items;
    }

    /** What tells an item from its neighbours: the first of its fields that has a value and names something. */
    private static String itemTitle(ScenarioDocument document, String place, int index) {
        Optional<String> name = Stream.of("label", "name", "operation", "figure", "node", "type")
                .flatMap(key -> document.value(place + "." + key).stream()).findFirst();
        String set = document.value(place + ".fileSet").map(fileSet -> " · " + fileSet).orElse("");
        return name.map(text -> text + set).orElse("#" + (index + 1));
    }

    /** The single fields of a place, in the order of the format. */
    public List<FieldInfo> singleFields(ScenarioDocument document, String path) {
        return fields(document, path).filter(this::isSingle).toList();
    }

    private Stream<FieldInfo> fields(ScenarioDocument document, String path) {
        String prefix = path.isEmpty() ? "" : CatalogPath.of(document, path) + ".";
        return catalog.stream().filter(field -> field.path().startsWith(prefix)
                && field.path().indexOf('.', prefix.length()) < 0);
    }

    /** A value, or a list of values: it needs no form of its own. */
    private boolean isSingle(FieldInfo field) {
        return field.kind() == FieldInfo.Kind.SCALAR || field.kind() == FieldInfo.Kind.LIST
                && catalog.stream().noneMatch(other -> other.path().startsWith(field.path() + "["));
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
