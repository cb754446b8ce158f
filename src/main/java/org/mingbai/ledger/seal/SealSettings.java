package org.mingbai.ledger.seal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// How the journal is sealed. What a log began with it keeps: another hash or name is for accounts founded later.
/// @param hash of the tree: sha-256 or sm3
/// @param signature of the heads: ed25519 or sm2; heads signed with sm2 are signed with ed25519 too, as other programs know nothing else
/// @param name what the logs of this installation are called, as an address without its scheme (`town.example/log`); made up where it is not said
/// @param witness where heads are shown to be signed by somebody else (C2SP tlog-witness); nobody where it is not said
/// @param witnessKey the witness's key, as `name+id+key`
@ConfigurationProperties("mingbai.seal")
public record SealSettings(@DefaultValue("sha-256") String hash, @DefaultValue("ed25519") String signature, @Nullable String name,
        @Nullable String witness, @Nullable String witnessKey) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SealSettings.class)
    static class Beans {}

    /// A word that is none of these is said at the start, not when something is to be sealed.
    public SealSettings {
        treeHash(hash);
        alsoSm2(signature);
    }

    TreeHash treeHash() {
        return treeHash(hash);
    }

    boolean alsoSm2() {
        return alsoSm2(signature);
    }

    private static TreeHash treeHash(String hash) {
        return switch (hash) {
            case "sha-256" -> TreeHash.SHA_256;
            case "sm3" -> TreeHash.SM3;
            default -> throw new IllegalArgumentException("mingbai.seal.hash: sha-256 or sm3, not " + hash);
        };
    }

    private static boolean alsoSm2(String signature) {
        return switch (signature) {
            case "ed25519" -> false;
            case "sm2" -> true;
            default -> throw new IllegalArgumentException("mingbai.seal.signature: ed25519 or sm2, not " + signature);
        };
    }
}
