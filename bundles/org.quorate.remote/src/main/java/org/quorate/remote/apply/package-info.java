// SPDX-License-Identifier: EPL-2.0
/**
 * Runs the steps of an export on real nodes: what a run is asked for ({@link org.quorate.remote.apply.ApplyJob}), who watches it ({@link
 * org.quorate.remote.apply.ApplyListener}), who confirms it ({@link org.quorate.remote.apply.Confirmations}) and what came of it ({@link
 * org.quorate.remote.apply.ApplyResult}).
 *
 * <p>The steps stay the bash of the export, of which there is one copy: those of nodes run there, detached from the connection, so that a cut
 * ends none half-way and how each ended can be read afterwards; those of the administrator's machine run here, with connections of ours in the
 * place of ssh. What is about to be done is on the disk, in the audit log, before it begins.
 */
package org.quorate.remote.apply;
