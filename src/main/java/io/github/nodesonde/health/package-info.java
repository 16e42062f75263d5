/** Judging: lenses that see a network whole, rules that judge one aspect, and the verdicts that follow. */
@NullMarked
package io.github.nodesonde.health;

import org.jspecify.annotations.NullMarked;
