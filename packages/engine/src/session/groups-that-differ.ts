import type { CustomResources } from '../verdict/custom-resources.js';

/** The API groups of which other definitions are known than before. */
export function groupsThatDiffer(before: CustomResources | undefined, now: CustomResources | undefined): string[] {
  const [old, current] = [before, now].map((resources) => resources?.defined?.()?.groups ?? new Map<string, string>());
  const names = new Set([...(old?.keys() ?? []), ...(current?.keys() ?? [])]);
  return [...names].filter((group) => old?.get(group) !== current?.get(group));
}
