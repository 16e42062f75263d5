package io.github.nodesonde.node;

import java.time.Duration;
import java.util.Optional;

/**
 * One network of the inventory: nodes of one kind that should agree.
 *
 * @param name a DNS label, unique; the {@code network} label everywhere
 * @param type the kind of all its nodes
 * @param complete whether the operator says that every node of the network is listed
 * @param downWhen when the network counts as down; empty: as the gateway's property says
 * @param minUp the network counts as down when fewer nodes than this remain; 0 asks for none
 * @param downAfter failed rounds in a row after which a node is unreachable
 * @param confirmAfter how soon after a first failed round the next begins
 * @param certificateNotice a certificate that ends sooner than this is told
 * @param settings what the kind read from its own keys
 */
public record Network(
        String name,
        String type,
        boolean complete,
        Optional<DownWhen> downWhen,
        int minUp,
        int downAfter,
        Duration confirmAfter,
        Duration certificateNotice,
        NetworkSettings settings) {

    /** How long before its end a certificate is told where the inventory does not say. */
    public static final Duration DEFAULT_CERTIFICATE_NOTICE = Duration.ofDays(14);

    /** As the other, where the inventory says nothing of certificates. */
    public Network(
            String name,
            String type,
            boolean complete,
            Optional<DownWhen> downWhen,
            int minUp,
            int downAfter,
            Duration confirmAfter,
            NetworkSettings settings) {
        this(name, type, complete, downWhen, minUp, downAfter, confirmAfter, DEFAULT_CERTIFICATE_NOTICE, settings);
    }
}
