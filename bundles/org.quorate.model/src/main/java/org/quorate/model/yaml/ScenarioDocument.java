// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.quorate.model.Scenario;

/**
 * A scenario file that was read without error: its text and what it says. Immutable, thread-safe; an edit gives a new
 * one, so that undo is a list of documents.
 *
 * <p>Edits change only the characters of the value in question: comments, order and style of everything else stay.
 * Places are written as in problems: {@code cluster.nodes[0].address}. A path that the format does not know, or an item
 * that is not there, is a mistake of the caller: {@link IllegalArgumentException}. A value that is not allowed is one
 * of the user: the reading has no document, but problems, and this document is still there.
 */
public final class ScenarioDocument {

    private final String fileName;
    private final String text;
    private final YamlNode root;
    private final Scenario scenario;

    ScenarioDocument(String fileName, String text, YamlNode root, Scenario scenario) {
        this.fileName = fileName;
        this.text = text;
        this.root = root;
        this.scenario = scenario;
    }

    /** Name of the file, as the reader was given it. */
    public String fileName() {
        return fileName;
    }

    /** The YAML text, with its comments. */
    public String text() {
        return text;
    }

    /** What it says, with all defaults filled in. */
    public Scenario scenario() {
        return scenario;
    }

    /** The field stands in the text, rather than having its default. */
    public boolean has(String path) {
        return editor().find(YamlPath.of(path)).isPresent();
    }

    /** The text of a single value as it stands in the file, without quotes; nothing if it is absent. */
    public Optional<String> value(String path) {
        return editor().find(YamlPath.of(path)).filter(YamlNode.Scalar.class::isInstance)
                .map(node -> ((YamlNode.Scalar) node).text());
    }

    /** Number of items of a list in the text, 0 if it is absent. */
    public int items(String listPath) {
        return editor().find(YamlPath.of(listPath)).filter(YamlNode.Sequence.class::isInstance)
                .map(node -> ((YamlNode.Sequence) node).items().size()).orElse(0);
    }

    /** What is to be known of the field at a path; a contender's fields depend on its type. */
    public FieldInfo field(String path) {
        Located located = locate(YamlPath.of(path));
        return located.field() == null ? FieldCatalog.info(new Field<>(String.valueOf(located.path().last()),
                located.type(), true, Optional.empty(), "", "", ""), path) : FieldCatalog.info(located.field(), path);
    }

    /**
     * The places of the single values that a path names. Beyond the paths of problems, list items may be named
     * ({@code cluster.nodes[web1].memory}, {@code fileSystems[gfs2].journals}) or all be meant
     * ({@code cluster.nodes[].memory}), as {@link FieldInfo#path()} writes it.
     *
     * @return one or more, each fit for {@link #with} and {@link #field}
     * @throws IllegalArgumentException with a message for the user: which part is wrong, what is allowed, what was
     *                                  probably meant
     */
    public List<String> places(String path) {
        return new Places(root).find(path).stream().map(YamlPath::toString).toList();
    }

