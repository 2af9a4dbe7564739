// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.quorate.ui.Messages;
import org.quorate.ui.form.OutlineNode;

/** Texts and icons of the tree. */
final class OutlineLabels extends DelegatingStyledCellLabelProvider {

    OutlineLabels(Icons icons) {
        super(new Labels(icons));
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {

        private final Icons icons;

        Labels(Icons icons) {
            this.icons = icons;
        }

        @Override
        public StyledString getStyledText(Object element) {
            OutlineNode node = (OutlineNode) element;
            StyledString text = new StyledString(node.title());
            if (node.kind() == OutlineNode.Kind.LIST) {
                text.append("  " + node.children().size(), StyledString.COUNTER_STYLER);
            } else if (!node.present()) {
                text.append("  " + Messages.Form_default, StyledString.DECORATIONS_STYLER);
            }
            return text;
        }

        @Override
        public Image getImage(Object element) {
            return icons.image(Icons.nameOf(((OutlineNode) element).path()));
        }
    }
}
