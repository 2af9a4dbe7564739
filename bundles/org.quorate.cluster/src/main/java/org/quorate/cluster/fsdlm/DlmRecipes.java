// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import java.util.List;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostStep;
import org.quorate.cluster.host.MessageType;
import org.quorate.cluster.host.NetworkStep;
import org.quorate.cluster.host.Protocol;

/**
 * The threads of fs/dlm as recipes: dlm_recv and dlm_send, one each on every node (ordered work queues), dlm_callback, dlm_scand.
 * Each receiver is the function of that name in fs/dlm/lock.c.
 */
final class DlmRecipes {

    /** Types of messages in the order in which {@link DlmStep#MESSAGE_TYPE} numbers them, with their receivers. */
    static final List<MessageType> TYPES = List.of(MessageType.LOOKUP, MessageType.LOOKUP_REPLY, MessageType.REQUEST,
            MessageType.REQUEST_REPLY, MessageType.CONVERT, MessageType.CONVERT_REPLY, MessageType.GRANT, MessageType.DLM_BAST,
            MessageType.UNLOCK, MessageType.UNLOCK_REPLY, MessageType.CANCEL, MessageType.CANCEL_REPLY, MessageType.REMOVE,
            MessageType.ACK);

    private static final List<String> RECEIVERS = List.of("fsdlm/receive_lookup", "fsdlm/receive_lookup_reply",
            "fsdlm/receive_request", "fsdlm/receive_request_reply", "fsdlm/receive_convert", "fsdlm/receive_convert_reply",
            "fsdlm/receive_grant", "fsdlm/receive_bast", "fsdlm/receive_unlock", "fsdlm/receive_unlock_reply",
            "fsdlm/receive_cancel", "fsdlm/receive_cancel_reply", "fsdlm/receive_remove", "fsdlm/receive_ack");

    private DlmRecipes() {
    }

    static void write(RecipeBook book) {
        threads(book);
        master(book);
        replies(book);
    }

    private static void threads(RecipeBook book) {
        book.recipe("fsdlm/dlm_recv", r -> r.forever(f -> f
                .step(NetworkStep.AWAIT_MESSAGE, Protocol.FS_DLM.ordinal())
                .step(HostStep.CPU, Cost.MESSAGE.ordinal())
                .step(DlmStep.BEGIN)
                .step(DlmStep.MESSAGE_TYPE)
                .callByRegister(Reg.WORK, RECEIVERS)
                .step(DlmStep.RECEIVED)));
        book.recipe("fsdlm/dlm_send", r -> r.forever(f -> f
                .step(DlmStep.AWAIT_OUTGOING)
                .step(HostStep.CPU, Cost.MESSAGE.ordinal())
                .step(DlmStep.SEND)));
        book.recipe("fsdlm/dlm_callback", r -> r
                .step(HostStep.CPU, Cost.LOCK_WORK.ordinal())
                .step(DlmStep.DELIVER)
                .step(DlmStep.DELIVERED));
        book.recipe("fsdlm/dlm_scand", r -> r.forever(f -> f
                .step(DlmStep.AWAIT_SCAN)
                .step(DlmStep.SHRINK)));
    }

    private static void master(RecipeBook book) {
        book.recipe("fsdlm/receive_lookup", r -> r
                .step(DlmStep.LOOK_UP_MASTER)
                .choose(DlmCondition.MASTER_IS_HERE,
                        here -> here.call("fsdlm/receive_request"),
                        there -> there.step(DlmStep.SEND_LOOKUP_REPLY)));
        book.recipe("fsdlm/receive_request", r -> r
                .step(DlmStep.FIND_RESOURCE)
                .choose(DlmCondition.SUCCESS,
                        found -> found.step(DlmStep.DO_REQUEST).step(DlmStep.SEND_REQUEST_REPLY).step(DlmStep.REQUEST_EFFECTS),
                        stale -> stale.step(DlmStep.SEND_REQUEST_REPLY)));
        book.recipe("fsdlm/receive_convert", r -> r
                .choose(DlmCondition.DOWN_CONVERSION,
                        down -> down.step(DlmStep.DO_CONVERT),
                        up -> up.step(DlmStep.DO_CONVERT).step(DlmStep.SEND_CONVERT_REPLY))
                .step(DlmStep.CONVERT_EFFECTS));
        book.recipe("fsdlm/receive_unlock", r -> r
                .step(DlmStep.DO_UNLOCK)
                .step(DlmStep.SEND_UNLOCK_REPLY)
                .step(DlmStep.UNLOCK_EFFECTS));
        book.recipe("fsdlm/receive_cancel", r -> r
                .step(DlmStep.DO_CANCEL)
                .step(DlmStep.SEND_CANCEL_REPLY)
                .step(DlmStep.CANCEL_EFFECTS));
        book.recipe("fsdlm/receive_remove", r -> r.step(DlmStep.REMOVE_RECORD));
    }

    private static void replies(RecipeBook book) {
        book.recipe("fsdlm/receive_lookup_reply", r -> r.step(DlmStep.TAKE_LOOKUP_REPLY));
        book.recipe("fsdlm/receive_request_reply", r -> r.step(DlmStep.TAKE_REQUEST_REPLY));
        book.recipe("fsdlm/receive_convert_reply", r -> r.step(DlmStep.TAKE_CONVERT_REPLY));
        book.recipe("fsdlm/receive_unlock_reply", r -> r.step(DlmStep.TAKE_UNLOCK_REPLY));
        book.recipe("fsdlm/receive_cancel_reply", r -> r.step(DlmStep.TAKE_CANCEL_REPLY));
        book.recipe("fsdlm/receive_grant", r -> r.step(DlmStep.TAKE_GRANT));
        book.recipe("fsdlm/receive_bast", r -> r.step(DlmStep.TAKE_BAST));
        book.recipe("fsdlm/receive_ack", r -> { });
    }
}
