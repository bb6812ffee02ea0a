import type { ConfigViolation } from '@podlint/schema/config';
import { alternatives, didYouMean, nearest, nearestId } from '../suggest.js';

/** A violation of the config schema, in words. */
export interface Violation {
  /** A JSON pointer to the value. */
  readonly at: string;
  /** The field that is wrong in there, where it is its key that is wrong and not its value. */
  readonly key?: string;
  readonly message: string;
}

/** What ajv found, one message for one mistake. */
export function violationsIn(errors: readonly ConfigViolation[]): Violation[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const isPartOfChoice = (error: ConfigViolation): boolean =>
    choices.some((choice) => choice !== error && error.schemaPath.startsWith(`${choice.schemaPath}/`));
  return errors.filter((error) => error.keyword !== 'if' && !isPartOfChoice(error)).map(violation);
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
      return { at, message: `"${String(params.missingProperty)}" is missing here` };
    case 'type':
      return {
        at,
        message:
          at === '' || parentSchema.title === undefined
            ? `${placeName(at)} takes ${typeNames(params.type)}, not ${kindOf(data)}`
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
        message: `${placeName(at)} takes a list of at least ${String(params.limit)}, and this one is too short`,
      };
    default:
      return { at, message: misfit(data, parentSchema) };
  }
}

/** Settings that podlint does not have, and why. */
const refused: Readonly<Record<string, string>> = {
  podSecurity:
    '"podSecurity" does nothing: podlint does not check the Pod Security Standards yet; remove the setting, and use the rules in security/*',
};

function unknownKey(at: string, key: string, known: readonly string[]): string {
  if (at.endsWith('/rules'))
    return `"${key}" is not a rule${didYouMean(nearestId(key, known)) || '; `podlint rules` lists them'}`;
  if (key.includes('/') && known.includes('rules')) return `"${key}" stands at the wrong level: rules go into "rules"`;
  const gone = at === '' && Object.hasOwn(refused, key) ? refused[key] : undefined;
  if (gone !== undefined) return gone;
  const name = nearest(key, known);
  const what = at === '' ? 'a setting of podlint' : `known in ${placeName(at)}`;
  const otherwise = known.length > 0 && known.length < 12 ? `; it takes ${alternatives(known)}` : '';
  return `"${key}" is not ${what}${didYouMean(name) || otherwise}`;
}

function wrongChoice(
  data: unknown,
  choices: readonly unknown[],
  { title = 'taken here' }: ConfigViolation['parentSchema'],
): string {
  const names = choices.map(String);
  return `${JSON.stringify(data)} is not ${String(title)}: write ${alternatives(names)}${didYouMean(typeof data === 'string' ? nearest(data, names) : undefined)}`;
}

/** Levels are followed by options only. */
function tooMany(at: string, limit: number): string {
  return limit === 1
    ? `the rule "${lastName(at)}" has no options: write its level alone`
    : `${placeName(at)} takes ${limit} entries at most`;
}

function misfit(data: unknown, { title = 'what is taken here', examples }: ConfigViolation['parentSchema']): string {
  const such = Array.isArray(examples) ? ` such as ${alternatives(examples.map(String))}` : '';
  return `${kindOf(data)} is not ${String(title)}${such}`;
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
  const types = (Array.isArray(type) ? type : [type]).map((name) => names[String(name)] ?? String(name));
  return types.length < 2 ? types.join() : `${types.slice(0, -1).join(', ')} or ${types.at(-1)}`;
}

function kindOf(data: unknown): string {
  if (data === null) return 'nothing';
  if (Array.isArray(data)) return 'a list';
  return typeof data === 'object' ? 'a mapping' : JSON.stringify(data);
}

function placeName(at: string): string {
  return at === '' ? 'the config' : `"${lastName(at)}"`;
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
