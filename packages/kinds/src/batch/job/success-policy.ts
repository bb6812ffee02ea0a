import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, batch } from '@podlint/model';
import { type Context, byteLength, validateNotNegative } from '@podlint/validation';
import { countIndexes } from './index-intervals.js';

const says = defineMessages('success-policy', {
  'no-rules': 'A success policy without rules says nothing. List at least one rule, or remove successPolicy.',
  'too-many-rules': '{count} rules are too many; the server takes {limit}.',
  'no-condition':
    'The rule says neither how many indexes must succeed nor which. Set succeededCount, succeededIndexes or both.',
  'count-above-completions':
    '{count} indexes can never succeed: the Job has {completions} completions. Lower succeededCount.',
  'count-above-listed':
    '{count} of the listed indexes can never succeed: succeededIndexes names {listed}. Lower succeededCount, or name more.',
  listed: 'the indexes that count',
  'indexes-too-long': 'The list of indexes is longer than {limit} bytes. Use intervals such as "0-99".',
  'invalid-indexes': '"{indexes}" is not a list of indexes such as "0,2-4": {problem}.',
});

type SuccessPolicy = Decoded<batch.SuccessPolicy>;
type SuccessPolicyRule = Decoded<batch.SuccessPolicyRule>;

const maxRules = 20;
const maxIndexesBytes = 64 * 1024;

/**
 * validateSuccessPolicy, pkg/apis/batch/validation. Without completions, which an Indexed Job is told to set elsewhere,
 * there is nothing to compare with.
 */
export function validateSuccessPolicy(
  { rules = [] }: SuccessPolicy,
  completions: number | undefined,
  path: FieldPath,
  context: Context,
): void {
  const rulesPath = path.child('rules');
  if (rules.length === 0) context.report.required(rulesPath, says['no-rules']());
  if (rules.length > maxRules)
    context.report.tooMany(rulesPath, says['too-many-rules']({ count: rules.length, limit: maxRules }));
  rules.forEach((rule, i) => validateRule(rule, completions, rulesPath.index(i), context));
}

function validateRule(
  rule: SuccessPolicyRule,
  completions: number | undefined,
  path: FieldPath,
  context: Context,
): void {
  const { succeededCount, succeededIndexes } = rule;
  if (succeededCount === undefined && succeededIndexes === undefined) {
    context.report.required(path, says['no-condition']());
  }
  const listed =
    succeededIndexes === undefined || completions === undefined
      ? undefined
      : validateIndexes(succeededIndexes, completions, path.child('succeededIndexes'), context);
  if (succeededCount === undefined) return;
  validateNotNegative(rule, ['succeededCount'], path, context);
  if (completions !== undefined && succeededCount > completions) {
    context.report.invalid(
      path.child('succeededCount'),
      says['count-above-completions']({ count: succeededCount, completions }),
    );
  }
  if (listed !== undefined && succeededCount > listed) {
    context.report.invalid(
      path.child('succeededCount'),
      says['count-above-listed']({ count: succeededCount, listed }),
      {
        related: [{ field: path.child('succeededIndexes'), message: says.listed() }],
      },
    );
  }
}

/** The number of indexes that the text names; none where it cannot be read. */
function validateIndexes(text: string, completions: number, path: FieldPath, context: Context): number {
  if (byteLength(text) > maxIndexesBytes)
    context.report.tooLong(path, says['indexes-too-long']({ limit: maxIndexesBytes }));
  const indexes = countIndexes(text, completions);
  if ('count' in indexes) return indexes.count;
  context.report.invalid(path, says['invalid-indexes']({ indexes: text, problem: indexes.problem }));
  return 0;
}
