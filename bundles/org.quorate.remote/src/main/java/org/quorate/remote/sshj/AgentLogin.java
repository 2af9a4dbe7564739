// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;
import org.quorate.remote.agent.Agent;
import org.quorate.remote.agent.AgentKey;

/** Logs in with a key of the agent (RFC 4252, 7; for RSA RFC 8332). Used by one connection. */
final class AgentLogin extends AbstractAuthMethod {

    /** A way to sign. */
    private record Way(String algorithm, Agent.Hash hash) {
    }

    private final Agent agent;
    private final AgentKey key;
    private final Deque<Way> ways;

    AgentLogin(Agent agent, AgentKey key) {
        super("publickey");
        this.agent = agent;
        this.key = key;
        ways = new ArrayDeque<>(key.type().equals("ssh-rsa")
                ? List.of(new Way("rsa-sha2-512", Agent.Hash.SHA512), new Way("rsa-sha2-256", Agent.Hash.SHA256))
                : List.of(new Way(key.type(), Agent.Hash.NONE)));
    }

    /** Asks whether the key would do, before the agent's user is bothered. */
    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return request(false);
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        return super.buildReq().putBoolean(signed).putString(ways.getFirst().algorithm()).putString(key.blob());
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        SSHPacket request = request(true);
        byte[] data = new Buffer.PlainBuffer().putString(params.getTransport().getSessionID()).putBuffer(request).getCompactData();
        try {
            params.getTransport().write(request(true).putString(agent.sign(key, data, ways.getFirst().hash())));
        } catch (IOException e) {
            if (e instanceof TransportException broken) {
                throw broken;
            }
            throw new UserAuthException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean shouldRetry() {
        if (ways.size() < 2) {
            return false;
        }
        ways.removeFirst();
        return true;
    }
}
