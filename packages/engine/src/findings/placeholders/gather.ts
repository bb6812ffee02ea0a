import type { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import { replaceAll } from '@podlint/plain';
import { schemaCodes } from '@podlint/schema';
import type { Range } from '@podlint/syntax';
import type { InspectedFile } from '../../verdict/inspected.js';
import { finding, type Finding } from '../finding.js';
import { apart } from './caused.js';
import { mayHavePlaceholders, placeholdersIn } from '../../documents/placeholders/pattern.js';

const code = 'schema/placeholder';
const placeholder = '{placeholder} is a placeholder that something fills in before the server sees the object';
const advice =
  'What it will stand for is not checked. Check what comes out: envsubst < FILE | podlint -, or with Flux: flux envsubst < FILE | podlint -.';

const says = defineMessages('placeholder', {
  another: 'Another placeholder.',
  only: `${placeholder}. ${advice}`,
  'one-more': `${placeholder}, and there is one more. ${advice}`,
  more: `${placeholder}, and there are {others} more. ${advice}`,
});

/** So many places are shown besides the first one. */
const mostRelated = 9;

/** One finding for each object in the place of all that placeholders cause in it: one cause, one diagnostic. */
export function gatherPlaceholders({ text, objects }: InspectedFile): void {
  if (!mayHavePlaceholders(text)) return;
  for (const { findings } of objects.flatMap(({ judgements }) => judgements)) {
    const { caused, rest } = apart(text, findings);
    // Where only a rule minds, its finding is the one.
    if (caused.every(({ stage }) => stage === 'lint')) continue;
    const [top] = [...caused].sort((a, b) => a.range.start - b.range.start);
    replaceAll(findings, [...rest, placeholderFinding(text, top!.path, placesOf(text, caused))]);
  }
}

/**
 * What is to be said of an object, or of a document that cannot be read, because of the placeholders at some places.
 */
export function placeholderFinding(text: string, path: FieldPath, [place, ...more]: readonly Range[]): Finding {
  return finding(
    { id: code, stage: 'schema', ...schemaCodes[code] },
    {
      message: messageOf(text.slice(place!.start, place!.end), more.length),
      path,
      range: place!,
      related: more.slice(0, mostRelated).map((range) => ({ message: says.another(), range })),
    },
  );
}

/** Each placeholder once, from the top down. */
function placesOf(text: string, findings: readonly Finding[]): Range[] {
  const places = findings.flatMap(({ range }) => placeholdersIn(text, range)).sort((a, b) => a.start - b.start);
  return places.filter(({ start }, index) => start !== places[index - 1]?.start);
}

function messageOf(text: string, others: number): Message {
  if (others === 0) return says.only({ placeholder: text });
  return others === 1 ? says['one-more']({ placeholder: text }) : says.more({ placeholder: text, others });
}
