import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsLabelProblem } from '../../formats.js';

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
      context.report.required(path.index(i), 'The entry does not say which claim of the pod it means. Set name.', {
        at: path.index(i).child('name'),
      });
      return;
    }
    validateUniqueClaim(claim.name, claim.request, earlier, path.index(i), context);
    if (!podClaims.has(claim.name)) reportUnknownClaim(claim.name, podClaims, path.index(i), context);
  });
}

function reportUnknownClaim(name: string, podClaims: ReadonlySet<string>, path: FieldPath, context: Context): void {
  const known = podClaims.size > 0 ? `it has ${[...podClaims].map((claim) => `"${claim}"`).join(', ')}` : 'it has none';
  context.report.notFound(
    path,
    `The pod has no resource claim named "${name}" (${known}). Add it to spec.resourceClaims, or correct the name.`,
    { at: path.child('name') },
  );
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
    reportTwice(
      `All of the claim "${name}" is already listed, so this entry adds nothing. Remove it.`,
      whole,
      path,
      context,
    );
    return;
  }
  if (request) {
    validateUniqueRequest(name, request, earlier, path, context);
    return;
  }
  const part = earlier.requests.get(name)?.values().next().value;
  if (part)
    reportTwice(
      `A part of the claim "${name}" is already listed, and this entry means all of it. Keep one of the two.`,
      part,
      path,
      context,
    );
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
  if (problem)
    context.report.invalid(
      path.child('request'),
      `"${request}" cannot be the name of a request in a claim: ${problem}.`,
    );
  const requests = earlier.requests.get(name) ?? new Map<string, FieldPath>();
  const first = requests.get(request);
  if (first)
    reportTwice(
      `The request "${request}" of the claim "${name}" is already listed. Remove this entry.`,
      first,
      path,
      context,
    );
  earlier.requests.set(name, requests.set(request, path));
}

function reportTwice(message: string, first: FieldPath, path: FieldPath, context: Context): void {
  context.report.duplicate(path, message, { related: [{ field: first, message: 'the earlier entry' }] });
}
