import { defineMessages, type Message } from '@podlint/messages';
import { FieldPath } from '@podlint/field-path';
import type { Severity, Stage, Tag } from './diagnostic.js';

/** A mistake of podlint's own, where it was met: the rest of the run goes on. */
export const faultCode: {
  readonly id: string;
  readonly stage: Stage;
  readonly severity: Severity;
  readonly tags?: readonly Tag[];
  readonly summary: string;
} = {
  id: 'internal/fault',
  stage: 'lint',
  severity: 'error',
  summary: 'podlint itself failed here; everything else is judged, and the command ends with 3',
};

const says = defineMessages('fault', {
  'in-rule':
    'podlint has failed: rule "{rule}" ended with "{error}" ({where}). This is a mistake in podlint, not in your file; please report it. What else there is was judged.',
  'in-judging':
    'podlint has failed: judging ended with "{error}" ({where}). This is a mistake in podlint, not in your file; please report it. What else there is was judged.',
});

/** What a rule has failed with. */
export function faultOfRule(rule: string, thrown: unknown): Message {
  return says['in-rule']({ rule, ...tracesOf(thrown) });
}

/** What anything else has failed with. */
export function faultOfJudging(thrown: unknown): Message {
  return says['in-judging'](tracesOf(thrown));
}

const noted: unknown[] = [];

/** For what fails while a report is written, when no finding can be added to it any more. */
export function noteFault(thrown: unknown): void {
  noted.push(thrown);
}

/** What was noted, for the one who says how the run ends. */
export function takeFaults(): readonly unknown[] {
  return noted.splice(0);
}

export const faultPath = FieldPath.root;

/** What was thrown, and by which function: without the folders of the machine. */
function tracesOf(thrown: unknown): { readonly error: string; readonly where: string } {
  if (!(thrown instanceof Error)) return { error: String(thrown), where: 'unknown' };
  const frame = thrown.stack?.split('\n').find((line) => line.startsWith('    at ')) ?? '';
  return {
    error: thrown.message,
    where: frame.slice('    at '.length).replace(/(?<![^\s(])[^\s(]*\//g, '') || 'unknown',
  };
}
