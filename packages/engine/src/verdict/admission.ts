import { copyOf, own } from '@podlint/plain';
import type { PlacedTemplate } from '@podlint/kinds';
import { FieldPath, type Minor } from '@podlint/model';
import type { SourceObject } from '../documents/objects.js';
import { admissionCodes } from '../findings/codes.js';
import { finding, type Finding } from '../findings/finding.js';
import { locate } from '../findings/locate.js';
import type { Decoded } from './decoded.js';
import type { RunAdmission } from './run-admission.js';

/** What comes of an object in admission. */
export interface Admitted {
  readonly findings: readonly Finding[];
  /** The object as the server's own steps leave it, where admission has changed the decoded one. */
  readonly before?: Decoded | undefined;
  /** Items of its lists that a policy has put there. */
  readonly injected?: readonly FieldPath[];
}

/**
 * What admission says of an object, for which the server itself has no objection. From then on the object is
 * as policies change it, with the requests and limits that its Pods will have, so that rules see them.
 */
export function admitted(
  object: SourceObject,
  decoded: Decoded | undefined,
  admission: RunAdmission | undefined,
  minor: Minor,
): Admitted {
  if (!admission) return { findings: [] };
  const json = object.json();
  const findings = admission.judge(json, minor).map(findingIn(object));
  if (!decoded) return { findings };
  const before = { ...decoded, value: copyOf(decoded.value) };
  return { findings, before, injected: admission.fill(decoded.kind, decoded.value, json, minor) };
}

/** A template of an object of another kind, with the server's defaults, or its spec alone. */
type PlacedPod = Pick<PlacedTemplate, 'path' | 'part' | 'value'>;

/** The same for the Pods that the controller of another kind makes. */
export function admittedPods(
  object: SourceObject,
  pods: readonly PlacedPod[],
  admission: RunAdmission | undefined,
  minor: Minor,
): Omit<Admitted, 'before'> {
  if (!admission || pods.length === 0) return { findings: [] };
  const owner = object.json();
  const all = pods.map((pod) => ({
    findings: admission
      .judgePod(pod.value, owner, minor)
      .map((one) => findingIn(object)({ ...one, at: placeIn(pod, one.at) })),
    injected: admission.fillPod(pod.value, owner, minor).map((at) => placeIn(pod, at)),
  }));
  return { findings: all.flatMap(({ findings }) => findings), injected: all.flatMap(({ injected }) => injected) };
}

/** Where a field of the Pod is in the object. */
function placeIn({ path, part }: PlacedPod, at: FieldPath): FieldPath {
  if (part === 'template') return at.rebase(FieldPath.root, path);
  const spec = FieldPath.root.child('spec');
  return at.startsWith(spec) ? at.rebase(spec, path) : path;
}

function findingIn({ document, node }: SourceObject) {
  return ({ code, message, at, isDoubtful }: ReturnType<RunAdmission['judge']>[number]): Finding => {
    const of = own(admissionCodes, code) ?? admissionCodes.other;
    const made = finding(of, { message, path: at, range: locate(document, node, at) });
    return isDoubtful && made.severity === 'error' ? { ...made, severity: 'warning' } : made;
  };
}
