import type { KustomizationEdit } from '@podlint/kustomize/project';
import type { NodeId } from '@podlint/syntax';
import { isMapping } from '../documents/formats/format.js';
import type { ArgoSource } from './argo-sources.js';
import { pairsIn, replicasIn, textIn, textsIn } from './argo-values.js';

/** An edit, and what tells it from others. */
export interface SaidEdit extends KustomizationEdit {
  /** What it says. */
  readonly words: string;
  /** The same with the place where it says so. */
  readonly identity: string;
}

/** Nothing is set. */
const nothing = 'nothing';

/**
 * What Argo CD sets in a kustomization before it builds it (argo-cd, util/kustomize/kustomize.go, Build); `nothing` where
 * it builds it as it is, undefined where nobody here knows what it sets.
 */
export function editOf(source: ArgoSource): SaidEdit | typeof nothing | undefined {
  const { said, file, document, node } = source;
  const { kustomize } = said;
  if (kustomize === undefined || kustomize === null) return nothing;
  if (!isMapping(kustomize) || Object.keys(kustomize).some((name) => !understood.has(name))) return undefined;
  const words = JSON.stringify(kustomize);
  // `$ARGOCD_APP_REVISION` and their like, and what an ApplicationSet fills in.
  if (/\$|\{\{/.test(JSON.stringify({ ...kustomize, patches: undefined }))) return undefined;
  const lists = { images: textsIn(kustomize.images), replicas: replicasIn(kustomize.replicas) };
  const labels = pairsIn(kustomize.commonLabels);
  const annotations = pairsIn(kustomize.commonAnnotations);
  const patches = kustomize.patches ?? [];
  if (!lists.images || !lists.replicas || !labels || !annotations || !Array.isArray(patches)) return undefined;
  if (patches.some((patch) => !isMapping(patch))) return undefined;
  return {
    ...lists,
    namePrefix: textIn(kustomize, 'namePrefix'),
    nameSuffix: textIn(kustomize, 'nameSuffix'),
    namespace: textIn(kustomize, 'namespace'),
    labels: {
      pairs: labels,
      force: kustomize.forceCommonLabels === true,
      withoutSelector: kustomize.labelWithoutSelector === true,
      includeTemplates: kustomize.labelIncludeTemplates === true,
    },
    annotations: { pairs: annotations, force: kustomize.forceCommonAnnotations === true },
    patches,
    words,
    identity: JSON.stringify([file.path, document.rangeOf(node).start, words]),
    text: file.text,
    placeOf: (path) => ({ file: file.path, ...rangeAt(source, path) }),
    fieldOf: (path) => [...source.way, ...wayOf(path)],
  };
}

/** The rest is about tools and their versions, or names folders: components. */
const understood: ReadonlySet<string> = new Set([
  'namePrefix',
  'nameSuffix',
  'namespace',
  'images',
  'replicas',
  'commonLabels',
  'commonAnnotations',
  'forceCommonLabels',
  'forceCommonAnnotations',
  'labelWithoutSelector',
  'labelIncludeTemplates',
  'patches',
  'version',
  'kubeVersion',
  'apiVersions',
]);

const fields: ReadonlyMap<string, string> = new Map([
  ['labels', 'commonLabels'],
  ['annotations', 'commonAnnotations'],
]);

/** What a part of an edit is called in the source of an Application. */
function wayOf(path: readonly (string | number)[]): readonly (string | number)[] {
  const [first = '', ...rest] = path;
  const field = fields.get(String(first));
  return ['kustomize', ...(field === undefined ? path : [field, ...rest.slice(1)])];
}

/** Of what an edit has at a path, or of what is around it. */
function rangeAt({ document, node }: ArgoSource, path: readonly (string | number)[]): { start: number; end: number } {
  let at: NodeId = node;
  for (const part of wayOf(path)) {
    const next = document.child(at, part);
    if (next === undefined) break;
    at = next;
  }
  const { start, end } = document.rangeOf(at);
  return { start, end };
}
