import { each, entryAt, remove, set, type FixProposal, type Placed, type ResourceView } from '@podlint/engine/rule';
import type { apps, core, meta } from '@podlint/model';
import { typed } from '../../kit/typed.js';
import { serverWarning, type ReportField } from './messages.js';

const ingressClass = 'kubernetes.io/ingress.class';
const storageClass = 'volume.beta.kubernetes.io/storage-class';

interface Ingress {
  readonly metadata: meta.ObjectMeta;
  readonly spec: { readonly ingressClassName?: string };
}

/** The name of an IngressClass is not always what a controller took for its own in the annotation. */
export function reportIngressClass(resource: ResourceView, report: ReportField): void {
  if (resource.kindName !== 'Ingress' || resource.apiVersion !== 'networking.k8s.io/v1') return;
  const name = resource.metadata.annotations?.[ingressClass];
  if (name === undefined) return;
  const { value, at } = typed<Ingress>(resource);
  const annotation = entryAt(at.metadata.annotations, ingressClass);
  const title = `Set ingressClassName to "${name}" instead`;
  const fixes: FixProposal[] =
    name === '' || value.spec?.ingressClassName !== undefined
      ? []
      : [{ title, safety: 'unsafe', changes: [remove(annotation), set(at.spec.ingressClassName, name)] }];
  report({ at: annotation, message: 'ingressClass', data: { name: ingressClass }, fixes, insteadOf: serverWarning });
}

/** In claims, and in the claims that a StatefulSet makes. */
export function reportStorageClasses(resource: ResourceView, report: ReportField): void {
  if (resource.kindName === 'PersistentVolumeClaim' && resource.apiVersion === 'v1') {
    reportStorageClass(typed<core.PersistentVolumeClaim>(resource), report);
  } else if (resource.kindName === 'StatefulSet' && resource.judged) {
    const { value, at } = typed<apps.StatefulSet>(resource);
    for (const claim of each(value.spec?.volumeClaimTemplates, at.spec.volumeClaimTemplates))
      reportStorageClass(claim, report);
  }
}

/** The annotation goes before the field (GetPersistentVolumeClaimClass, component-helpers/storage/volume). */
function reportStorageClass({ value, at }: Placed<core.PersistentVolumeClaim>, report: ReportField): void {
  const { metadata, spec } = value;
  const name = metadata?.annotations?.[storageClass];
  if (name === undefined) return;
  const annotation = entryAt(at.metadata.annotations, storageClass);
  const changes =
    spec?.storageClassName === name ? [remove(annotation)] : [remove(annotation), set(at.spec.storageClassName, name)];
  report({
    at: annotation,
    message: 'storageClass',
    data: { name: storageClass },
    fixes: [{ title: `Set storageClassName to "${name}" instead`, safety: 'safe', changes }],
    insteadOf: serverWarning,
  });
}
