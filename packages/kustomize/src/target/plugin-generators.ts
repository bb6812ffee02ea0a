import { says } from '../messages.js';
import { BuildFailure, NotRun, throwing } from '../errors.js';
import { generateConfigMap, generateSecret } from '../generate/generators.js';
import { mappingNode, markAll, scalarNode, stringNode, Tag, type YNode } from '../node/node.js';
import { embedded, struct, text } from '../read/decode.js';
import { generatorFields, secretFields } from '../read/generators.js';
import { objectMeta } from '../read/kustomization.js';
import { Resource } from '../resource/resource.js';
import { pluginOptions, type PluginFile, type PluginMaker } from './plugin-options.js';

/** A generator's own name and namespace stand in for those of what it makes (ConfigMapGenerator.go). */
function withMetadata<T extends { name: string; namespace: string }>(entry: T, plugin: PluginFile): T {
  const { metadata } = pluginOptions(struct({ metadata: objectMeta }), plugin);
  return { ...entry, name: entry.name || metadata.name, namespace: entry.namespace || metadata.namespace };
}

const ownEntry = { entry: [], globalOptions: undefined };

export const pluginGenerators: ReadonlyMap<string, PluginMaker<Resource[]>> = new Map<string, PluginMaker<Resource[]>>([
  [
    'ConfigMapGenerator',
    (plugin) => [
      generateConfigMap(
        withMetadata(pluginOptions(embedded(struct(generatorFields)), plugin), plugin),
        ownEntry,
        plugin.context,
      ),
    ],
  ],
  [
    'SecretGenerator',
    (plugin) => [
      generateSecret(
        withMetadata(pluginOptions(embedded(struct(secretFields)), plugin), plugin),
        ownEntry,
        plugin.context,
      ),
    ],
  ],
  ['IAMPolicyGenerator', (plugin) => [workloadIdentity(plugin)]],
  [
    'HelmChartInflationGenerator',
    ({ context }) => throwing(new NotRun('plugin', says['helm-chart'](), context.placeOf([]))),
  ],
]);

const identityOptions = embedded(
  struct({
    cloud: text,
    kubernetesService: struct({ name: text, namespace: text }),
    serviceAccount: struct({ name: text, projectId: text }),
  }),
);

/** A ServiceAccount that is bound to one of Google's (filters/iampolicygenerator/iampolicygenerator.go). */
function workloadIdentity(plugin: PluginFile): Resource {
  const { cloud, kubernetesService, serviceAccount } = pluginOptions(identityOptions, plugin);
  const { placeOf } = plugin.context;
  if (cloud !== 'gke') throw new BuildFailure('generator', says.cloud({ cloud }), placeOf(['cloud']) ?? placeOf([]));
  const annotation = `${serviceAccount.name}@${serviceAccount.projectId}.iam.gserviceaccount.com`;
  const metadata = mapOf([
    ['annotations', mapOf([['iam.gke.io/gcp-service-account', stringNode(annotation)]])],
    ['name', stringNode(kubernetesService.name)],
    ...(kubernetesService.namespace === '' ? [] : [['namespace', stringNode(kubernetesService.namespace)] as const]),
  ]);
  const node = mapOf([
    ['apiVersion', stringNode('v1')],
    ['kind', stringNode('ServiceAccount')],
    ['metadata', metadata],
  ]);
  markAll(node, plugin.context.step);
  return new Resource(node, plugin.context.openApi);
}

function mapOf(entries: readonly (readonly [string, YNode])[]): YNode {
  const map = mappingNode(Tag.map);
  for (const [name, value] of entries) map.content.push(scalarNode(name, Tag.string), value);
  return map;
}
