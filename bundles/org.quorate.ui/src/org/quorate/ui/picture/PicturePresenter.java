// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.quorate.model.Scenario;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.Severity;
import org.quorate.ui.Messages;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.form.ScenarioForm;
import org.quorate.ui.picture.ClusterPicture.Direction;

/** The presenter of the picture of a cluster: what is chosen in it, and what can be done there. Knows no widgets. Used by one thread. */
public final class PicturePresenter {

    private static final String PORTAL = "lun.portals[";

    /**
     * Something that can be done.
     *
     * @param title   for people
     * @param enabled it can be done now
     * @param run     does it; what stands against it, or nothing
     */
    public record Action(String title, boolean enabled, Supplier<List<Problem>> run) {
    }

    private final ScenarioSession session;
    private final ScenarioForm form;
    private String portal = "";
    private ClusterPicture picture = new ClusterPicture(0, List.of(), List.of());

    /** @param form shows the fields of what is chosen */
    public PicturePresenter(ScenarioSession session, ScenarioForm form) {
        this.session = session;
        this.form = form;
    }

    /** The picture for a width in points; the last one while the text has errors. */
    public ClusterPicture layOut(int width) {
        session.scenario().ifPresent(scenario -> picture = layOut(scenario, width));
        return picture;
    }

    private ClusterPicture layOut(Scenario scenario, int width) {
        List<Problem> problems = session.problems();
        return PictureLayout.of(scenario, width, path -> worst(problems, path));
    }

    /** The worst problem of a place; those of parts with a shape of their own are theirs. */
    private static Optional<Shape.Problem> worst(List<Problem> problems, String path) {
        Stream<Problem> own = problems.stream().filter(problem -> problem.path().equals(path)
                || problem.path().startsWith(path + ".") && !problem.path().startsWith(PORTAL));
        return own.map(problem -> new Shape.Problem(problem.severity() == Severity.ERROR, problem.message()))
                .min((a, b) -> Boolean.compare(b.error(), a.error()));
    }

    /** The picture as it was laid out last. */
    public ClusterPicture picture() {
        return picture;
    }

    /** The shape whose fields are shown, or that they are a part of. */
    public Optional<Shape> chosen() {
        if (form.selected().equals("lun") && picture.shape(portal).isPresent()) {
            return picture.shape(portal);
        }
        String selected = form.selected();
        return picture.shapes().stream().filter(shape -> selected.equals(shape.path()) || selected.startsWith(shape.path() + "."))
                .findFirst();
    }

    /** Chooses a shape by its path; the empty path is the scenario itself. */
    public void choose(String path) {
        portal = path.startsWith(PORTAL) ? path : "";
        form.select(path.startsWith(PORTAL) ? "lun" : form.placeOf(path).orElse(""));
    }

    /** Chooses the next shape in a direction. */
    public void move(Direction direction) {
        picture.next(chosen(), direction).ifPresent(shape -> choose(shape.path()));
    }

    /** The field to begin with when what is chosen is to be edited; empty: the first one. */
    public String field() {
        return portal.isEmpty() ? "" : "lun.portals";
    }

    /** What can be added, in the order of buttons; file systems come last. */
    public List<Action> additions() {
        boolean editable = session.document().isPresent();
        Stream<Action> parts = Stream.of(new Action(Messages.Picture_add_node, editable, () -> add("cluster.nodes", 0)),
                new Action(Messages.Picture_add_portal, editable, this::addPortal));
        return parts.toList();
    }

    /** A file system of each type can be added. */
    public List<Action> fileSystems() {
        return at("fileSystems").stream().map(addition -> new Action(addition.title(), true, () -> add(addition))).toList();
    }

    /** What can be done with the chosen shape. */
    public List<Action> changes() {
        return List.of(new Action(Messages.Picture_duplicate, canDuplicate(), this::duplicate),
                new Action(Messages.Picture_remove, canRemove(), this::remove));
    }

    private List<ScenarioForm.Addition> at(String list) {
        String before = form.selected();
        form.select(list);
        List<ScenarioForm.Addition> additions = form.additions();
        form.select(before);
        return additions;
    }

    private List<Problem> add(String list, int which) {
        return add(at(list).get(which));
    }

    private List<Problem> add(ScenarioForm.Addition addition) {
        portal = "";
        return form.add(addition);
    }

    private List<Problem> addPortal() {
        List<Problem> problems = form.addPortal();
        if (problems.isEmpty()) {
            choose(PORTAL + (session.scenario().orElseThrow().lun().portals().size() - 1) + "]");
        }
        return problems;
    }

    private boolean canDuplicate() {
        return portal.isEmpty() && form.canDuplicate();
    }

    private List<Problem> duplicate() {
        return canDuplicate() ? form.duplicate() : List.of();
    }

    private boolean canRemove() {
        return portal.isEmpty() ? form.canRemove() : session.document().filter(document -> document.has(portal)).isPresent();
    }

    private List<Problem> remove() {
        if (!canRemove()) {
            return List.of();
        }
        if (portal.isEmpty()) {
            return form.remove();
        }
        List<Problem> problems = form.removePortal(portal);
        portal = problems.isEmpty() ? "" : portal;
        return problems;
    }
}
