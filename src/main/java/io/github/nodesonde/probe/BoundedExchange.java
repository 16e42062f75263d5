package io.github.nodesonde.probe;

import io.github.nodesonde.transport.Access;
import io.github.nodesonde.transport.NoReply;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import io.github.nodesonde.transport.Transport;
import java.time.Duration;
import java.util.Set;

/** An exchange for one round, whose time runs from its making: whatever is asked later, or elsewhere, is not sent. */
final class BoundedExchange implements NetworkExchange {

    private final Transport transport;
    private final Set<Address> allowed;
    private final long end;

    BoundedExchange(Transport transport, Set<Address> allowed, Duration time) {
        this.transport = transport;
        this.allowed = Set.copyOf(allowed);
        this.end = System.nanoTime() + time.toNanos();
    }

    @Override
    public Reply ask(Question question, Duration deadline) throws NoReply, InterruptedException {
        if (!allowed.containsAll(Address.of(question))) {
            throw new NoReply(NoReply.Why.FORBIDDEN, "the question leads away from the network's own URLs");
        }
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (!left.isPositive()) {
            throw new NoReply(NoReply.Why.TIMED_OUT, "not asked: the time of the round was up");
        }
        return transport.ask(question, Access.FREE, left.compareTo(deadline) < 0 ? left : deadline);
    }
}
