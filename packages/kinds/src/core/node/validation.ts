import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type core } from '@podlint/model';
import {
  type Context,
  cidrFieldMessage,
  dnsSubdomainProblem,
  isDualStack,
  parseCidr,
  takeFields,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateNodeAnnotations } from './annotations.js';
import { dropConfigSource, readPodCidr } from './conversion.js';
import { validateNodeStatus } from './status.js';
import { validateTaints } from './taints.js';
import { validateNodeUpdate } from './update.js';

const says = defineMessages('node', {
  'one-range-per-family': 'A node has one range for IPv4 and one for IPv6 at most. Remove the others.',
  'not-comparable': 'The server cannot tell the families of these ranges while one of them is no range. Correct it.',
  'range-twice': 'The range "{range}" is listed twice. Remove one.',
});

type Node = Decoded<core.Node>;

/** A range that is listed twice was an error of its own before (ValidateNode). */
const duplicatesUncheckedSince: Minor = 33;

/** pkg/registry/core/node/strategy.go and ValidateNode in pkg/apis/core/validation. */
export const nodeStrategy: Strategy<Node> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  prepareForCreate(node, context) {
    readPodCidr(node, context);
    dropConfigSource(node, context);
  },
  validateCreate: validateNode,
  prepareForUpdate(node, old, context) {
    readPodCidr(node, context);
    dropConfigSource(node, context);
    takeFields(node, old, 'status');
  },
  validateUpdate(node, old, context) {
    validateNode(node, context);
    validateNodeUpdate(node, old, context);
  },
};

function validateNode(node: Node, context: Context): void {
  const { spec = {} } = node;
  validateNodeAnnotations(node, context);
  // The server speaks of metadata.
  const first = context.report.errors.length;
  validateTaints(spec.taints ?? [], FieldPath.root.child('metadata', 'taints'), context);
  placeTaints(first, context);
  validateNodeStatus(node, context);
  validatePodCidrs(spec.podCIDRs ?? [], FieldPath.root.child('spec', 'podCIDRs'), context);
}

function placeTaints(first: number, { report: { errors } }: Context): void {
  const [reported, real] = [FieldPath.root.child('metadata', 'taints'), FieldPath.root.child('spec', 'taints')];
  for (let i = first; i < errors.length; i++) {
    const error = errors[i]!;
    errors[i] = {
      ...error,
      at: error.field.rebase(reported, real),
      ...(error.related && {
        related: error.related.map((other) => ({ ...other, field: other.field.rebase(reported, real) })),
      }),
    };
  }
}

function validatePodCidrs(ranges: readonly string[], path: FieldPath, context: Context): void {
  const { report } = context;
  ranges.forEach((range, i) => {
    const message = cidrFieldMessage(range, context);
    if (message) report.invalid(path.index(i), message);
  });
  if (ranges.length < 2) return;
  const parsed = ranges.map(parseCidr);
  if (!parsed.every((range) => range !== undefined)) {
    report.internal(path, says['not-comparable']());
    report.invalid(path, says['one-range-per-family']());
  } else if (!isDualStack(parsed) || ranges.length > 2) report.invalid(path, says['one-range-per-family']());
  if (context.minor < duplicatesUncheckedSince) reportDuplicates(ranges, path, context);
}

function reportDuplicates(ranges: readonly string[], path: FieldPath, { report }: Context): void {
  ranges.forEach((range, i) => {
    if (ranges.indexOf(range) < i) report.duplicate(path.index(i), says['range-twice']({ range }));
  });
}
