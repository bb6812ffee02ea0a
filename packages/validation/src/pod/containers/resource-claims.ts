import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsLabelProblem } from '../../formats.js';
import { quotedList } from '../../lists.js';

const says = defineMessages('container-claim', {
  'no-name': 'The entry does not say which claim of the pod it means. Set name.',
  'claim-listed': 'All of the claim "{name}" is already listed, so this entry adds nothing. Remove it.',
  'part-listed': 'A part of the claim "{name}" is already listed, and this entry means all of it. Keep one of the two.',
  'invalid-request': '"{request}" cannot be the name of a request in a claim: {problem}.',
  'request-listed': 'The request "{request}" of the claim "{name}" is already listed. Remove this entry.',
  earlier: 'the earlier entry',
  unknown:
    'The pod has no resource claim named "{name}" (it has {claims}). Add it to spec.resourceClaims, or correct the name.',
  'unknown-of-none':
    'The pod has no resource claim named "{name}" (it has none). Add it to spec.resourceClaims, or correct the name.',
});

type ResourceClaim = Decoded<core.ResourceClaim>;

/** What earlier entries of the list refer to: a claim as a whole, or single requests of it. */
interface EarlierClaims {
  readonly whole: Map<string, FieldPath>;
  readonly requests: Map<string, Map<string, FieldPath>>;
}

/**
 * validateResourceClaimNames, pkg/apis/core/validation/validation.go. `podClaims`: the names in spec.resourceClaims.
 */
export function validateResourceClaims(
  claims: readonly ResourceClaim[],
  podClaims: ReadonlySet<string>,
  path: FieldPath,
  context: Context,
): void {
  const earlier: EarlierClaims = { whole: new Map(), requests: new Map() };
  claims.forEach((claim, i) => {
    if (!claim.name) {
      context.report.required(path.index(i), says['no-name'](), {
        at: path.index(i).child('name'),
      });
      return;
    }
    validateUniqueClaim(claim.name, claim.request, earlier, path.index(i), context);
    if (!podClaims.has(claim.name)) reportUnknownClaim(claim.name, podClaims, path.index(i), context);
  });
}

function reportUnknownClaim(name: string, podClaims: ReadonlySet<string>, path: FieldPath, context: Context): void {
  const message =
    podClaims.size > 0 ? says.unknown({ name, claims: quotedList(podClaims) }) : says['unknown-of-none']({ name });
  context.report.notFound(path, message, { at: path.child('name') });
}

function validateUniqueClaim(
  name: string,
  request: string | undefined,
  earlier: EarlierClaims,
  path: FieldPath,
  context: Context,
): void {
  const whole = earlier.whole.get(name);
  if (whole) {
    reportTwice(says['claim-listed']({ name }), whole, path, context);
    return;
  }
  if (request) {
    validateUniqueRequest(name, request, earlier, path, context);
    return;
  }
  const part = earlier.requests.get(name)?.values().next().value;
  if (part) reportTwice(says['part-listed']({ name }), part, path, context);
  earlier.whole.set(name, path);
}

function validateUniqueRequest(
  name: string,
  request: string,
  earlier: EarlierClaims,
  path: FieldPath,
  context: Context,
): void {
  const problem = dnsLabelProblem(request);
  if (problem) context.report.invalid(path.child('request'), says['invalid-request']({ request, problem }));
  const requests = earlier.requests.get(name) ?? new Map<string, FieldPath>();
  const first = requests.get(request);
  if (first) reportTwice(says['request-listed']({ request, name }), first, path, context);
  earlier.requests.set(name, requests.set(request, path));
}

function reportTwice(message: Message, first: FieldPath, path: FieldPath, context: Context): void {
  context.report.duplicate(path, message, { related: [{ field: first, message: says.earlier() }] });
}
