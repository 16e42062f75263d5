/** Where nodes come from: the inventory file, the kinds that read their own keys of it, and its reload. */
@NullMarked
package io.github.nodesonde.inventory;

import org.jspecify.annotations.NullMarked;
