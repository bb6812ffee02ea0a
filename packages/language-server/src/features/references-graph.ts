import { createLinterWith, type ReferenceGraph } from '@podlint/engine';
import { graphSvg, graphText } from '@podlint/reporters/graph';
import { graphRule, graphRuleId } from '@podlint/rules/graph';
import type { FileView, WorkspaceView } from '../service/file-view.js';

/** Who refers to whom. */
export interface GraphPicture {
  /** The name of the file that it is about. */
  readonly heading: string;
  /** An SVG document for light and dark pages, without scripts. */
  readonly svg: string;
  /** Everything that it shows, in words. */
  readonly text: string;
}

/**
 * What the objects of a file refer to, and what refers to them, among all files of the workspace; null where nothing
 * does.
 */
export function referencesGraphOf(file: FileView, workspace: WorkspaceView): GraphPicture | null {
  const graph = around(file, graphOf(file, workspace));
  if (graph.references.length === 0) return null;
  return { heading: file.path.split('/').at(-1) ?? file.path, svg: graphSvg([graph]), text: graphText([graph]) };
}

/** The graph of the workspace, by the same walk and the same rules as the command draws it. */
function graphOf({ version }: FileView, workspace: WorkspaceView): ReferenceGraph {
  let whole: ReferenceGraph = { objects: [], references: [] };
  const linter = createLinterWith(
    [graphRule((graph) => (whole = graph))],
    { preset: 'none', rules: { [graphRuleId]: 'info' }, kubernetesVersions: [version.name] },
    {},
  );
  linter.lint([...workspace.files()].map(({ path, text }) => ({ path, text: text.getText() })));
  return whole;
}

function around({ path }: FileView, { objects, references }: ReferenceGraph): ReferenceGraph {
  const own = new Set(objects.filter(({ file }) => file === path).map(({ id }) => id));
  const kept = references.filter(({ from, to }) => own.has(from) || own.has(to));
  const linked = new Set(kept.flatMap(({ from, to }) => [from, to]));
  return { objects: objects.filter(({ id }) => linked.has(id)), references: kept };
}
