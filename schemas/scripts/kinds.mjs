// Reads what Kubernetes' built-in kinds are called, how their resources are reached and where they hold a pod template
// out of the OpenAPI documents inside k8s.io/kubernetes: schemas/data/kinds.json, one kind a line, and
// schemas/src/kinds.ts.
import { formerApiVersions } from './former-versions.mjs';
import { kindsByFolder } from './kind-folders.mjs';
import { kubernetesModules, openApiDocument } from './modules.mjs';
import { referenceOf, shortName } from './openapi.mjs';
import { literal } from './structure-table.mjs';
import { rangeWithin } from './union.mjs';

/** A resource of its own: `/apis/apps/v1/namespaces/{namespace}/deployments`, no watch and no part of another one. */
const resourcePath =
  /^\/apis?(?:\/[\w.-]+)?\/v\w+(?<namespace>\/namespaces\/\{namespace\})?\/(?<plural>\w+)(?:\/\{name\})?$/;
const pod = 'core.v1.Pod';
const podTemplate = 'core.v1.PodTemplateSpec';

const identityOf = ({ group, version, kind }) => [group, version, kind].join('/');
const apiVersionOf = ({ group, version }) => (group === '' ? version : `${group}/${version}`);

/** `apps/v1/Deployment` -> its full name; a definition of several kinds is none's own (DeleteOptions, WatchEvent). */
function definitionNames(definitions) {
  const own = Object.entries(definitions).filter(([, { 'x-kubernetes-group-version-kind': of }]) => of?.length === 1);
  return new Map(
    own.map(
      ([
        name,
        {
          'x-kubernetes-group-version-kind': [of],
        },
      ]) => [identityOf(of), name],
    ),
  );
}

/** Names of the fields from the object down to what has a pod's metadata and spec; undefined where nothing has. */
function wayToPodTemplate(root, definitions) {
  if (shortName(root) === pod) return [];
  const ways = [{ name: root, way: [] }];
  for (const { name, way } of ways) {
    if (shortName(name) === podTemplate) return way;
    for (const [field, property] of Object.entries(definitions[name].properties ?? {})) {
      const target = referenceOf(property);
      if (target && !ways.some((known) => known.name === target)) ways.push({ name: target, way: [...way, field] });
    }
  }
  return undefined;
}

/** Short definition name -> what that version's document says of the kind. */
function kindsOf(module) {
  const { paths, definitions } = openApiDocument(module);
  const names = definitionNames(definitions);
  const kinds = new Map();
  for (const [path, operations] of Object.entries(paths)) {
    const { namespace, plural } = resourcePath.exec(path)?.groups ?? {};
    const of = Object.values(operations).find((operation) => operation['x-kubernetes-group-version-kind']);
    if (!plural || !of) continue;
    const { group, version, kind } = of['x-kubernetes-group-version-kind'];
    const name = names.get(identityOf({ group, version, kind }));
    const definition = shortName(name);
    // What is in namespaces can be listed without one, too.
    const scope = namespace || kinds.get(definition)?.scope === 'namespaced' ? 'namespaced' : 'cluster';
    const apiVersion = apiVersionOf({ group, version });
    const way = wayToPodTemplate(name, definitions);
    kinds.set(definition, { group, version, apiVersion, kind, plural, scope, definition, podTemplate: way });
  }
  return kinds;
}

/** Every built-in kind of any version, with the first and the last minor that know it where not all do. */
function uniteKinds() {
  const versions = kubernetesModules.map((module) => [module.minor, kindsOf(module)]);
  const minors = versions.map(([minor]) => minor);
  const newest = new Map(versions.flatMap(([, kinds]) => [...kinds]));
  return [...newest.values()].map((kind) => {
    const holders = versions.filter(([, kinds]) => kinds.has(kind.definition)).map(([minor]) => minor);
    return { ...kind, ...rangeWithin(holders, minors, kind.definition) };
  });
}

