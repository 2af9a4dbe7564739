// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/** Classes of devices with preset service times; the YAML name is the lower case with hyphens. */
public enum DeviceClass { NVME, SATA_SSD, HYBRID_ARRAY, DISK_7200, LAB_IMAGE_FILE, CUSTOM }
