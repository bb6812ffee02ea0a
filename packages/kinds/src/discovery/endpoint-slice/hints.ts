import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, discovery } from '@podlint/model';
import {
  type Context,
  FirstUses,
  type NameProblem,
  checkName,
  dnsSubdomainProblem,
  labelValueProblem,
  related,
} from '@podlint/validation';

const says = defineMessages('endpoint-hint', {
  'too-many': '{count} entries are too many; the server takes {limit}.',
  twice: '"{name}" is listed twice. Remove one.',
});

const maxHints = 8;

/** validateHints, pkg/apis/discovery/validation: where too many zones are listed, nodes are not looked at. */
export function validateHints(
  { forZones = [], forNodes = [] }: Decoded<discovery.EndpointHints>,
  path: FieldPath,
  context: Context,
): void {
  if (isTooLong(forZones, path.child('forZones'), context)) return;
  validateNames(forZones, labelValueProblem, path.child('forZones'), context);
  if (!isTooLong(forNodes, path.child('forNodes'), context))
    validateNames(forNodes, dnsSubdomainProblem, path.child('forNodes'), context);
}

function isTooLong({ length: count }: readonly unknown[], path: FieldPath, { report }: Context): boolean {
  if (count > maxHints) report.tooMany(path, says['too-many']({ count, limit: maxHints }));
  return count > maxHints;
}

function validateNames(
  hints: readonly { readonly name?: string }[],
  problemOf: NameProblem,
  path: FieldPath,
  context: Context,
): void {
  const uses = new FirstUses<number>();
  hints.forEach(({ name = '' }, i) => {
    const namePath = path.index(i).child('name');
    const first = uses.record(name, i);
    if (first !== undefined)
      context.report.duplicate(namePath, says.twice({ name }), {
        related: [{ field: path.index(first).child('name'), message: related['first-one']() }],
      });
    checkName(name, namePath, problemOf, context);
  });
}