/** `v2` before `v1`, both before `v1beta1`, that before `v1alpha1` (CompareKubeAwareVersionStrings, apimachinery). */
function byVersion(a, b) {
  const parts = ({ version }) => /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version).slice(1);
  const [[major, stage = 'ga', minor = 0], [otherMajor, otherStage = 'ga', otherMinor = 0]] = [parts(a), parts(b)];
  if (stage !== otherStage) return stage > otherStage ? -1 : 1;
  return otherMajor - major || otherMinor - minor;
}

/**
 * Those with pods first; by group, the core before all others; in a group what is nearest to its pods (a Job before a
 * CronJob), then by name; the newest version of a kind first.
 */
function compareKinds(a, b) {
  const text = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  const nearness = ({ podTemplate = [] }) => podTemplate.length;
  return (
    Number(Boolean(b.podTemplate)) - Number(Boolean(a.podTemplate)) ||
    text(a.group, b.group) ||
    nearness(a) - nearness(b) ||
    text(a.kind, b.kind) ||
    byVersion(a, b)
  );
}

let known;

/** Every built-in kind; `onceServed`: its older group/versions, gone before the oldest of podlint's versions. */
function builtInKinds() {
  if (known) return known;
  const kinds = uniteKinds().sort(compareKinds);
  const former = formerApiVersions(kinds);
  known = kinds.map((kind) => {
    const onceServed = former.get(kind);
    return { ...kind, ...(onceServed && { onceServed }) };
  });
  return known;
}

/** Folder of packages/kinds/src -> the kind that it is about. */
export function judgedKindsByFolder() {
  return kindsByFolder(builtInKinds());
}

const lines = (kinds) => kinds.map((kind) => `  '${kind.definition}': ${literal(kind)},\n`).join('');

export function kindFiles() {
  const judged = [...judgedKindsByFolder().values()];
  const kinds = builtInKinds();
  const isJudged = (kind) => judged.includes(kind);
  return {
    'schemas/data/kinds.json': `[\n${kinds.map((kind) => ` ${JSON.stringify(isJudged(kind) ? { ...kind, judged: true } : kind)}`).join(',\n')}\n]\n`,
    'schemas/src/kinds.ts':
      `// Generated by schemas/scripts/kinds.mjs from the OpenAPI documents of k8s.io/kubernetes (data/provenance.json).\n` +
      `export interface BuiltInKind {\n` +
      `  /** Empty for the core group. */\n` +
      `  readonly group: string;\n` +
      `  readonly version: string;\n` +
      `  /** Both, as a manifest writes them: \`apps/v1\`. */\n` +
      `  readonly apiVersion: string;\n` +
      `  readonly kind: string;\n` +
      `  /** The name of the resource in the API's paths: \`deployments\`. */\n` +
      `  readonly plural: string;\n` +
      `  readonly scope: 'namespaced' | 'cluster';\n` +
      `  /** What an object consists of: a name in \`structure\`. */\n` +
      `  readonly definition: string;\n` +
      `  /** Names of the fields from the object down to the pod template; empty for a Pod itself, absent for a kind without pods. */\n` +
      `  readonly podTemplate?: readonly string[];\n` +
      `  /** Group/versions that had the kind once and were gone before the oldest version (schemas/scripts/former-versions.mjs). */\n` +
      `  readonly onceServed?: readonly string[];\n` +
      `  /** The first and the last minor that know the kind; absent: all do. Alpha and beta versions are off unless a cluster turns them on. */\n` +
      `  readonly since?: number;\n` +
      `  readonly until?: number;\n` +
      `}\n\n` +
      `/** Definition name -> kind: those that podlint judges, each in a folder of packages/kinds. */\n` +
      `export const judgedKinds = {\n${lines(kinds.filter(isJudged))}} satisfies Readonly<Record<string, BuiltInKind>>;\n\n` +
      `/** All other built-in kinds. */\n` +
      `export const otherKinds: Readonly<Record<string, BuiltInKind>> = {\n${lines(kinds.filter((kind) => !isJudged(kind)))}};\n`,
  };
}
