// SPDX-License-Identifier: EPL-2.0
/** The agent of ssh, which keeps private keys and signs with them (draft-miller-ssh-agent). */
package org.quorate.remote.agent;
