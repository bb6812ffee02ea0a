import { FieldPath } from '@podlint/field-path';
import type { Minor } from '@podlint/model';
import { controlOf, highestLevel, Place } from '@podlint/policy/standards';
import type { Decoded } from '../verdict/decoded.js';
import type { ExplainedPodSecurity } from './explanation.js';

/** The strictest level of the Pod Security Standards that the Pods of an object fit, in a cluster of that version. */
export function podSecurityOf({ kind, value }: Decoded, minor: Minor): ExplainedPodSecurity {
  const template = (kind.podTemplate ?? []).reduce((place, name) => place.at(name), new Place(value, FieldPath.root));
  const { level, next } = highestLevel({ metadata: template.at('metadata'), spec: template.at('spec') }, minor);
  return {
    version: `v1.${minor}`,
    level,
    ...(next && {
      next: {
        level: next.level,
        violations: next.violations.map(({ check, path }) => ({
          control: `pod-security/${controlOf(check)}`,
          path: path.toString(),
        })),
      },
    }),
  };
}
