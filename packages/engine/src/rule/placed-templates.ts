import type { FieldPath } from '@podlint/field-path';
import type { PlacedTemplate } from '@podlint/kinds';
import type { Kind } from '@podlint/model';
import { containerOf } from '../findings/container.js';
import { resourceView } from './build-views.js';
import { pathOf, type Field } from './field.js';
import type { LintSubject } from './lint-subject.js';
import type { Rule } from './rule.js';
import type { ActiveRule } from './run-rules.js';
import type { ResourceView } from './views.js';

/** An object that has several pods, with one of them for its own. */
export function viewOfTemplate(subject: LintSubject, template: PlacedTemplate): ResourceView {
  return resourceView({ ...subject, kind: kindOfTemplates(subject), template });
}

/** Where nobody knows what becomes of a template, nothing in it is an error. */
export function levelIn(
  template: Pick<PlacedTemplate, 'pods'> | undefined,
  level: ActiveRule['level'],
): ActiveRule['level'] {
  return template?.pods === 'unknown' && level === 'error' ? 'warn' : level;
}

/** A kind that is none of Kubernetes' own, as rules see it. */
function kindOfTemplates({ apiVersion, kindName }: LintSubject): Kind {
  const [group = '', version = ''] = apiVersion.split('/');
  const definition = `${apiVersion}.${kindName}`;
  const plural = `${kindName.toLowerCase()}s`;
  return { group, version, apiVersion, kind: kindName, plural, scope: 'namespaced', definition };
}

interface SaidOfPart {
  readonly rule: Pick<Rule, 'ofWholePods'>;
  readonly at: Field;
  readonly part: FieldPath;
  readonly object: Pick<ResourceView, 'isWritten'> | undefined;
}

/**
 * Whether a finding is about what is written in a template that is merged with another one: of a spec or a container as
 * a whole only that is said which is missing in it.
 */
export function isOfWritten({ rule, at, part, object }: SaidOfPart): boolean {
  if (rule.ofWholePods) return false;
  const path = pathOf(at);
  const isWhole = part.startsWith(path) || path.equals(part.child('spec')) || containerOf(path)?.equals(path) === true;
  return !isWhole && object?.isWritten(at) === true;
}
