// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.newscenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.quorate.app.NewScenario;
import org.quorate.app.NewScenario.Network;
import org.quorate.model.Cluster;
import org.quorate.model.OsRelease;
import org.quorate.ui.Messages;
import org.quorate.ui.newscenario.CheckedScenario.Step;

/** Nodes, network, LUN, and which file systems are compared on them. */
final class ClusterPage extends ChoicesPage {

    private static final int FIELD_WIDTH = 260;
    private static final int TEN = 10;

    private final NewScenarioPresenter presenter;
    private final Map<String, Button> types = new LinkedHashMap<>();
    private Spinner nodes;
    private Combo os;
    private Combo network;
    private Text size;
    private Combo device;
    private Button multipath;
    private boolean showing;

    ClusterPage(NewScenarioPresenter presenter, Runnable changed) {
        super(Step.CLUSTER, Messages.New_cluster_title, Messages.New_cluster_text, changed);
        this.presenter = presenter;
    }

    @Override
    void createContent(Composite parent) {
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 16;
        layout.verticalSpacing = 8;
        parent.setLayout(layout);
        label(parent, Messages.New_nodes);
        nodes = new Spinner(parent, SWT.BORDER);
        nodes.setValues(1, 1, Cluster.MOST_NODES, 0, 1, TEN);
        placed(nodes, Messages.New_nodes);
        nodes.addListener(SWT.Modify, event -> changed());
        os = combo(parent, Messages.New_os, Stream.of(OsRelease.values()).map(OsRelease::id).toList());
        network = combo(parent, Messages.New_network, Stream.of(Network.values()).map(Network::bandwidth).toList());
        label(parent, Messages.New_size);
        size = new Text(parent, SWT.BORDER | SWT.SINGLE);
        placed(size, Messages.New_size);
        size.addListener(SWT.Modify, event -> changed());
        device = combo(parent, Messages.New_device, NewScenarioPresenter.devices().stream().map(NewScenarioPresenter::word).toList());
        label(parent, "");
        multipath = new Button(parent, SWT.CHECK);
        multipath.setText(Messages.New_multipath);
        multipath.addListener(SWT.Selection, event -> changed());
        label(parent, Messages.New_file_systems);
        Composite row = new Composite(parent, SWT.NONE);
        RowLayout line = new RowLayout(SWT.HORIZONTAL);
        line.marginLeft = 0;
        row.setLayout(line);
        for (String type : NewScenario.TYPES) {
            Button check = new Button(row, SWT.CHECK);
            check.setText(type);
            check.addListener(SWT.Selection, event -> choose(() -> presenter.chooseFileSystem(type, check.getSelection())));
            types.put(type, check);
        }
        refresh();
    }

    private static void placed(Control control, String name) {
        GridData data = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        data.widthHint = FIELD_WIDTH;
        control.setLayoutData(data);
        named(control, name);
    }

    private Combo combo(Composite parent, String name, List<String> items) {
        label(parent, name);
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(items.toArray(String[]::new));
        placed(combo, name);
        combo.addListener(SWT.Selection, event -> changed());
        return combo;
    }

    private void changed() {
        if (!showing) {
            choose(() -> {
                presenter.chooseCluster(nodes.getSelection(), OsRelease.values()[os.getSelectionIndex()],
                        Network.values()[network.getSelectionIndex()]);
                presenter.chooseLun(size.getText(), NewScenarioPresenter.devices().get(device.getSelectionIndex()), multipath.getSelection());
            });
        }
    }

    @Override
    void refresh() {
        NewScenario choices = presenter.choices();
        showing = true;
        nodes.setSelection(choices.nodes());
        os.select(choices.os().ordinal());
        network.select(choices.network().ordinal());
        size.setText(choices.size());
        device.select(NewScenarioPresenter.devices().indexOf(choices.device()));
        multipath.setSelection(choices.multipath());
        types.forEach((type, check) -> check.setSelection(choices.fileSystems().contains(type)));
        showing = false;
    }
}
