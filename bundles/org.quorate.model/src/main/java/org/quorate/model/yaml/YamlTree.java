// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.quorate.model.UnitFormat;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML text into a tree of {@link YamlNode}, within bounds: 1 MiB, nesting of 16, one document, no anchors,
 * aliases or tags (an alias in a scenario would make an edit of one place change another, and a few lines of aliases
 * can stand for gigabytes). Used once, by one thread.
 */
final class YamlTree {

    static final int MAX_BYTES = 1 << 20;
    static final int MAX_DEPTH = 16;

    /** Ends reading: what follows cannot be understood. The problem is recorded already. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A collection that is being read. */
    private record Open(CollectionStartEvent start, List<YamlNode> children) {
    }

    private final String text;
    private final String kind;
    private final Problems problems;
    private final int[] offsets;
    private final Deque<Open> open = new ArrayDeque<>();
    private YamlNode root;

    private YamlTree(String text, String kind, Problems problems) {
        this.text = text;
        this.kind = kind;
        this.problems = problems;
        this.offsets = offsets(text);
    }

    /** The root of the tree of a scenario; nothing if the text is empty or not YAML, which is then among the problems. */
    static Optional<YamlNode> read(String text, Problems problems) {
        return read(text, "a scenario", problems);
    }

    /** The same of another kind of files. */
    static Optional<YamlNode> read(String text, String kind, Problems problems) {
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            problems.error(Span.FILE, "", "the file is too large for " + kind, "at most 1 MiB");
            return Optional.empty();
        }
        YamlTree tree = new YamlTree(text, kind, problems);
        try {
            tree.readAll();
        } catch (Unreadable e) {
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            Span at = e.getProblemMark().or(e::getContextMark).map(mark -> tree.span(mark, mark)).orElse(Span.FILE);
            String context = e.getContext() == null ? "" : printable(e.getContext()) + ": ";
            problems.error(at, "", "this is not YAML: " + context + printable(e.getProblem()), "");
            return Optional.empty();
        } catch (ReaderException e) {
            problems.error(tree.place(e.getPosition()), "", "a character that YAML does not allow: U+"
                    + String.format("%04X", e.getCodePoint()), "printable characters, tab and line ends");
            return Optional.empty();
        } catch (YamlEngineException e) {
            problems.error(Span.FILE, "", "this is not YAML: " + printable(e.getMessage()), "");
            return Optional.empty();
        }
        return Optional.ofNullable(tree.root);
    }

    private void readAll() throws Unreadable {
        LoadSettings settings = LoadSettings.builder().setLabel(kind).setCodePointLimit(MAX_BYTES + 1).build();
        for (Event event : new Parse(settings).parseString(text)) {
            read(event);
        }
    }

    private void read(Event event) throws Unreadable {
        switch (event.getEventId()) {
            case Alias -> reject(event, "aliases (*" + ((AliasEvent) event).getAlias().getValue() + ")");
            case Scalar -> {
                checkNode((ScalarEvent) event, ((ScalarEvent) event).getTag());
                add(scalar((ScalarEvent) event));
            }
            case SequenceStart, MappingStart -> {
                checkNode((CollectionStartEvent) event, ((CollectionStartEvent) event).getTag());
                if (open.size() == MAX_DEPTH) {
                    reject(event, "more than " + MAX_DEPTH + " levels of nesting");
                }
                open.push(new Open((CollectionStartEvent) event, new ArrayList<>()));
            }
            case SequenceEnd, MappingEnd -> add(collection(open.pop(), event));
            case DocumentStart -> {
                if (root != null) {
                    reject(event, "more than one document");
                }
            }
            default -> {
                // Start and end of the stream and of the document carry nothing.
            }
        }
    }

    private void checkNode(NodeEvent event, Optional<String> tag) throws Unreadable {
        Optional<Anchor> anchor = event.getAnchor();
        if (anchor.isPresent()) {
            reject((Event) event, "anchors (&" + anchor.get().getValue() + ")");
        }
        if (tag.isPresent() && !tag.get().equals("!")) {
            reject((Event) event, "tags (" + printable(tag.get()) + ")");
        }
    }

    private void reject(Event event, String what) throws Unreadable {
        problems.error(span(event), "", kind + " has no " + what, "");
        throw new Unreadable();
    }

    private void add(YamlNode node) {
        if (open.isEmpty()) {
            root = node;
        } else {
            open.peek().children().add(node);
        }
    }

    private YamlNode scalar(ScalarEvent event) {
        boolean block = event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED;
        return new YamlNode.Scalar(event.getValue(), event.isPlain(), block, span(event));
    }

    private YamlNode collection(Open done, Event end) {
        Span span = span(done.start().getStartMark().orElseThrow(), end.getEndMark().orElseThrow());
        if (!(done.start() instanceof MappingStartEvent)) {
            return new YamlNode.Sequence(List.copyOf(done.children()), done.start().isFlow(), span);
        }
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (int i = 0; i + 1 < done.children().size(); i += 2) {
            if (done.children().get(i) instanceof YamlNode.Scalar key) {
                entries.add(new YamlNode.Entry(key, done.children().get(i + 1)));
            } else {
                problems.error(done.children().get(i).span(), "", "a key is a single word", "");
            }
        }
        return new YamlNode.Mapping(List.copyOf(entries), done.start().isFlow(), span);
    }

    private Span span(Event event) {
        return span(event.getStartMark().orElseThrow(), event.getEndMark().orElseThrow());
    }

    private Span span(Mark start, Mark end) {
        return new Span(offset(start.getIndex()), offset(end.getIndex()), start.getLine() + 1, start.getColumn() + 1);
    }

    /** The place of a code point, counted here because the reader's exceptions carry no mark. */
    private Span place(int codePoint) {
        int offset = offset(codePoint);
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Span(offset, offset, line, text.codePointCount(lineStart, offset) + 1);
    }

    private int offset(int codePoint) {
        return offsets.length == 0 ? Math.min(codePoint, text.length()) : offsets[Math.min(codePoint, offsets.length - 1)];
    }

    /** Offset of each code point, empty if that is the identity. */
    private static int[] offsets(String text) {
        int points = text.codePointCount(0, text.length());
        if (points == text.length()) {
            return new int[0];
        }
        int[] offsets = new int[points + 1];
        for (int i = 0, at = 0; i < points; i++) {
            offsets[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[points] = text.length();
        return offsets;
    }

    private static String printable(String message) {
        return UnitFormat.printable(message == null ? "" : message, 200);
    }
}
