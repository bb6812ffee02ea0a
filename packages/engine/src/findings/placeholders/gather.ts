import type { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import { replaceAll } from '@podlint/plain';
import { schemaCodes } from '@podlint/schema';
import type { Range } from '@podlint/syntax';
import type { InspectedFile } from '../../verdict/inspected.js';
import { finding, type Finding } from '../finding.js';
import { apart, placeholdersBehind } from './caused.js';
import { placeholdersOf, type Piece, type Placeholders } from '../../documents/placeholders/pattern.js';

const code = 'schema/placeholder';
const placeholder = '{placeholder} is a placeholder that something fills in before the server sees the object';
const advice = 'What it will stand for is not checked. {advice}';

const says = defineMessages('placeholder', {
  another: 'Another placeholder.',
  only: `${placeholder}. ${advice}`,
  'one-more': `${placeholder}, and there is one more. ${advice}`,
  more: `${placeholder}, and there are {others} more. ${advice}`,
  envsubst: 'Check what comes out: envsubst < FILE | podlint -, or with Flux: flux envsubst < FILE | podlint -.',
  'filled-in': 'Check what comes out once it is filled in: ... | podlint -.',
  evaluated:
    '{placeholder} is an expression that Chainsaw fills in when the test runs. What it will stand for is not checked.',
});

/** So many places are shown besides the first one. */
const mostRelated = 9;

/** One finding for each object in the place of all that placeholders cause in it: one cause, one diagnostic. */
export function gatherPlaceholders({ text, objects }: InspectedFile): void {
  for (const { document, object, judgements, role } of objects) {
    const placeholders = placeholdersOf(role);
    if (!placeholders.mayBeInDocument(document)) continue;
    const range = object ? document.rangeOf(object.node) : document.range;
    for (const { findings } of judgements) {
      const { caused, rest } = apart(text, findings, placeholders);
      if (role === 'test resource') gatherExpressions({ text, range }, findings, { caused, rest });
      // Where only a rule minds, its finding is the one.
      else if (caused.some(({ stage }) => stage !== 'lint'))
        replaceAll(findings, [
          ...rest,
          placeholderFinding(text, topOf(caused).path, placesOf({ text, range }, caused, placeholders)),
        ]);
    }
  }
}

/** Chainsaw fills in what it applies, always: nobody has to be told to do so, whoever minds. */
function gatherExpressions(object: Piece, findings: Finding[], { caused, rest }: ReturnType<typeof apart>): void {
  if (caused.length === 0) return;
  const { text } = object;
  const { path, range } = topOf(caused);
  const [place = range] = placesOf(object, caused, placeholdersOf('test resource'));
  const message = says.evaluated({ placeholder: text.slice(place.start, place.end) });
  const evaluated = finding({ id: code, stage: 'schema', severity: 'info' }, { message, path, range: place });
  replaceAll(findings, [...rest.filter((one) => !comparesFields(text, one, caused)), evaluated]);
}

/** What is said of a whole mapping, or of a name that nothing has, may be about what an expression stands for. */
function comparesFields(text: string, { stage, code, path, range }: Finding, caused: readonly Finding[]): boolean {
  if (stage !== 'api') return false;
  const isMapping = /^[{[]|\n/.test(text.slice(range.start, range.end));
  return code === 'api/not-found' || isMapping || caused.some((one) => one.path.startsWith(path));
}

function topOf(findings: readonly Finding[]): Finding {
  return findings.reduce((top, other) => (other.range.start < top.range.start ? other : top));
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
function placesOf(object: Piece, findings: readonly Finding[], placeholders: Placeholders): Range[] {
  const places = placeholdersBehind(object, findings, placeholders).sort((a, b) => a.start - b.start);
  return places.filter(({ start }, index) => start !== places[index - 1]?.start);
}

function messageOf(placeholder: string, others: number): Message {
  const said = { placeholder, advice: placeholder.startsWith('$') ? says.envsubst() : says['filled-in']() };
  if (others === 0) return says.only(said);
  return others === 1 ? says['one-more'](said) : says.more({ ...said, others });
}
