package org.mingbai.shell.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealingTest {

    private static final byte[] PLAIN = "张三 13812341234".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final byte[] ABOUT = {1, 2, 3};

    @ParameterizedTest
    @EnumSource
    void what_is_sealed_opens_with_its_key_for_what_it_is_about_and_for_nothing_else(SealingCipher cipher) {
        var key = Sealing.freshKey(cipher);
        var sealed = Sealing.seal(cipher, key, PLAIN, ABOUT);

        assertThat(Sealing.open(cipher, key, sealed, ABOUT)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> Sealing.open(cipher, key, sealed, new byte[] {1, 2, 4})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Sealing.open(cipher, Sealing.freshKey(cipher), sealed, ABOUT)).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length / 2] ^= 1;
        assertThatThrownBy(() -> Sealing.open(cipher, key, sealed, ABOUT)).isInstanceOf(IllegalStateException.class);
    }

    /// The vector of RFC 8998, A.1.
    @Test
    void sm4_in_gcm_is_the_one_of_the_standard() {
        var hex = HexFormat.of();
        var nonce = "00001234567800000000ABCD";
        var sealed = nonce + "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                + "83DE3541E4C2B58177E065A9BF7B62EC";
        var plain = "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDDEEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA";

        assertThat(Sealing.open(SealingCipher.SM4_GCM, hex.parseHex("0123456789ABCDEFFEDCBA9876543210"), hex.parseHex(sealed),
                hex.parseHex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2"))).isEqualTo(hex.parseHex(plain));
    }
}
