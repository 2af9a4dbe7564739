// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.listing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.intake.Imported;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Lines;
import org.quorate.intake.LunFigures;
import org.quorate.intake.Names;
import org.quorate.intake.Rejects;
import org.quorate.intake.SizeStatistics;
import org.quorate.model.FileSet;

/**
 * Reads a listing of files with their sizes into sets of files: one for each directory just below the deepest one that holds
 * all, as long as it has a share worth telling. Pure function of the file, thread-safe.
 */
public final class ListingReader {

    /** Who wrote it. */
    public enum Form {
        /** {@code find DIR -type f -printf '%s %p\n'} (or {@code \0}). */
        FIND,
        /** {@code du -a}, in KiB of disk blocks, or {@code du -ah}. */
        DU,
        /** {@code du -ab}: in bytes. */
        DU_BYTES
    }

    private static final Pattern FIND_LINE = Pattern.compile("([0-9]{1,16}) ([^\\x00]+)", Pattern.DOTALL);
    private static final Pattern DU_LINE = Pattern.compile("([0-9]{1,16}(?:\\.[0-9])?)([KMGTP]?)\t([^\\x00]+)", Pattern.DOTALL);
    private static final String UNITS = "KMGTP";
    private static final long MOST_FILE_BYTES = 1L << 50;
    /** The model's most files of a set. */
    private static final long MOST_FILES = 100_000_000;
    /** Sets beside the one for all other files. */
    private static final int MOST_SETS = 8;
    /** Share of all files or bytes that makes a set worth telling. */
    private static final double LEAST_SHARE = 0.05;

    private final Form form;
    private final Rejects rejects = new Rejects();
    private final Tree tree = new Tree();
    private final List<String> remarks = new ArrayList<>();
    private long files;
    private long directoryLines;

    private ListingReader(Form form) {
        this.form = form;
    }

    /**
     * Reads a listing of up to 1 GiB, in memory for about a million directories.
     *
     * @throws IntakeException if no line is one of such a listing, or it is too large
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Imported read(Form form, IntakeSource source) throws IOException {
        return new ListingReader(form).read(source);
    }

    private Imported read(IntakeSource source) throws IOException {
        Lines lines = new Lines(source, rejects);
        for (String line = lines.next(); line != null; line = lines.next()) {
            line(lines.number(), line);
        }
        if (files == 0) {
            throw rejects.useless("there is no file in it", "of the form " + (form == Form.FIND
                    ? "SIZE PATH, as find DIR -type f -printf '%s %p\\n' writes it" : "SIZE, tabulator, PATH, as du -a writes it"));
        }
        describe();
        List<FileSet> sets = new ArrayList<>();
        Names names = new Names(List.of());
        chosen().forEach((name, group) -> sets.add(set(names.next(name, "files"), name, group)));
        return new Imported(sets, List.of(), LunFigures.NONE, remarks, rejects.list());
    }

    private void line(long number, String line) {
        Matcher matcher = (form == Form.FIND ? FIND_LINE : DU_LINE).matcher(line);
        if (!matcher.matches()) {
            rejects.add(number, line, line.isEmpty() ? "empty" : "no size and path (a line feed in a name makes such lines; find -printf "
                    + "'%s %p\\0' and du -0 do not)");
            return;
        }
        String path = matcher.group(matcher.groupCount());
        double size = Double.parseDouble(matcher.group(1)) * (form == Form.DU ? unit(matcher.group(2)) : 1);
        if (form == Form.DU_BYTES && !matcher.group(2).isEmpty()) {
            rejects.add(number, line, "a size with a unit is no number of bytes; this is the form of du -ah");
        } else if (size > MOST_FILE_BYTES) {
            rejects.add(number, line, "larger than 1 PiB");
        } else if (path.endsWith("/")) {
            rejects.add(number, line, "a directory, not a file");
        } else if (!Tree.isOfAFile(path)) {
            rejects.add(number, line, "more than " + Tree.MOST_DEPTH + " directories deep");
        } else if (form != Form.FIND && tree.isDirectory(path)) {
            directoryLines++;
        } else {
            tree.file(path, Math.round(size));
            files++;
        }
    }

    private static double unit(String letter) {
        return letter.isEmpty() ? 1024 : StrictMath.pow(1024, UNITS.indexOf(letter) + 1);
    }

    private void describe() {
        remarks.add(files + " files below " + (tree.root().isEmpty() ? "several places" : Rejects.shown(tree.root()))
                + "; each directory with 5 % of the files or bytes is a set; operations that use it are still to be written");
        if (form == Form.DU) {
            remarks.add("du counts blocks of the disk, so that sizes are rounded up and holes are left out; du -ab (kind du-bytes) and find do not");
        }
        if (form != Form.FIND) {
            remarks.add(directoryLines + " lines are sums of directories and left out; an empty directory or a symbolic link cannot be told from a file"
                    + (tree.cut() ? ", and neither can a directory beyond the first two million" : ""));
        }
    }

    /** The groups worth a set, the largest first, and the rest as one. */
    private Map<String, Group> chosen() {
        double bytes = tree.groups().values().stream().mapToDouble(group -> group.sizes().moments().sum()).sum();
        List<Map.Entry<String, Group>> sorted = new ArrayList<>(tree.groups().entrySet());
        sorted.sort(Comparator.comparing((Map.Entry<String, Group> entry) -> -entry.getValue().files()).thenComparing(Map.Entry::getKey));
        Map<String, Group> chosen = new LinkedHashMap<>();
        Optional<Group> rest = Optional.empty();
        for (Map.Entry<String, Group> entry : sorted) {
            Group group = entry.getValue();
            boolean worth = group.files() >= LEAST_SHARE * files || group.sizes().moments().sum() >= LEAST_SHARE * bytes;
            if (worth && chosen.size() < MOST_SETS && !entry.getKey().equals(Tree.REST)) {
                String root = tree.root().substring(tree.root().lastIndexOf('/') + 1);
                chosen.merge(entry.getKey().equals(Tree.ITSELF) ? root : entry.getKey(), group, ListingReader::together);
            } else if (rest.isPresent()) {
                rest.get().add(group);
            } else {
                rest = Optional.of(group);
            }
        }
        rest.ifPresent(group -> chosen.merge("other", group, ListingReader::together));
        return chosen;
    }

    private static Group together(Group one, Group other) {
        one.add(other);
        return one;
    }

    private FileSet set(String name, String original, Group group) {
        SizeStatistics sizes = group.sizes();
        SizeStatistics.Fit fit = sizes.fit();
        long directories = Math.max(1, Math.min(Tree.MOST_DIRECTORIES, group.directories()));
        remarks.add(name + (name.equals(original) ? "" : " (" + Rejects.shown(original) + ")") + ": " + group.files() + " files in "
                + directories + (directories == 1 ? " directory" : " directories") + ", names of " + group.meanNameLength()
                + " bytes; sizes: " + fit.words()
                + (sizes.moments().zeros() > 0 ? "; " + sizes.moments().zeros() + " empty files are left out of the sizes" : ""));
        if (group.files() > MOST_FILES || group.directories() >= Tree.MOST_DIRECTORIES) {
            remarks.add(name + ": cut to the model's most, 100 million files and a million directories");
        }
        boolean tree = directories > 1;
        return new FileSet(name, name, Math.min(MOST_FILES, group.files()), fit.distribution(),
                tree ? FileSet.Layout.TREE : FileSet.Layout.SHARED, (int) directories, Optional.empty(), FileSet.Made.AT_START,
                group.meanNameLength());
    }
}