    /**
     * Sets several single values at once: only the outcome has to be valid, not what lies between.
     *
     * @param values plain text by place, as {@link #places} gives them
     */
    public ScenarioReading with(Map<String, String> values) {
        ScenarioDocument edited = this;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            YamlPath place = YamlPath.of(entry.getKey());
            if (!(edited.locate(place).type() instanceof ScalarType<?> scalar)) {
                throw new IllegalArgumentException("no single value: " + entry.getKey());
            }
            String next = edited.replaced(place, YamlText.scalar(entry.getValue(), scalar.unquoted()));
            Optional<YamlNode> tree = edited.meant(next, plain -> PlainTree.set(plain, place, entry.getValue()));
            if (tree.isEmpty()) {
                return refused(entry.getKey());
            }
            edited = new ScenarioDocument(fileName, next, tree.get(), scenario);
        }
        return ScenarioReader.read(fileName, edited.text);
    }

    /**
     * Sets one field, adding its key (and mappings around it) if it is absent.
     *
     * @param path      of a single value, or of a list or mapping as a whole
     * @param yamlValue the value: for a single value its plain text, which is quoted as needed and cannot break out of
     *                  its place; for a list or mapping YAML of any form, which becomes one line
     */
    public ScenarioReading with(String path, String yamlValue) {
        YamlPath place = YamlPath.of(path);
        Located located = locate(place);
        String value;
        Object plain;
        if (located.type() instanceof ScalarType<?> scalar) {
            value = YamlText.scalar(yamlValue, scalar.unquoted());
            plain = yamlValue;
        } else {
            YamlNode node = parse(yamlValue);
            value = YamlText.flow(node);
            plain = PlainTree.of(node);
        }
        return checked(replaced(place, value), path, tree -> PlainTree.set(tree, place, plain));
    }

    private String replaced(YamlPath place, String value) {
        boolean present = editor().find(place).isPresent();
        if (!present && place.last() instanceof Integer) {
            throw new IllegalArgumentException("no such item: " + place);
        }
        return present ? editor().replace(place, value) : insert(place, List.of(" " + value), value);
    }

    /**
     * Adds an item at the end of a list, and the list if it is absent.
     *
     * @param listPath  of the list
     * @param yamlBlock the item as YAML, without a dash: lines of keys, or a single value
     */
    public ScenarioReading insertItem(String listPath, String yamlBlock) {
        YamlPath place = YamlPath.of(listPath);
        if (!(locate(place).type() instanceof FieldType.ListOf)) {
            throw new IllegalArgumentException("not a list: " + listPath);
        }
        YamlNode item = parse(yamlBlock);
        List<String> lines = YamlText.dedent(yamlBlock);
        String edited;
        if (editor().find(place).isPresent()) {
            edited = editor().appendItem(place, lines, YamlText.flow(item));
        } else {
            List<String> block = new ArrayList<>(List.of("", "  - " + lines.get(0)));
            lines.subList(1, lines.size()).forEach(line -> block.add("    " + line));
            edited = insert(place, block, "[" + YamlText.flow(item) + "]");
        }
        return checked(edited, listPath, tree -> PlainTree.add(tree, place, PlainTree.of(item)));
    }

    /** Removes a list item, or a key, whose field then has its default. The only key of a mapping takes it along. */
    public ScenarioReading removeItem(String path) {
        YamlPath place = YamlPath.of(path);
        if (editor().find(place).isEmpty()) {
            throw new IllegalArgumentException("no such item: " + path);
        }
        return checked(editor().remove(place), path, tree -> removeWithEmptyParents(tree, place));
    }

    private void removeWithEmptyParents(Object tree, YamlPath place) {
        PlainTree.remove(tree, place);
        YamlPath parent = place.parent();
        boolean only = !parent.isRoot() && place.last() instanceof String && parent.last() instanceof String
                && editor().find(parent).orElseThrow() instanceof YamlNode.Mapping mapping && mapping.entries().size() == 1;
        if (only) {
            removeWithEmptyParents(tree, parent);
        }
    }

    /** Inserts an absent key below the nearest mapping that is there. */
    private String insert(YamlPath place, List<String> block, String flow) {
        YamlPath parent = place.parent();
        List<String> lines = block;
        String key = (String) place.last();
        String inFlow = flow;
        while (editor().find(parent).isEmpty()) {
            if (!(parent.last() instanceof String parentKey)) {
                throw new IllegalArgumentException("no such item: " + parent);
            }
            List<String> nested = new ArrayList<>(List.of("", "  " + key + ":" + lines.get(0)));
            lines.subList(1, lines.size()).forEach(line -> nested.add("  " + line));
            lines = nested;
            inFlow = "{" + key + ": " + inFlow + "}";
            key = parentKey;
            parent = parent.parent();
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) editor().find(parent).orElseThrow();
        return editor().insertKey(parent, key, before(parent, key), mapping.flow() ? List.of(inFlow) : lines);
    }

    /** The keys that the format has before a key. */
    private List<String> before(YamlPath parent, String key) {
        FieldType.Mapping mapping = (FieldType.Mapping) locate(parent).type();
        List<String> names = mapping.fields().stream().map(Field::name).toList();
        return names.subList(0, names.indexOf(key));
    }

    /** Reads the edited text, and makes sure that it says what was meant and nothing else. */
    private ScenarioReading checked(String edited, String path, Consumer<Object> meant) {
        return meant(edited, meant).isPresent() ? ScenarioReader.read(fileName, edited) : refused(path);
    }

    /** The tree of the edited text, if it is what was meant. */
    private Optional<YamlNode> meant(String edited, Consumer<Object> meant) {
        Object expected = PlainTree.of(root);
        meant.accept(expected);
        return YamlTree.read(edited, new Problems(fileName)).filter(tree -> PlainTree.of(tree).equals(expected));
    }

    private ScenarioReading refused(String path) {
        Problems problems = new Problems(fileName);
        problems.error(Span.FILE, path, "cannot be edited in place here; please change the text by hand", "");
        return new ScenarioReading(Optional.empty(), problems.inFileOrder());
    }

    private static YamlNode parse(String yaml) {
        Problems problems = new Problems("value");
        return YamlTree.read(yaml, problems).orElseThrow(() -> new IllegalArgumentException("not YAML: "
                + problems.inFileOrder().stream().map(Problem::message).findFirst().orElse("nothing")));
    }

    private YamlEditor editor() {
        return new YamlEditor(text, root);
    }

    /** What the format says of a place. The field is null for the root and for list items. */
    private record Located(YamlPath path, FieldType<?> type, Field<?> field) {
    }

    private Located locate(YamlPath path) {
        FieldType<?> type = ScenarioFields.TYPE;
        Field<?> field = null;
        YamlPath at = new YamlPath(List.of());
        for (Object step : path.steps()) {
            at = at.child(step);
            if (step instanceof Integer && type instanceof FieldType.ListOf<?> list) {
                field = null;
                type = list.element() instanceof FieldType.OneOf variants ? variant(variants, at) : list.element();
            } else if (type instanceof FieldType.Mapping mapping) {
                field = mapping.fields().stream().filter(known -> known.name().equals(step)).findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such field: " + path));
                type = field.type();
            } else {
                throw new IllegalArgumentException("no such field: " + path);
            }
        }
        return new Located(path, type, field);
    }

    private FieldType.Mapping variant(FieldType.OneOf variants, YamlPath item) {
        return editor().find(item.child(FieldType.OneOf.KEY)).map(node -> ((YamlNode.Scalar) node).text())
                .map(variants.variants()::get)
                .orElseThrow(() -> new IllegalArgumentException("no such item: " + item));
    }
}
