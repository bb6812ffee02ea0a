import { nearestNames } from '@podlint/schema';
import type { CustomResources } from './custom-resources.js';

type Answer = NonNullable<ReturnType<CustomResources['judge']>>;
type UnknownField = NonNullable<Answer['unknown']>[number];

/**
 * Whether a field that a carried definition does not have may be one of a newer release: its name is like none that stands
 * beside it.
 */
export function mayBeNewer({ source }: Answer, { path, siblings }: UnknownField): boolean {
  return source !== undefined && nearestNames(String(path.segment), siblings).length === 0;
}

/** The verdict, where all that is wrong with the object may be a newer release. */
export function verdictOf(answer: Answer): Answer['verdict'] {
  const { verdict, unknown = [], errors = [] } = answer;
  const isDoubtful = verdict === 'reject' && errors.length === 0 && unknown.length > 0;
  return isDoubtful && unknown.every((field) => mayBeNewer(answer, field)) ? 'accept' : verdict;
}
