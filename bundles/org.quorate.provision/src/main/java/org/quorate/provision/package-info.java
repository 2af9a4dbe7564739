// SPDX-License-Identifier: EPL-2.0
/**
 * From a scenario to the scripts that set it up: a pure function to a typed plan of steps and a set of files, and the
 * writer that puts them into a directory.
 *
 * <p>Shell code lies in resources, one file a step, and holds no values; the values of a scenario are written into one
 * quoted file ({@code settings.sh}) and into configuration files, each by the rules of its own format. So no name of a
 * scenario is ever read as code. Sources of the procedures and limits: the provisioning reference, whose sections are
 * named where they are used.
 */
package org.quorate.provision;
