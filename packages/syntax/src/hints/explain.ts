import { findBracket } from './brackets.js';
import { findIndentation, findInlineItem, findLooseText } from './indentation.js';
import { findConflict, findTemplate } from './marks.js';
import type { Finding, Mistake } from './mistake.js';
import { findQuote } from './quotes.js';
import { findMissingSpace } from './spaces.js';
import { findTab } from './tabs.js';
import { findUnquoted } from './values.js';

/** From what explains everything around it to what is only a guess. */
const detectors: readonly ((mistake: Mistake) => Finding | undefined)[] = [
  findConflict,
  findTemplate,
  findTab,
  findMissingSpace,
  findQuote,
  findBracket,
  findInlineItem,
  findUnquoted,
  findIndentation,
  findLooseText,
];

/** The usual cause of an error, if the text gives it away. */
export function explain(mistake: Mistake): Finding | undefined {
  for (const detector of detectors) {
    const finding = detector(mistake);
    if (finding) return finding;
  }
  return undefined;
}
