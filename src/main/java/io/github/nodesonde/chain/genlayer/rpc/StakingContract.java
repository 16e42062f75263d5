package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.contract.ContractCall;

/**
 * The calls of one staking contract that are of interest. Selectors are the first four bytes of the Keccak-256 hash of the
 * signature beside them.
 */
record StakingContract(Address address) {

    /** How many entries of a list are asked for at once: what the network's own tool asks for. */
    static final int PAGE = 100;

    static final int EPOCH_WORDS = 11;
    static final int VIEW_WORDS = 12;
    static final int COMMIT_WORDS = 5;
    static final int BAN_WORDS = 3;
    /** A list of active validators has as many entries as an epoch takes, 1,000 at most. */
    private static final int ACTIVE_WORDS = 1_002;

    /** {@code epoch()}. */
    ContractCall epoch() {
        return new ContractCall(address, "0x900cf0cf", 1);
    }

    /** {@code epochEven()}: the record of the newest even epoch. */
    ContractCall epochEven() {
        return new ContractCall(address, "0x96be02a7", EPOCH_WORDS);
    }

    /** {@code epochOdd()}: the record of the newest odd epoch. */
    ContractCall epochOdd() {
        return new ContractCall(address, "0xfafebac5", EPOCH_WORDS);
    }

    /** {@code epochMinDuration()}, in seconds. */
    ContractCall epochMinDuration() {
        return new ContractCall(address, "0x1bc2359a", 1);
    }

    /** {@code epochZeroMinDuration()}, in seconds. */
    ContractCall epochZeroMinDuration() {
        return new ContractCall(address, "0xcd856235", 1);
    }

    /** {@code validatorMinStake()}, in wei. */
    ContractCall validatorMinStake() {
        return new ContractCall(address, "0x1538faf2", 1);
    }

    /** {@code activeValidators()}: addresses, some of them zero. */
    ContractCall activeValidators() {
        return new ContractCall(address, "0xd2d49c4b", ACTIVE_WORDS);
    }

    /** {@code getAllBannedValidators(uint256,uint256)}: a page of validator, until which epoch, whether for good. */
    ContractCall banned(int page) {
        return page("0x6461cf56", page);
    }

    /** {@code getAllQuarantinedValidators(uint256,uint256)}: the same of quarantines. */
    ContractCall quarantined(int page) {
        return page("0x510a6f26", page);
    }

    private ContractCall page(String selector, int page) {
        return new ContractCall(address, selector, 2 + BAN_WORDS * PAGE)
                .with((long) page * PAGE)
                .with(PAGE);
    }

    /** {@code isValidator(address)}. */
    ContractCall isValidator(Address validator) {
        return new ContractCall(address, "0xfacd743b", 1).with(validator);
    }

    /**
     * {@code validatorView(address)}: left, right, parent, banned until, primed for, self-stake, its shares, delegated stake,
     * its shares, deposit, withdrawal, live.
     */
    ContractCall validatorView(Address validator) {
        return new ContractCall(address, "0xb83f5b39", VIEW_WORDS).with(validator);
    }

    /** {@code validatorDepositLen(address)}. */
    ContractCall depositCount(Address validator) {
        return new ContractCall(address, "0x81636917", 1).with(validator);
    }

    /** {@code validatorDeposit(address,uint256)}: epoch, stake, shares, epoch again, link. */
    ContractCall deposit(Address validator, long index) {
        return new ContractCall(address, "0x93a090ec", COMMIT_WORDS)
                .with(validator)
                .with(index);
    }

    /** {@code validatorWithdrawalLen(address)}. */
    ContractCall withdrawalCount(Address validator) {
        return new ContractCall(address, "0x91eed60a", 1).with(validator);
    }

    /** {@code validatorWithdrawal(address,uint256)}: epoch, shares, stake, epoch again, link. */
    ContractCall withdrawal(Address validator, long index) {
        return new ContractCall(address, "0xd152d91b", COMMIT_WORDS)
                .with(validator)
                .with(index);
    }

    /** {@code operator()} of the validator, which is a contract of its own. */
    static ContractCall operator(Address validator) {
        return new ContractCall(validator, "0x570ca735", 1);
    }
}
