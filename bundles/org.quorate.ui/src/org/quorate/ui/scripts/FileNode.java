// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;

/**
 * A file or a folder of an export. Immutable.
 *
 * @param name     last part of its path
 * @param file     what it holds; absent: a folder
 * @param checksum SHA-256 of its bytes, 64 hexadecimal digits; empty of a folder
 * @param children of a folder
 */
record FileNode(String name, Optional<GeneratedFile> file, String checksum, List<FileNode> children) {

    FileNode {
        children = List.copyOf(children);
    }

    /** The tree of files with slashes in their paths, in their order. */
    static List<FileNode> tree(List<GeneratedFile> files) {
        return level(files, 0);
    }

    private static List<FileNode> level(List<GeneratedFile> files, int from) {
        Map<String, List<GeneratedFile>> folders = new LinkedHashMap<>();
        List<FileNode> nodes = new ArrayList<>();
        List<FileNode> leaves = new ArrayList<>();
        for (GeneratedFile file : files) {
            String[] parts = file.path().split("/");
            if (parts.length == from + 1) {
                leaves.add(new FileNode(parts[from], Optional.of(file), Checksums.sha256(file.content()), List.of()));
            } else {
                folders.computeIfAbsent(parts[from], name -> new ArrayList<>()).add(file);
            }
        }
        folders.forEach((name, inside) -> nodes.add(new FileNode(name, Optional.empty(), "", level(inside, from + 1))));
        nodes.addAll(leaves);
        return nodes;
    }
}
