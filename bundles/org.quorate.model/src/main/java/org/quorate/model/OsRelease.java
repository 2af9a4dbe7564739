// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * Operating system releases that scripts are written for (provisioning reference, section 1.0). The YAML name is
 * {@link #id()}.
 */
public enum OsRelease {
    UBUNTU_16_04("ubuntu-16.04"),
    UBUNTU_18_04("ubuntu-18.04"),
    UBUNTU_20_04("ubuntu-20.04"),
    UBUNTU_22_04("ubuntu-22.04"),
    UBUNTU_24_04("ubuntu-24.04"),
    DEBIAN_12("debian-12"),
    RHEL_8("rhel-8"),
    RHEL_9("rhel-9"),
    RHEL_10("rhel-10"),
    ORACLE_8("oracle-8"),
    ORACLE_9("oracle-9"),
    SLES_15("sles-15");

    private final String id;

    OsRelease(String id) {
        this.id = id;
    }

    /** The name in a scenario file, as in {@code ubuntu-22.04}. */
    public String id() {
        return id;
    }
}
