// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import org.quorate.cluster.engine.Step;

/**
 * Steps of the threads of fs/dlm. MESSAGE is the message at hand, RES the resource, LOCK the master's copy of the sender's lock,
 * RESULT the status.
 */
enum DlmStep implements Step {
    /** WORK = position of the message's type in the list of receivers. */
    MESSAGE_TYPE,
    /** The receiving thread begins with a message. */
    BEGIN,
    /** The message is handled; acknowledges the batch if this was its last. */
    RECEIVED,
    /** RESULT = master of the resource that a LOOKUP names. */
    LOOK_UP_MASTER,
    SEND_LOOKUP_REPLY,
    /** RES = the resource that a REQUEST names, or RESULT says why not. */
    FIND_RESOURCE,
    /** LOCK = copy of the sender's lock, granted or queued: RESULT. */
    DO_REQUEST,
    SEND_REQUEST_REPLY,
    /** BASTs to the holders in the way. */
    REQUEST_EFFECTS,
    /** LOCK = the copy that a CONVERT names, granted or queued: RESULT. */
    DO_CONVERT,
    SEND_CONVERT_REPLY,
    /** GRANTs to those who can go on, BASTs to the holders in the way. */
    CONVERT_EFFECTS,
    DO_UNLOCK,
    SEND_UNLOCK_REPLY,
    UNLOCK_EFFECTS,
    DO_CANCEL,
    SEND_CANCEL_REPLY,
    CANCEL_EFFECTS,
    /** The directory record of a REMOVE goes. */
    REMOVE_RECORD,
    TAKE_LOOKUP_REPLY,
    TAKE_REQUEST_REPLY,
    TAKE_CONVERT_REPLY,
    TAKE_UNLOCK_REPLY,
    TAKE_CANCEL_REPLY,
    /** A queued lock of this node was granted. */
    TAKE_GRANT,
    /** A lock of this node is in somebody's way. */
    TAKE_BAST,
    /** dlm_send waits for a message to send. */
    AWAIT_OUTGOING,
    SEND,
    /** A worker of dlm_callback tells the file system about lock WORK. */
    DELIVER,
    /** The worker goes idle. */
    DELIVERED,
    /** Sleeps for scan_secs. */
    AWAIT_SCAN,
    /** Resources that have been inactive for toss_secs go. */
    SHRINK
}
