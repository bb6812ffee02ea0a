import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type networking } from '@podlint/model';
import type { Warn } from '@podlint/validation';

const says = defineMessages('ingress-warning', {
  'class-annotation':
    'The annotation "{annotation}" is deprecated, and not every controller reads it. Use spec.ingressClassName.',
});

export const classAnnotation = 'kubernetes.io/ingress.class';

/** WarningsOnCreate, pkg/registry/networking/ingress/strategy.go. */
export function warnAboutIngress({ metadata, spec }: Decoded<networking.Ingress>, warn: Warn): void {
  if (metadata?.annotations?.[classAnnotation] === undefined || spec?.ingressClassName !== undefined) return;
  warn(
    FieldPath.root.child('metadata', 'annotations').key(classAnnotation),
    says['class-annotation']({ annotation: classAnnotation }),
  );
}
