package io.github.nodesonde.transport;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Says in words why a TLS handshake failed. The words name neither host nor certificate. */
final class TlsFault {

    private TlsFault() {}

    static String words(Throwable failure) {
        if (isIn(failure, CertificateExpiredException.class)) {
            return "the TLS certificate has expired";
        }
        if (isIn(failure, CertificateNotYetValidException.class)) {
            return "the TLS certificate is not valid yet";
        }
        // The check of the name is the one that no exception of a certificate's path stands behind.
        boolean pathFailed =
                isIn(failure, CertPathValidatorException.class) || isIn(failure, CertPathBuilderException.class);
        if (!pathFailed && isIn(failure, CertificateException.class)) {
            return "the TLS certificate is for another name";
        }
        return pathFailed || isIn(failure, GeneralSecurityException.class)
                ? "the TLS certificate is not trusted"
                : "the TLS handshake failed";
    }

    /** Whether the other side said what it does not like, rather than just be gone. */
    static boolean isAlert(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SSLException && String.valueOf(t.getMessage()).contains("alert")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
