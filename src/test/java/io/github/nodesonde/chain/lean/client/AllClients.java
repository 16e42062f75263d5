package io.github.nodesonde.chain.lean.client;

import java.util.List;

/** Every client there is, in the order of their beans. */
public final class AllClients {

    public static final LeanClients ALL = new LeanClients(List.of(
            new LeanspecIssueClient(),
            new LeanspecClient(),
            new ZeamClient(),
            new ReamClient(),
            new QleanClient(),
            new EthlambdaClient(),
            new GeanClient()));

    private AllClients() {}
}
