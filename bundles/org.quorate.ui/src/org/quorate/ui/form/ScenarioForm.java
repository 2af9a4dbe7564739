// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.quorate.model.yaml.FieldCatalog;
import org.quorate.model.yaml.FieldInfo;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.ui.Messages;
import org.quorate.ui.document.ScenarioSession;

/**
 * The presenter of the form page: which tree and which fields are to be seen, and what an input does. Knows no widgets.
 * Used by one thread.
 */
public final class ScenarioForm {

    /**
     * Something that can be added at the selected place.
     *
     * @param title as in "Add node"
     * @param path  of the list or the optional group
     * @param yaml  what it holds at first
     * @param item  it is an item of a list
     */
    public record Addition(String title, String path, String yaml, boolean item) {
    }

    private final ScenarioSession session;
    private final FieldTitles titles;
    private final Outline outline;
    private final FormSection section;
    private String selected;
    /** What the tree was made of, which takes a while. */
    private ScenarioDocument outlined;
    private OutlineNode tree;

    /** Of the whole scenario. */
    public ScenarioForm(ScenarioSession session, FieldTitles titles) {
        this(session, titles, FormSection.OVERVIEW);
    }

    /** Of the part of it that a page shows. */
    public ScenarioForm(ScenarioSession session, FieldTitles titles, FormSection section) {
        this.section = section;
        this.selected = section.roots().get(0);
        this.session = session;
        this.titles = titles;
        this.outline = new Outline(titles);
    }

    /** The tree; nothing while the text has errors. */
    public Optional<OutlineNode> outline() {
        return session.document().map(document -> {
            if (document != outlined) {
                outlined = document;
                tree = outline.of(document);
            }
            return tree;
        });
    }

    /** What stands at the top of the tree of this part; nothing while the text has errors. */
    public List<OutlineNode> roots() {
        return outline().map(root -> section.roots().stream().flatMap(path -> find(root, path).stream()).toList()).orElse(List.of());
    }

    /** Path of the place whose fields are to be seen. */
    public String selected() {
        return selected;
    }

    public void select(String path) {
        selected = path;
        session.endStep();
    }

    /** The selected place, or the nearest one around it that is still there. */
    public Optional<OutlineNode> selectedNode() {
        return outline().map(root -> {
            String path = selected;
            while (find(root, path).isEmpty()) {
                path = parent(path);
            }
            selected = path;
            return find(root, path).orElseThrow();
        });
    }

    private static Optional<OutlineNode> find(OutlineNode node, String path) {
        if (node.path().equals(path)) {
            return Optional.of(node);
        }
        return node.children().stream().flatMap(child -> find(child, path).stream()).findFirst();
    }

    /** {@code a.b[0].c}, {@code a.b[0]}, {@code a.b}, {@code a} and the root. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    /** What the selected place is, in a sentence; empty for the scenario and for items. */
    public String help() {
        return session.document().flatMap(document -> FieldCatalog.field(CatalogPath.of(document, selected)))
                .map(titles::translated).map(FieldInfo::help).orElse("");
    }

    /** The fields of the selected place. */
    public List<FieldRow> rows() {
        return session.document().filter(document -> !isList(document) && !mustBeAdded(document))
                .map(document -> outline.singleFields(document, selected).stream().map(titles::translated)
                        .map(field -> row(document, field)).toList())
                .orElse(List.of());
    }

    private FieldRow row(ScenarioDocument document, FieldInfo field) {
        String path = Outline.join(selected, field.name());
        ScenarioSession.Refused refused = session.refused().get(path);
        String title = titles.title(field.path());
        if (refused != null) {
            return new FieldRow(path, field, title, Optional.of(Values.shown(field, refused.value())),
                    Optional.of(explain(path, refused.problems())));
        }
        return new FieldRow(path, field, title, Values.read(document, field, path), Optional.empty());
    }

    /** What is wrong and what would be right; a problem elsewhere says where. */
    private static String explain(String path, List<Problem> problems) {
        return problems.stream().map(problem -> {
            String where = problem.path().equals(path) ? "" : problem.path() + ": ";
            String allowed = problem.allowed().isEmpty() ? "" : Messages.bind(Messages.Form_allowed, problem.allowed());
            return where + problem.message() + allowed;
        }).collect(Collectors.joining("\n"));
    }

    /** An input in a field; empty takes it back to its default. */
    public void enter(FieldRow row, String text) {
        String input = text.strip();
        String held = session.document().flatMap(document -> Values.read(document, row.field(), row.path())).orElse("");
        if (input.equals(held)) {
            session.forgetRefused(row.path());
        } else {
            session.setField(row.path(), Values.yaml(row.field(), input), Messages.bind(Messages.Edit_field, row.title()));
        }
    }

    /** The input has left the field: the next one is a step of its own for undo. */
    public void leave() {
        session.endStep();
    }

