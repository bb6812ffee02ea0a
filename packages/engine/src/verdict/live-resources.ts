import type { CustomResources } from './custom-resources.js';
import type { KnownDefinitions } from './known-definitions.js';

/** What judges by the definitions that are known at the time. */
export function liveResources(known: Pick<KnownDefinitions, 'current'>): CustomResources {
  return {
    get name() {
      return known.current?.name ?? '';
    },
    get admission() {
      return known.current?.admission;
    },
    defined: () => known.current?.defined?.(),
    judge: (request) => known.current?.judge(request),
  };
}
