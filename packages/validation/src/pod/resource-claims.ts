import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type core, type meta } from '@podlint/model';
import type { Context } from '../context.js';
import { dnsLabelProblem, dnsSubdomainProblem } from '../formats.js';
import { related } from '../related.js';
import { FirstUses } from './first-uses.js';
import { mirrorPodAnnotation } from './well-known-annotations.js';

const says = defineMessages('pod-claim', {
  'mirror-pod':
    'A mirror pod stands for a static pod, whose kubelet cannot claim resources from the API server. Remove resourceClaims.',
  'no-name': 'The claim has no name, so no container can refer to it. Set name.',
  'name-taken':
    'Two claims of this pod are named "{name}", and containers refer to claims by name. Give this one another.',
  'invalid-name': '"{name}" cannot be the name of a claim: {problem}.',
  'two-sources':
    'The claim names both a ResourceClaim and a ResourceClaimTemplate. Keep resourceClaimName or resourceClaimTemplateName.',
  'no-source': 'The claim does not say what it claims. Set resourceClaimName or resourceClaimTemplateName.',
  'invalid-claim-name': '"{name}" cannot be the name of a ResourceClaim: {problem}.',
  'invalid-template-name': '"{name}" cannot be the name of a ResourceClaimTemplate: {problem}.',
});

type PodResourceClaim = Decoded<core.PodResourceClaim>;

/** Mirror pods with claims are refused since this version (validatePodResourceClaim). */
const mirrorPodsRefusedSince: Minor = 32;

/** validatePodResourceClaims, pkg/apis/core/validation/validation.go; the feature is on by default since 1.34. */
export function validateResourceClaims(
  claims: readonly PodResourceClaim[],
  metadata: Decoded<meta.ObjectMeta>,
  path: FieldPath,
  context: Context,
): void {
  if (
    claims.length > 0 &&
    context.minor >= mirrorPodsRefusedSince &&
    metadata.annotations?.[mirrorPodAnnotation] !== undefined
  ) {
    context.report.forbidden(FieldPath.root, says['mirror-pod'](), { at: path });
    return;
  }
  const uses = new FirstUses<FieldPath>();
  claims.forEach((claim, i) => {
    validateName(claim.name, path.index(i).child('name'), uses, context);
    validateSource(claim, path.index(i), context);
  });
}

function validateName(
  name: string | undefined,
  path: FieldPath,
  uses: FirstUses<FieldPath>,
  { report }: Context,
): void {
  if (!name) {
    report.required(path, says['no-name']());
    return;
  }
  const first = uses.record(name, path);
  if (first) {
    report.duplicate(path, says['name-taken']({ name }), {
      related: [{ field: first, message: related['used-first']({ name }) }],
    });
    return;
  }
  const problem = dnsLabelProblem(name);
  if (problem) report.invalid(path, says['invalid-name']({ name, problem }));
}

function validateSource(
  { resourceClaimName, resourceClaimTemplateName }: PodResourceClaim,
  path: FieldPath,
  { report }: Context,
): void {
  const count = Number(resourceClaimName !== undefined) + Number(resourceClaimTemplateName !== undefined);
  if (count === 2) report.invalid(path, says['two-sources']());
  if (count === 0) report.invalid(path, says['no-source']());
  const nameProblem = resourceClaimName !== undefined && dnsSubdomainProblem(resourceClaimName);
  if (nameProblem)
    report.invalid(
      path.child('resourceClaimName'),
      says['invalid-claim-name']({ name: resourceClaimName, problem: nameProblem }),
    );
  const templateProblem = resourceClaimTemplateName !== undefined && dnsSubdomainProblem(resourceClaimTemplateName);
  if (templateProblem)
    report.invalid(
      path.child('resourceClaimTemplateName'),
      says['invalid-template-name']({ name: resourceClaimTemplateName, problem: templateProblem }),
    );
}
