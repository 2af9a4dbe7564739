// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.net.URL;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.Bundle;

/** The bundle's own icons; SVG, so that they are sharp at every scale. Used in the user interface's thread. */
public final class Icons {

    private final Bundle bundle;
    private final ImageRegistry registry;

    /** @param registry holds and disposes the images */
    public Icons(Bundle bundle, ImageRegistry registry) {
        this.bundle = bundle;
        this.registry = registry;
    }

    /** @param name of a file in the folder icons, without its end */
    public Image image(String name) {
        String key = "org.quorate.ui/" + name;
        if (registry.getDescriptor(key) == null) {
            registry.put(key, descriptor(name));
        }
        return registry.get(key);
    }

    /** @param name of a file in the folder icons, without its end */
    public ImageDescriptor descriptor(String name) {
        URL entry = bundle.getEntry("icons/" + name + ".svg");
        return ImageDescriptor.createFromURL(entry);
    }

    /** The icon of a place in a scenario. */
    static String nameOf(String path) {
        String place = path.replaceAll("\\[\\d+\\]", "");
        return switch (place) {
            case "" -> "scenario";
            case "cluster", "cluster.interconnect" -> "cluster";
            case "cluster.nodes", "cluster.hardware" -> "node";
            case "cluster.fencing", "cluster.fencing.devices" -> "fence";
            case "lun", "lun.service", "lun.chap" -> "lun";
            case "fileSystems" -> "filesystem";
            case "targets", "study" -> "target";
            default -> place.startsWith("workload.fileSets") ? "files" : place.startsWith("workload") ? "workload" : "settings";
        };
    }
}
