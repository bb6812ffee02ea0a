import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { PodScope } from './warning.js';

const says = defineMessages('absent-selector', {
  'nothing-selected':
    'Without a labelSelector no pod is selected, so the rule does nothing. Add the labels of the pods that it is about.',
});

/** An absent selector selects no pods at all, unlike an empty one. */
export function warnAboutAbsentSelectors(scope: PodScope): void {
  const { spec, specPath } = scope;
  spec.topologySpreadConstraints?.forEach(({ labelSelector }, i) => {
    if (!labelSelector) warn(specPath.child('topologySpreadConstraints').index(i), scope);
  });
  for (const field of ['podAffinity', 'podAntiAffinity'] as const) {
    const affinity = spec.affinity?.[field];
    affinity?.requiredDuringSchedulingIgnoredDuringExecution?.forEach(({ labelSelector }, i) => {
      if (!labelSelector)
        warn(specPath.child('affinity', field, 'requiredDuringSchedulingIgnoredDuringExecution').index(i), scope);
    });
    affinity?.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ podAffinityTerm }, i) => {
      if (!podAffinityTerm?.labelSelector)
        warn(
          specPath
            .child('affinity', field, 'preferredDuringSchedulingIgnoredDuringExecution')
            .index(i)
            .child('podAffinityTerm'),
          scope,
        );
    });
  }
}

function warn(ownerPath: FieldPath, scope: PodScope): void {
  scope.warn(ownerPath.child('labelSelector'), says['nothing-selected']());
}
