// SPDX-License-Identifier: EPL-2.0
/**
 * Writing values of a scenario into the formats of other tools, so that none is ever read as code, and reading the texts that
 * are this bundle's resources. Internal to this bundle.
 */
package org.quorate.provision.text;
