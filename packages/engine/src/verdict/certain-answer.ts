import type { CustomResources } from './custom-resources.js';
import { isFilled, mayBeFilled } from './filled-by-webhook.js';
import { wrongTypesAbove } from './wrong-types.js';

type Answer = NonNullable<ReturnType<CustomResources['judge']>>;
type FieldErrors = NonNullable<Answer['errors']>;

/** What a definition says of an object, and apart from it what nobody can know without the cluster. */
export interface CertainAnswer {
  readonly answer: Answer;
  /** What is missing unless the operator's webhook fills it in. */
  readonly missing: FieldErrors;
  /** What is wrong unless the cluster has a newer release of the operator. */
  readonly newer: Pick<Required<Answer>, 'unknown' | 'errors'>;
}

/** Where the shape is wrong, the server says that rules were not run. */
export const notChecked = 'custom-object/rules-not-checked';

export function certainAnswer(apiVersion: string, given: Answer): CertainAnswer {
  const [group = ''] = apiVersion.split('/');
  const { unknown = [], errors = [] } = given;
  const missing = errors.filter(({ type, at }) => type === 'FieldValueRequired' && mayBeFilled(group, at));
  const wrongTypeAbove = wrongTypesAbove(errors);
  const newer = {
    unknown: unknown.filter((field) => isNewer(field) && !wrongTypeAbove(field.path)),
    errors: errors.filter(isNewer),
  };
  const doubtful = new Set<unknown>([...missing, ...newer.unknown, ...newer.errors]);
  if (doubtful.size === 0) return { answer: given, missing, newer };
  const left = {
    unknown: unknown.filter((one) => !doubtful.has(one)),
    errors: errors.filter((one) => !doubtful.has(one)),
  };
  return { answer: settled(given, left), missing: missing.filter(({ at }) => !isFilled(group, at)), newer };
}

function isNewer({ mayBeNewer }: { readonly mayBeNewer?: boolean }): boolean {
  return mayBeNewer === true;
}

/** Rules would have run without what is set apart, and nobody knows what they say. */
function settled(given: Answer, { unknown, errors }: CertainAnswer['newer']): Answer {
  const onlyNotice = errors.every(({ message }) => message.id === notChecked);
  const isFine = onlyNotice && given.verdict === 'reject' && unknown.length === 0;
  return { ...given, unknown, errors: onlyNotice ? [] : errors, verdict: isFine ? 'accept' : given.verdict };
}
