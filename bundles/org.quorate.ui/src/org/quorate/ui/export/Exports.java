// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.export;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.prefs.Preferences;
import org.quorate.app.AtomicFile;
import org.quorate.ui.Messages;

/**
 * Writes what views show into files that the user chooses, and puts it on the clipboard. The folder of the last file is where the next
 * one is asked for, in later runs too. Used in the user interface's thread; files are made and written in the background.
 */
public final class Exports {

    private static final String FOLDER = "exportFolder";
    /** What no file system of the three platforms minds. */
    private static final String SAFE_NAME = "[^\\p{L}\\p{N}._ -]+";

    private final Preferences preferences;
    private final FileChooser chooser;

    /** With the file dialog of the platform. */
    public Exports(Preferences preferences) {
        this(preferences, Exports::ask);
    }

    public Exports(Preferences preferences, FileChooser chooser) {
        this.preferences = preferences;
        this.chooser = chooser;
    }

    /**
     * Asks where to, and writes it there; says so if that fails.
     *
     * @param name    that is proposed, without its end; what file names cannot hold is left out
     * @param content made when the place is known
     */
    public void save(Shell shell, String name, FileForm form, FileContent content) {
        String proposed = name.replaceAll(SAFE_NAME, " ").strip().replaceAll(" +", "-") + "." + form.extension();
        Optional<Path> chosen = chooser.choose(shell, preferences.get(FOLDER, ""), proposed, form);
        chosen.ifPresent(file -> {
            Path target = withEnd(file.toAbsolutePath(), form.extension());
            preferences.put(FOLDER, target.getParent().toString());
            // A name that the dialog did not see because its end was added here is not replaced without a word.
            boolean asked = target.equals(file.toAbsolutePath()) || !Files.exists(target)
                    || MessageDialog.openConfirm(shell, Messages.Export_title, Messages.bind(Messages.Export_replace, target.getFileName()));
            if (asked) {
                write(shell, target, content);
            }
        });
    }

    private static Path withEnd(Path file, String extension) {
        String name = file.getFileName().toString();
        return name.contains(".") ? file : file.resolveSibling(name + "." + extension);
    }

    private static void write(Shell shell, Path file, FileContent content) {
        Display display = shell.getDisplay();
        Job job = Job.create(Messages.bind(Messages.Export_writing, file.getFileName()), (ICoreRunnable) monitor -> {
            try {
                new AtomicFile().write(file, content.bytes(), true);
            } catch (IOException e) {
                display.asyncExec(() -> MessageDialog.openError(shell.isDisposed() ? null : shell, Messages.Export_title,
                        Messages.bind(Messages.Output_failed, file, reason(e))));
            }
        });
        job.schedule();
    }

    /** Without the path, which is said already. */
    private static String reason(IOException failure) {
        return failure instanceof FileSystemException known && known.getReason() != null ? known.getReason() : String.valueOf(failure.getMessage());
    }

    private static Optional<Path> ask(Shell shell, String folder, String name, FileForm form) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Messages.Export_title);
        dialog.setOverwrite(true);
        if (!folder.isEmpty()) {
            dialog.setFilterPath(folder);
        }
        dialog.setFilterExtensions(new String[] {"*." + form.extension()});
        dialog.setFilterNames(new String[] {form.title()});
        dialog.setFileName(name);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    public void copy(Display display, String text) {
        put(display, text, TextTransfer.getInstance());
    }

    public void copy(Display display, ImageData image) {
        put(display, image, ImageTransfer.getInstance());
    }

    private static void put(Display display, Object content, Transfer transfer) {
        if ("".equals(content)) {
            return;
        }
        Clipboard clipboard = new Clipboard(display);
        clipboard.setContents(new Object[] {content}, new Transfer[] {transfer});
        clipboard.dispose();
    }
}
