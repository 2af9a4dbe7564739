// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

/**
 * Messages between lock managers, by the names that the packet captures of the lab use (lab/messages.md). Payload sizes: kernel
 * reference 2.1 and 2.2.
 */
public enum MessageType {
    /** o2dlm: who masters this resource? */
    MASTER_REQUEST(Protocol.O2NET),
    ASSERT_MASTER(Protocol.O2NET),
    CREATE_LOCK(Protocol.O2NET),
    CONVERT_LOCK(Protocol.O2NET),
    UNLOCK_LOCK(Protocol.O2NET),
    /** o2dlm PROXY_AST of kind AST. */
    AST(Protocol.O2NET),
    /** o2dlm PROXY_AST of kind BAST. */
    BAST(Protocol.O2NET),
    DEREF_LOCKRES(Protocol.O2NET),
    /** The answer to an o2net request. */
    STATUS(Protocol.O2NET),
    LOOKUP(Protocol.FS_DLM),
    LOOKUP_REPLY(Protocol.FS_DLM),
    REQUEST(Protocol.FS_DLM),
    REQUEST_REPLY(Protocol.FS_DLM),
    CONVERT(Protocol.FS_DLM),
    CONVERT_REPLY(Protocol.FS_DLM),
    GRANT(Protocol.FS_DLM),
    DLM_BAST(Protocol.FS_DLM),
    UNLOCK(Protocol.FS_DLM),
    UNLOCK_REPLY(Protocol.FS_DLM),
    CANCEL(Protocol.FS_DLM),
    CANCEL_REPLY(Protocol.FS_DLM),
    REMOVE(Protocol.FS_DLM),
    /** midcomms acknowledgement of a batch. */
    ACK(Protocol.FS_DLM);

    private final Protocol protocol;

    MessageType(Protocol protocol) {
        this.protocol = protocol;
    }

    public Protocol protocol() {
        return protocol;
    }

    /** Name in results, with the type of the request that a STATUS answers, which is the type itself for all others. */
    public String answering(MessageType answered) {
        return this == answered ? label() : label() + "(" + answered.label() + ")";
    }

    /** Name in results. */
    public String label() {
        return this == DLM_BAST ? "BAST" : name();
    }
}
