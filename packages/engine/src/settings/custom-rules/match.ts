import type { ResourceView } from '../../rule/views.js';
import { fits } from '../object-selector.js';
import type { CustomMatch } from './custom-rule.js';

/** Whether a rule is for an object. All that is said has to fit; of a list one entry. */
export function isMeant(match: CustomMatch | undefined, resource: ResourceView): boolean {
  if (!match) return true;
  const { kinds, groups, namespaces, names, labels = {} } = match;
  const own: Readonly<Record<string, unknown>> = resource.metadata.labels ?? {};
  return (
    fits(kinds, resource.kindName) &&
    fits(groups, groupOf(resource)) &&
    fits(namespaces, resource.namespace) &&
    fits(names, resource.name) &&
    Object.entries(labels).every(([key, wanted]) => fits(wanted, textIn(own, key)))
  );
}

/** `apps/v1` -> `apps`; empty for the core. */
function groupOf({ apiVersion }: ResourceView): string {
  return apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf('/')));
}

function textIn(labels: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
