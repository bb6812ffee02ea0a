import { alternatives, didYouMean } from '@podlint/plain/spelling';
import { own } from '@podlint/plain';
import { defineMessages, type Message } from '@podlint/messages';
import type { ConfigViolation } from '@podlint/schema/config';
import { nearest, nearestId } from '../suggest.js';

/** A violation of the config schema, in words. */
export interface Violation {
  /** A JSON pointer to the value. */
  readonly at: string;
  /** The field that is wrong in there, where it is its key that is wrong and not its value. */
  readonly key?: string;
  readonly message: Message;
}

const says = defineMessages('config', {
  missing: '"{name}" is missing here',
  'wrong-type': '{place} takes {types}, not {found}',
  'too-few': '{place} takes a list of at least {limit}, and this one is too short',
  'too-many': '{place} takes {limit} entries at most',
  'no-options': 'the rule "{rule}" has no options: write its level alone',
  'unknown-rule': '"{name}" is not a rule{hint}',
  'wrong-level': '"{name}" stands at the wrong level: rules go into "rules"',
  'unknown-setting': '"{name}" is not a setting of podlint{hint}',
  'unknown-key': '"{name}" is not known in {place}{hint}',
  'wrong-choice': '{found} is not {title}: write {choices}{hint}',
  misfit: '{found} is not {title}{such}',
});

/** What ajv says of keys inside of a value, each of which is a mistake of its own. */
const ofKeys = new Set(['additionalProperties', 'required']);

/** What ajv found, one message for one mistake. */
export function violationsIn(errors: readonly ConfigViolation[]): Violation[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const isPartOfChoice = (error: ConfigViolation): boolean =>
    choices.some((choice) => choice !== error && error.schemaPath.startsWith(`${choice.schemaPath}/`));
  const mistakes = errors.filter((error) => error.keyword !== 'if' && !isPartOfChoice(error));
  return mistakes
    .filter((error) => ofKeys.has(error.keyword) || error === firstOfValue(mistakes, error))
    .map(violation);
}

/** A number in place of a word has the wrong type and is none of the words: the error that names the words says it all. */
function firstOfValue(
  errors: readonly ConfigViolation[],
  { instancePath }: ConfigViolation,
): ConfigViolation | undefined {
  const ofValue = errors.filter((error) => error.instancePath === instancePath && !ofKeys.has(error.keyword));
  return ofValue.find(({ keyword }) => keyword === 'enum') ?? ofValue[0];
}

function violation(error: ConfigViolation): Violation {
  const { instancePath: at, keyword, params, data, parentSchema } = error;
  switch (keyword) {
    case 'additionalProperties':
      return {
        at,
        key: String(params.additionalProperty),
        message: unknownKey(at, String(params.additionalProperty), Object.keys(parentSchema.properties as object)),
      };
    case 'required':
      return { at, message: says.missing({ name: String(params.missingProperty) }) };
    case 'type':
      return {
        at,
        message:
          at === '' || parentSchema.title === undefined
            ? says['wrong-type']({
                place: valueName(at),
                types: typeNames(params.type),
                found: at === '' ? typeOf(data) : kindOf(data),
              })
            : misfit(data, parentSchema),
      };
    case 'enum':
      return { at, message: wrongChoice(data, error.schema as readonly unknown[], parentSchema) };
    case 'additionalItems':
    case 'maxItems':
      return { at, message: tooMany(at, Number(params.limit)) };
    case 'minItems':
      return {
        at,
        message: says['too-few']({ place: placeName(at), limit: Number(params.limit) }),
      };
    default:
      return { at, message: misfit(data, parentSchema) };
  }
}

function unknownKey(at: string, key: string, known: readonly string[]): Message {
  if (at.endsWith('/rules')) {
    const hint = didYouMean(nearestId(key, known)) || '; `podlint rules` lists them';
    return says['unknown-rule']({ name: key, hint });
  }
  if (key.includes('/') && known.includes('rules')) return says['wrong-level']({ name: key });
  const otherwise = known.length > 0 && known.length < 12 ? `; it takes ${alternatives(known)}` : '';
  const hint = didYouMean(nearest(key, known)) || otherwise;
  return at === ''
    ? says['unknown-setting']({ name: key, hint })
    : says['unknown-key']({ name: key, place: placeName(at), hint });
}

function wrongChoice(
  data: unknown,
  choices: readonly unknown[],
  { title = 'taken here' }: ConfigViolation['parentSchema'],
): Message {
  const names = choices.map(String);
  return says['wrong-choice']({
    found: kindOf(data),
    title: String(title),
    choices: alternatives(names),
    hint: didYouMean(typeof data === 'string' ? nearest(data, names) : undefined),
  });
}

/** Levels are followed by options only. */
function tooMany(at: string, limit: number): Message {
  return limit === 1 ? says['no-options']({ rule: lastName(at) }) : says['too-many']({ place: placeName(at), limit });
}

function misfit(data: unknown, { title = 'what is taken here', examples }: ConfigViolation['parentSchema']): Message {
  const such = Array.isArray(examples) ? ` such as ${alternatives(examples.map(String))}` : '';
  return says.misfit({ found: kindOf(data), title: String(title), such });
}

function typeNames(type: unknown): string {
  const names: Readonly<Record<string, string>> = {
    object: 'a mapping',
    array: 'a list',
    string: 'a text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    null: 'nothing',
  };
  const types = (Array.isArray(type) ? type : [type]).map((name) => own(names, String(name)) ?? String(name));
  return types.length < 2 ? types.join() : `${types.slice(0, -1).join(', ')} or ${types.at(-1)}`;
}

/** Of a value that is no longer than a setting: what a file holds that is no config stays out of logs. */
const longestQuoted = 60;

function kindOf(data: unknown): string {
  const isShort = typeof data === 'string' && data.length <= longestQuoted;
  return isShort || typeof data === 'number' || typeof data === 'boolean' ? JSON.stringify(data) : typeOf(data);
}

function typeOf(data: unknown): string {
  if (data === null) return 'nothing';
  if (Array.isArray(data)) return 'a list';
  const names = { object: 'a mapping', string: 'a text', number: 'a number', boolean: 'true or false' };
  return own(names, typeof data as keyof typeof names) ?? typeof data;
}

function placeName(at: string): string {
  return at === '' ? 'the config' : `"${lastName(at)}"`;
}

/** An item of a list is not the list. */
function valueName(at: string): string {
  return /\/\d+$/.test(at) ? `an item of ${placeName(at)}` : placeName(at);
}

/** The last name of a pointer that is not an index. */
function lastName(pointer: string): string {
  return pointerSegments(pointer).findLast((segment) => !/^\d+$/.test(segment)) ?? '';
}

export function pointerSegments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
