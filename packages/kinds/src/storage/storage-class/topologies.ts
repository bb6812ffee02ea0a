import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import { type Context, FirstUses, checkName, qualifiedNameProblem, related } from '@podlint/validation';

const says = defineMessages('topology', {
  'no-values': 'The expression compares with values, and none is listed. List at least one.',
  'value-twice': '"{value}" is listed twice. Remove one.',
  'key-twice': 'The key "{key}" has two expressions, which would have to hold both. Put the values into one.',
  'no-expressions': 'The term has no expressions, so it allows nothing. Remove it.',
  'term-twice': 'Another term says the same. Remove one.',
});

type Term = Decoded<core.TopologySelectorTerm>;
type Requirement = Decoded<core.TopologySelectorLabelRequirement>;

/** validateAllowedTopologies, pkg/apis/storage/validation. */
export function validateTopologies(terms: readonly Term[], path: FieldPath, context: Context): void {
  const uses = new FirstUses<number>();
  terms.forEach((term, i) => {
    const { matchLabelExpressions: requirements = [] } = term;
    const expressionsPath = path.index(i).child('matchLabelExpressions');
    validateTerm(requirements, expressionsPath, context);
    const first = uses.record(meaningOf(requirements), i);
    if (requirements.length === 0) {
      // The server compares with terms that say nothing, too: as many as there are in the list.
      context.report.duplicate(expressionsPath, says['no-expressions']());
    } else if (first !== undefined) {
      context.report.duplicate(expressionsPath, says['term-twice'](), {
        related: [{ field: path.index(first), message: related['first-one']() }],
      });
    }
  });
}

/** Keys and values in any order; of two expressions with one key the last one counts. */
function meaningOf(requirements: readonly Requirement[]): string {
  const values = new Map(requirements.map(({ key = '', values: listed = [] }) => [key, [...new Set(listed)].sort()]));
  return JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** ValidateTopologySelectorTerm, pkg/apis/core/validation. */
function validateTerm(requirements: readonly Requirement[], path: FieldPath, context: Context): void {
  const uses = new FirstUses<number>();
  requirements.forEach((requirement, i) => {
    const { key = '' } = requirement;
    validateRequirement(requirement, path.index(i), context);
    const first = uses.record(key, i);
    if (first !== undefined)
      context.report.duplicate(path.index(i).child('key'), says['key-twice']({ key }), {
        related: [{ field: path.index(first), message: related['first-one']() }],
      });
  });
}

/** validateTopologySelectorLabelRequirement. */
function validateRequirement({ key = '', values = [] }: Requirement, path: FieldPath, context: Context): void {
  const valuesPath = path.child('values');
  if (values.length === 0) context.report.required(valuesPath, says['no-values']());
  const uses = new FirstUses<number>();
  values.forEach((value, i) => {
    if (uses.record(value, i) !== undefined)
      context.report.duplicate(valuesPath.index(i), says['value-twice']({ value }));
  });
  checkName(key, path.child('key'), qualifiedNameProblem, context);
}
