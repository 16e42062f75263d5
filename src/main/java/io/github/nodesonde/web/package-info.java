/** The judgements as a page for people, rendered on the server. */
@NullMarked
package io.github.nodesonde.web;

import org.jspecify.annotations.NullMarked;
