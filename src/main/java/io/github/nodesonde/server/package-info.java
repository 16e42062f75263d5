/** The HTTP servers of both ports alike: what they bear, and how they refuse. */
@NullMarked
package io.github.nodesonde.server;

import org.jspecify.annotations.NullMarked;
