import { apiMinor } from './go-types.mjs';
import { kubernetesModules, openApiDocument } from './modules.mjs';
import { shortName } from './openapi.mjs';
import { definitionsBelow } from './reachable.mjs';

/** The stable kinds of k8s.io/api. */
const stable = /^io\.k8s\.api\.\w+\.v\d+\.\w+$/;
/** What the server alone writes. */
const observed = /(?:Status|Condition)$/;

/** What people write in the stable kinds: short definition name and definition of the newest version, sorted by name. */
export function writtenDefinitions() {
  const { definitions } = openApiDocument(kubernetesModules.find(({ minor }) => minor === apiMinor));
  const kinds = Object.keys(definitions).filter(
    (name) =>
      stable.test(name) &&
      definitions[name]['x-kubernetes-group-version-kind'] &&
      definitions[name].properties?.metadata,
  );
  return definitionsBelow(definitions, new Set(kinds.map(shortName)))
    .filter((name) => definitions[name].properties && !observed.test(name))
    .map((name) => [shortName(name), definitions[name]]);
}
