import { isEnabled, type FeatureGate, type Minor } from '@podlint/model';
import { fieldWords } from '@podlint/schemas/field-words';

/** Fields that Go knows as plain texts, and for which validation has a list of words all the same. */
const alsoWords: Readonly<Record<string, readonly string[]>> = {
  // ValidateContainerResizePolicy and validateObjectFieldSelector, pkg/apis/core/validation
  'core.v1.ContainerResizePolicy.resourceName': ['cpu', 'memory'],
  'core.v1.ObjectFieldSelector.apiVersion': ['v1'],
  // validatePodCertificateProjectionSource
  'core.v1.PodCertificateProjection.keyType': ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'],
};

/** Words that the server takes only behind a gate, by field and word. */
const gates: ReadonlyMap<string, FeatureGate> = new Map([
  ['core.v1.ContainerRestartRule.action RestartAllContainers', 'RestartAllContainersOnContainerExits'],
  ['core.v1.PodSecurityContext.seLinuxChangePolicy MountOption', 'SELinuxMount'],
  ['core.v1.Toleration.operator Lt', 'TaintTolerationComparisonOperators'],
  ['core.v1.Toleration.operator Gt', 'TaintTolerationComparisonOperators'],
]);

/** Words of a type that one of its fields does not take. */
const refused: ReadonlySet<string> = new Set([
  // webhooks of v1 have to say that they have none (ValidateValidatingWebhookConfiguration)
  'admissionregistration.v1.MutatingWebhook.sideEffects Unknown',
  'admissionregistration.v1.MutatingWebhook.sideEffects Some',
  'admissionregistration.v1.ValidatingWebhook.sideEffects Unknown',
  'admissionregistration.v1.ValidatingWebhook.sideEffects Some',
  // validateReclaimPolicy, pkg/apis/storage/validation
  'storage.v1.StorageClass.reclaimPolicy Recycle',
]);

/** Words that people write most, in their order; those that are not here follow in Go's. */
const usual: readonly string[] = [
  'ClusterFirst',
  'Equal',
  'Filesystem',
  'Honor',
  'None',
  'Prefix',
  'Retain',
  'RollingUpdate',
  'RuntimeDefault',
  'OnRootMismatch',
  'Always',
  'IfNotPresent',
];

/** The fields that have words of their own: `core.v1.Container.imagePullPolicy`. */
export const fieldsWithWords: readonly string[] = [...Object.keys(fieldWords), ...Object.keys(alsoWords)].sort();

/**
 * The words that a field (or each item of a list) takes, the usual one first; undefined for a field that takes others
 * too.
 *
 * @param owner the definition that has the field
 */
export function allowedValues(owner: string, name: string, minor: Minor): readonly string[] | undefined {
  const field = `${owner}.${name}`;
  const words = wordsOf(field)?.filter((word) => isTaken(`${field} ${word}`, minor));
  return words?.sort((a, b) => rank(a) - rank(b));
}

function wordsOf(field: string): readonly string[] | undefined {
  if (Object.hasOwn(fieldWords, field)) return fieldWords[field];
  return Object.hasOwn(alsoWords, field) ? alsoWords[field] : undefined;
}

function rank(word: string): number {
  const place = usual.indexOf(word);
  return place < 0 ? usual.length : place;
}

function isTaken(fieldAndWord: string, minor: Minor): boolean {
  const gate = gates.get(fieldAndWord);
  return !refused.has(fieldAndWord) && (gate === undefined || isEnabled(gate, minor));
}
