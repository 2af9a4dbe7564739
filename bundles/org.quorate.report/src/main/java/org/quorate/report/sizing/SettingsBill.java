// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.FieldCatalog;
import org.quorate.model.yaml.FieldInfo;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioWriter;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.Row;

/**
 * Fields of a scenario with their values, what they do, and whether they have their defaults: as its canonical form and the description of
 * the format say.
 *
 * @param document in canonical form, every field written
 */
record SettingsBill(ScenarioDocument document) {

    private static final List<Column> COLUMNS = List.of(new Column("Setting", Align.TEXT), new Column("Value", Align.TEXT),
            new Column("What it does", Align.TEXT), new Column("Why this value", Align.TEXT));
    /** Fields of a mapping within the cluster or the LUN: lists have tables of their own, costs of hosts stand with the limits. */
    private static final Pattern CLUSTER = Pattern.compile("cluster\\.(?!nodes|hardware|fencing\\.devices).+");
    private static final Pattern MOUNT = Pattern.compile("mountPoint|application\\..+");
    /** What a file system is and how it is called: its table says it in its title. */
    private static final Set<String> NAMES = Set.of("type", "label");
    private static final Pattern LUN = Pattern.compile("lun\\..+");

    /** Absent if the scenario has names that no scenario file can have. */
    static Optional<SettingsBill> of(Scenario scenario) {
        return ScenarioReader.read(scenario.name(), ScenarioWriter.write(scenario)).document().map(SettingsBill::new);
    }

    Table cluster() {
        return table("Cluster", CLUSTER);
    }

    Table lun() {
        return table("LUN", LUN);
    }

    Table mount() {
        return table("Mount and application", MOUNT);
    }

    private Table table(String title, Pattern paths) {
        List<Row> rows = new ArrayList<>();
        for (FieldInfo field : FieldCatalog.fields()) {
            if (paths.matcher(field.path()).matches() && !field.path().contains("[")) {
                row(field, field.path(), field.path().substring(field.path().indexOf('.') + 1)).ifPresent(rows::add);
            }
        }
        return new Table(title, COLUMNS, rows, "");
    }

    /** @param index of the file system in the scenario */
    Table fileSystem(FileSystemSpec spec, int index) {
        String place = "fileSystems[" + index + "]";
        String catalog = "fileSystems[" + document.value(place + ".type").orElseThrow() + "].";
        List<Row> rows = new ArrayList<>();
        for (FieldInfo field : FieldCatalog.fields()) {
            if (field.path().startsWith(catalog) && !NAMES.contains(field.name())) {
                row(field, place + "." + field.name(), field.name()).ifPresent(rows::add);
            }
        }
        return new Table("File system " + spec.label(), COLUMNS, rows, "");
    }

    /** Absent if the field has no value. */
    private Optional<Row> row(FieldInfo field, String place, String name) {
        return document.value(place).map(value -> new CellRow(List.of(new Cell.Text(name), new Cell.Text(value), new Cell.Text(field.help()),
                new Cell.Text(why(field, place)))));
    }

    /** It has its default if that is written so, or if the scenario without it is the same: some defaults follow from other fields. */
    private String why(FieldInfo field, String place) {
        if (field.required()) {
            return "given: it has no default";
        }
        boolean same = document.value(place).filter(field.standard()::equals).isPresent()
                || document.removeItem(place).document().map(ScenarioDocument::scenario).filter(document.scenario()::equals).isPresent();
        return (same ? "default" : "given instead of the default") + (field.standard().isEmpty() ? "" : " (" + field.standard() + ")")
                + (field.source().isEmpty() ? "" : "; source: " + field.source());
    }
}
