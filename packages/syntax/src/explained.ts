import { followedBy, type Message } from '@podlint/messages';
import type { SyntaxProblem } from './document.js';

/** What a problem says, with its hint, if it has one, behind it. */
export function explained({ message, hint }: Pick<SyntaxProblem, 'message' | 'hint'>): Message {
  return followedBy(message, 'hint', hint);
}
