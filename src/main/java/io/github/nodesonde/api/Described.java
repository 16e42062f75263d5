package io.github.nodesonde.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the API's description says of a handler beside what its signature tells. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Described {

    /** What it answers, in a few words. */
    String value();

    /** The query parameters that it takes, by their names in {@link QueryParameter}. */
    String[] parameters() default {};

    /** Whether the same body may come with 503. */
    boolean orUnavailable() default false;
}