    private boolean isList(ScenarioDocument document) {
        return FieldCatalog.field(CatalogPath.of(document, selected))
                .filter(field -> field.kind() == FieldInfo.Kind.LIST).isPresent();
    }

    private boolean mustBeAdded(ScenarioDocument document) {
        return !selected.isEmpty() && !document.has(selected)
                && NewItems.group(CatalogPath.of(document, selected)).isPresent();
    }

    /** What can be added here: to the selected list, to the list of the selected item, or the selected group itself. */
    public List<Addition> additions() {
        return session.document().map(this::additions).orElse(List.of());
    }

    private List<Addition> additions(ScenarioDocument document) {
        if (mustBeAdded(document)) {
            String catalogPath = CatalogPath.of(document, selected);
            return List.of(new Addition(Messages.bind(Messages.Form_add, titles.title(catalogPath)), selected,
                    NewItems.group(catalogPath).orElseThrow(), false));
        }
        String list = selected.endsWith("]") ? parent(selected) : selected;
        String catalogPath = CatalogPath.of(document, list);
        if (FieldCatalog.field(catalogPath).filter(field -> field.kind() == FieldInfo.Kind.LIST).isEmpty()) {
            return List.of();
        }
        return NewItems.items(document, catalogPath, list).stream().map(template -> {
            String title = template.title().isEmpty() ? titles.item(catalogPath) : template.title();
            return new Addition(Messages.bind(Messages.Form_add, title), list, template.yaml(), true);
        }).toList();
    }

    /**
     * Adds and selects it.
     *
     * @return what is wrong with it; empty if it was added
     */
    public List<Problem> add(Addition addition) {
        List<Problem> problems = session.edit(uncapitalised(addition.title()), document -> addition.item()
                ? insert(document, addition.path(), addition.yaml()) : document.with(addition.path(), addition.yaml()));
        if (problems.isEmpty() && addition.item()) {
            selectLast(addition.path());
        }
        return problems;
    }

    private static ScenarioReading insert(ScenarioDocument document, String list, String yaml) {
        return list.equals(ClusterEdits.NODES) ? ClusterEdits.addNode(document, yaml) : document.insertItem(list, yaml);
    }

    private void selectLast(String list) {
        select(list + "[" + (session.document().orElseThrow().items(list) - 1) + "]");
    }

    /** The selected item can be added again under another name. */
    public boolean canDuplicate() {
        return session.document().isPresent() && Copies.LISTS.contains(selected.replaceFirst("\\[\\d+\\]$", "")) && selected.endsWith("]");
    }

    /**
     * Adds the selected item again, under a name that is free, and selects it.
     *
     * @return what is wrong with it; empty if it was added
     */
    public List<Problem> duplicate() {
        ScenarioDocument document = session.document().orElseThrow();
        String list = parent(selected);
        String yaml = Copies.of(document, selected, outline.singleFields(document, selected));
        String title = selectedNode().map(OutlineNode::title).orElse("");
        List<Problem> problems = session.edit(Messages.bind(Messages.Edit_duplicate, title), before -> insert(before, list, yaml));
        if (problems.isEmpty()) {
            selectLast(list);
        }
        return problems;
    }

    /**
     * Adds a portal of the LUN.
     *
     * @return what is wrong with it; empty if it was added
     */
    public List<Problem> addPortal() {
        return session.edit(Messages.Edit_add_portal, ClusterEdits::addPortal);
    }

    /**
     * Removes a portal of the LUN.
     *
     * @param path as in {@code lun.portals[0]}
     * @return what would be wrong without it; empty if it was removed
     */
    public List<Problem> removePortal(String path) {
        String address = session.document().flatMap(document -> document.value(path)).orElse("");
        return session.edit(Messages.bind(Messages.Edit_remove_portal, address), document -> ClusterEdits.removePortal(document, path));
    }

    /** The selected item, or optional group that stands in the text, can be taken away. */
    public boolean canRemove() {
        return session.document().filter(document -> !selected.isEmpty() && document.has(selected)
                && (selected.endsWith("]") || !isRequired(document))).isPresent();
    }

    private boolean isRequired(ScenarioDocument document) {
        return document.field(selected).required();
    }

    /**
     * Removes the selected place.
     *
     * @return what would be wrong without it; empty if it was removed
     */
    public List<Problem> remove() {
        String path = selected;
        String title = selectedNode().map(OutlineNode::title).orElse("");
        return session.edit(Messages.bind(Messages.Edit_remove, title), document -> path.startsWith(ClusterEdits.NODES + "[")
                ? ClusterEdits.removeNode(document, path) : document.removeItem(path));
    }

    /** Path of the place that has a field: what to select to see it. */
    public Optional<String> placeOf(String path) {
        return outline().map(root -> {
            String place = path;
            while (find(root, place).isEmpty()) {
                place = parent(place);
            }
            return place;
        });
    }

    private static String uncapitalised(String title) {
        return title.isEmpty() ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
