package org.mingbai.directory.web;

import java.util.Locale;
import java.util.Optional;
import org.mingbai.directory.oidc.Oidc;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The identity provider as the sign-in page offers it.
@Component
class OidcOffer {

    private final Oidc oidc;

    OidcOffer(Oidc oidc) {
        this.oidc = oidc;
    }

    /// In the reader's language; empty where there is none.
    Optional<String> name() {
        return oidc.name(LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage()));
    }
}
