import { labelsMatch, parseQuantity, type Decoded, type Quantity, type core } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import { onceEach } from './count-evaluator.js';
import type { Evaluator } from './evaluator.js';
import { scopeSelector } from './scopes.js';

type Claim = Decoded<core.PersistentVolumeClaim>;

const countedName = 'count/persistentvolumeclaims';
const resources: readonly string[] = ['persistentvolumeclaims', 'requests.storage'];
const ofClass = '.storageclass.storage.k8s.io/';
const classAnnotation = 'volume.beta.kubernetes.io/storage-class';

/** pkg/quota/v1/evaluator/core/persistent_volume_claims.go */
export const claimEvaluator: Evaluator = {
  counts: (name) =>
    name === countedName || resources.some((resource) => name === resource || name.endsWith(ofClass + resource)),
  isInScope(requirement, object, minor) {
    const { scopeName, operator } = requirement;
    if (scopeName !== 'VolumeAttributesClass' || minor < attributesClassSince) return false;
    const { spec } = object as Claim;
    const name = spec?.volumeAttributesClassName ?? '';
    if (operator === 'Exists') return name !== '';
    return labelsMatch(scopeSelector(requirement), name === '' ? {} : { [scopeName]: name });
  },
  missing: () => undefined,
  usage(object: KubernetesObject) {
    const claim = object as Claim;
    const className = claim.metadata?.annotations?.[classAnnotation] ?? claim.spec?.storageClassName ?? '';
    const prefixes = className === '' ? [''] : ['', className + ofClass];
    const counts = onceEach([countedName, ...prefixes.map((prefix) => `${prefix}persistentvolumeclaims`)]);
    const storage = storageOf(claim);
    const amounts = prefixes.flatMap((prefix): (readonly [string, Quantity])[] =>
      storage ? [[`${prefix}requests.storage`, storage]] : [],
    );
    return new Map([...counts, ...amounts]);
  },
};

/** The feature gate VolumeAttributesClass is on by default since then. */
const attributesClassSince = 34;

/** Whole bytes. */
function storageOf({ spec }: Claim): Quantity | undefined {
  const text = spec?.resources?.requests?.['storage'];
  const quantity = text === undefined ? undefined : parseQuantity(text);
  if (!quantity) return undefined;
  const isWholeByte = quantity.compare(parseQuantity(String(quantity.value())) ?? quantity) === 0;
  return isWholeByte ? quantity : parseQuantity(String(quantity.value()));
}
