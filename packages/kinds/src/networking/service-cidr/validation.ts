import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type networking } from '@podlint/model';
import { type Context, canonicalCidrProblem, dnsSubdomainProblem, isDualStack, parseCidr } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('service-cidr', {
  none: 'The list of ranges is empty, so Services would get no addresses. List at least one.',
  'too-many': 'There can be two ranges, one of IPv4 and one of IPv6. Make another ServiceCIDR of the rest.',
  'same-family': 'Both ranges are of one family, and there is one for each. Make another ServiceCIDR of one.',
  invalid: '"{text}" is not a range of addresses: {problem}.',
  changed:
    'Ranges are settled when the object is created; only a second one of the other family can come later. Create another ServiceCIDR.',
});

type ServiceCIDR = Decoded<networking.ServiceCIDR>;

const path = FieldPath.root.child('spec', 'cidrs');

/** pkg/registry/networking/servicecidr/strategy.go, and ValidateServiceCIDR in pkg/apis/networking/validation. */
export const serviceCIDRStrategy: Strategy<ServiceCIDR> = {
  nameProblem: dnsSubdomainProblem,
  validateCreate({ spec = {} }, context) {
    validateRanges(spec.cidrs ?? [], context);
  },
  validateUpdate({ spec = {} }, { spec: old = {} }, context) {
    validateChange(spec.cidrs ?? [], old.cidrs ?? [], context);
  },
};

function validateRanges(cidrs: readonly string[], { report }: Context): void {
  if (cidrs.length === 0) report.required(path, says.none());
  if (cidrs.length > 2) report.invalid(path, says['too-many']());
  if (cidrs.length > 2) return;
  cidrs.forEach((text, i) => {
    const problem = canonicalCidrProblem(text);
    if (problem) report.invalid(path.index(i), says.invalid({ text, problem }));
  });
  const ranges = cidrs.flatMap((text) => parseCidr(text) ?? []);
  if (ranges.length === 2 && !isDualStack(ranges)) report.invalid(path, says['same-family']());
}

/** ValidateServiceCIDRUpdate: a second range is all that can change. */
function validateChange(cidrs: readonly string[], old: readonly string[], context: Context): void {
  const isSecondAdded = old.length === 1 && cidrs.length === 2;
  if (old.length !== cidrs.length && !isSecondAdded) {
    context.report.invalid(path, says.changed());
    return;
  }
  old.forEach((text, i) => {
    if (text !== cidrs[i]) context.report.invalid(path.index(i), says.changed());
  });
  if (isSecondAdded) validateRanges(cidrs, context);
}
