/** What a request over HTTP asks for and what can be wrong with it, told alike on every port. */
@NullMarked
package io.github.nodesonde.request;

import org.jspecify.annotations.NullMarked;
