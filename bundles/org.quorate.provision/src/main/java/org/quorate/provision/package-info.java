// SPDX-License-Identifier: EPL-2.0
/**
 * From a scenario to the scripts that set it up: a pure function to a typed plan of steps and a set of files.
 *
 * <p>Other bundles see this package, the plan ({@code plan}), its forms ({@code form}), exports as directories ({@code
 * directory}) and what differs between two ({@code difference}); the rest is exported to none. Inside, each package stands on
 * those before it: {@code plan}; {@code platform}, {@code text}; {@code site}; {@code rule}, {@code step}, {@code file}, {@code
 * pacemaker}, {@code check}; {@code script}; and this one.
 *
 * <p>Shell code lies in resources, one file a step, and holds no values; the values of a scenario are written into one
 * quoted file ({@code settings.sh}) and into configuration files, each by the rules of its own format. So no name of a
 * scenario is ever read as code. Sources of the procedures and limits: the provisioning reference, whose sections are
 * named where they are used.
 */
package org.quorate.provision;
