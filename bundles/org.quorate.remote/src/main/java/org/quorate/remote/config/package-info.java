// SPDX-License-Identifier: EPL-2.0
/** The user's configuration of ssh. */
package org.quorate.remote.config;
