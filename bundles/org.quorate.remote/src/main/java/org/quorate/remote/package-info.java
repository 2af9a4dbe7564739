// SPDX-License-Identifier: EPL-2.0
/**
 * Real nodes over SSH, behind a small interface of our own: {@link org.quorate.remote.Connector} opens a {@link org.quorate.remote.RemoteShell}
 * on a {@link org.quorate.remote.Target}, which runs a {@link org.quorate.remote.Command} and gives its {@link org.quorate.remote.Result}.
 * Host keys are checked strictly; a command that may have run is never repeated; no secret is in a text, a log or an exception.
 */
package org.quorate.remote;
