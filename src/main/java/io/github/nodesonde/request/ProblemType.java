package io.github.nodesonde.request;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The kinds of error the gateway answers with, each documented under its slug. A slug never changes its meaning. */
public enum ProblemType {
    UNKNOWN_PARAMETER(
            HttpStatus.BAD_REQUEST,
            "Unknown query parameter",
            "The query names a parameter that this resource does not have. The detail lists those it has, the nearest"
                    + " first among them. Nothing is ignored, so that a misspelt filter never looks like an answer."),
    INVALID_PARAMETER(
            HttpStatus.BAD_REQUEST,
            "Invalid query parameter",
            "A parameter's value is outside its range or enumeration, or the parameter is given twice. The detail says"
                    + " what would be right and which valid value is nearest."),
    MISSING_PARAMETER(
            HttpStatus.BAD_REQUEST,
            "Missing query parameter",
            "The resource cannot be told without a parameter that the query lacks. The detail names it."),
    BAD_REQUEST(
            HttpStatus.BAD_REQUEST,
            "Bad request",
            "The request cannot be understood: an address or a query that is not encoded as it should be, for example."),
    UNAUTHORIZED(
            HttpStatus.UNAUTHORIZED,
            "Token missing or wrong",
            "A request that changes something carries the header Authorization: Bearer with the token that the operator put"
                    + " into the file of nodesonde.api.write-token-file. Here it is missing or another."),
    WRITES_OFF(
            HttpStatus.FORBIDDEN,
            "Writes are off",
            "This gateway takes no changes over HTTP. To let it, put a token into a file, name the file in"
                    + " nodesonde.api.write-token-file, and send the token with each change."),
    CROSS_ORIGIN(
            HttpStatus.FORBIDDEN,
            "Not for pages of this origin",
            "A browser asks on behalf of a page of another origin. Such pages may read the API when nodesonde.api.cors-origins"
                    + " lists their origin, with its scheme and port; none may change anything."),
    UNKNOWN_NODE(
            HttpStatus.NOT_FOUND,
            "Unknown node",
            "The inventory in force has no node of this id. Nodes are asked for by id, never by address; /api/v1/nodes"
                    + " lists them."),
    UNKNOWN_NETWORK(
            HttpStatus.NOT_FOUND,
            "Unknown network",
            "The inventory in force has no network of this name; /api/v1/networks lists them."),
    UNKNOWN_WINDOW(
            HttpStatus.NOT_FOUND,
            "Unknown window",
            "No window of maintenance that is open or to come has this id; /api/v1/maintenance lists them."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", "There is no resource at this path."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "Method not allowed",
            "The resource exists but does not take this method. The header Allow lists those it takes."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "Not acceptable",
            "The resource is not offered in any format that the header Accept names. The detail lists those it has."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Unsupported media type",
            "The body is of a type that this resource does not take. The header Accept lists those it takes."),
    INVALID_BODY(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Invalid body",
            "The body is JSON, but a field in it is missing, unknown or outside its range. The detail says what would be"
                    + " right; nothing has changed."),
    BROKEN_INVENTORY(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Broken inventory",
            "The inventory file was read and has mistakes; the member problems lists them, each with its place and what to"
                    + " do. The last good inventory stays in force."),
    NOT_READY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Not ready",
            "The gateway cannot answer yet, because it has not read its inventory or is still starting. An empty answer"
                    + " would be a false one. Ask again in a few seconds."),
    NOT_KEPT(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Not kept",
            "The change could not be written to disk and so was not made. The gateway's log says why; make the file of"
                    + " nodesonde.maintenance.file, and its folder, writable."),
    BUSY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Busy",
            "As many answers of this kind are on their way as the gateway sends at once, and none ended in time. Ask again"
                    + " in a few seconds; when it lasts, look for clients that ask and do not read."),
    HISTORY_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "History unavailable",
            "What was cannot be told now: the history is switched off, or its database cannot be asked. An empty answer would"
                    + " be a false one. Nodes are watched all the same. The detail says what to do; docs/history.md says more."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Internal error",
            "The gateway failed to make the answer. That is a mistake of the gateway, and its log says more.");

    private final HttpStatus status;
    private final String title;
    private final String meaning;

    ProblemType(HttpStatus status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    /** Its name in the documentation's address. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What {@code type} of a problem says: where it is documented, on this server. */
    public URI uri() {
        return URI.create("/docs/problems#" + slug());
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What it means and what to do, for people. */
    public String meaning() {
        return meaning;
    }

    /**
     * A problem of this type.
     *
     * @param detail what was expected, in whole sentences
     */
    public ProblemDetail detail(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(uri());
        problem.setTitle(title);
        return problem;
    }
}
