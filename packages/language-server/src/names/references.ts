import { objectNamed, referencesOf, type FieldReferences, type Reference } from '@podlint/kinds';
import { kinds } from '@podlint/model';
import { fieldOfPattern } from '../knowledge/structure.js';

const kindBeside: Reference = { to: 'object', kind: { field: 'kind' } };

/** Of kinds that podlint does not judge: fields by their definition. */
const ofOtherKinds: readonly (FieldReferences & { readonly definition: string })[] = [
  {
    definition: 'autoscaling.v2.HorizontalPodAutoscaler',
    refersTo: { to: 'container' },
    fields: ['spec.metrics[].containerResource.container'],
  },
  {
    definition: 'autoscaling.v2.HorizontalPodAutoscaler',
    refersTo: kindBeside,
    fields: ['spec.scaleTargetRef.name', 'spec.metrics[].object.describedObject.name'],
  },
  { definition: 'networking.v1.Ingress', refersTo: objectNamed('Secret'), fields: ['spec.tls[].secretName'] },
  {
    definition: 'networking.v1.Ingress',
    refersTo: objectNamed('Service'),
    fields: ['spec.defaultBackend.service.name'],
  },
  { definition: 'networking.v1.Ingress', refersTo: objectNamed('IngressClass'), fields: ['spec.ingressClassName'] },
  {
    definition: 'networking.v1.Ingress',
    refersTo: { to: 'service port' },
    fields: ['spec.defaultBackend.service.port.name'],
  },
  { definition: 'rbac.v1.RoleBinding', refersTo: kindBeside, fields: ['roleRef.name', 'subjects[].name'] },
  { definition: 'core.v1.Service', refersTo: { to: 'selected port' }, fields: ['spec.ports[].targetPort'] },
];

/** What a field refers to, whatever the kind that it is found in. */
interface KnownField {
  /** By the definition of what holds the field's owner. */
  readonly byHolder: Map<string | undefined, Reference>;
  /** Where it is the same in all of them. */
  always: Reference | undefined;
}

let known: ReadonlyMap<string, KnownField> | undefined;

/** Every field that holds the name of something else, by its definition and name. */
function referencesByField(): ReadonlyMap<string, KnownField> {
  const found = new Map<string, KnownField>();
  for (const kind of kinds) for (const references of referencesOf(kind)) enter(kind.definition, references, found);
  for (const references of ofOtherKinds) enter(references.definition, references, found);
  return found;
}

function enter(definition: string, { refersTo, fields }: FieldReferences, found: Map<string, KnownField>): void {
  for (const pattern of fields) {
    const { owner, name, holder } = fieldOfPattern(definition, pattern);
    const field = found.get(`${owner}.${name}`);
    if (!field) found.set(`${owner}.${name}`, { byHolder: new Map([[holder, refersTo]]), always: refersTo });
    else {
      field.byHolder.set(holder, refersTo);
      if (JSON.stringify(field.always) !== JSON.stringify(refersTo)) field.always = undefined;
    }
  }
}

/**
 * What a field refers to. `around`: the definition of what holds the field's owner, or the list that the owner is an
 * item of. It tells a key of a ConfigMap's volume from one of a Secret's.
 */
export function referenceOf(owner: string, name: string, around: string | undefined): Reference | undefined {
  const field = (known ??= referencesByField()).get(`${owner}.${name}`);
  return field?.always ?? field?.byHolder.get(around);
}

/** Fields that hold the labels of the Pods that an object means. */
const selectors: readonly string[] = [
  'core.v1.ServiceSpec.selector',
  'core.v1.ReplicationControllerSpec.selector',
  'meta.v1.LabelSelector.matchLabels',
];

export function isSelector(owner: string, name: string): boolean {
  return selectors.includes(`${owner}.${name}`);
}
