import { offsetInScalar } from '@podlint/engine';
import { scopeOf, scopeOfRule, type ExpressionPlace, type KindScope } from '@podlint/policy/assist';
import type { NodeId, YamlDocument } from '@podlint/syntax';
import { documentAt, nodeAt } from '../../place/place.js';
import { jsonOf, wayTo } from '../../place/way.js';
import { isConfigOfRules } from './may-hold.js';
import type { DocumentView, FileView, WorkspaceView } from '../../service/file-view.js';

/** An expression of a manifest or of a config file, with a place in it. */
export interface ExpressionAt {
  readonly text: string;
  /** In the text of the expression. */
  readonly offset: number;
  /** What is written up to the place, with the blank in front of it if there is one. */
  readonly before: string;
  readonly scopes: readonly KindScope[];
}

/** Undefined: no expression is written there. */
export function expressionAt(view: FileView, offset: number, workspace: WorkspaceView): ExpressionAt | undefined {
  const source = view.text.getText();
  // An empty value may be nowhere: it begins behind its colon, or the mark of a block scalar.
  const found = at(view, offset, offset, workspace);
  const before = endOfText(source, offset);
  return found ?? (before === offset ? undefined : at(view, before, offset, workspace));
}

/** Where the blanks in front of an offset begin, with the colon in front of them. */
function endOfText(source: string, offset: number): number {
  let end = offset;
  while (' \t\r\n'.includes(source.charAt(end - 1) || '-')) end--;
  return source[end - 1] === ':' ? end - 1 : end;
}

/** `near`: the offset, or the end of what is written in front of it. */
function at(view: FileView, near: number, offset: number, workspace: WorkspaceView): ExpressionAt | undefined {
  const found = documentAt(view, near);
  const node = found && valueAt(found.document, near);
  const scopes = node === undefined ? undefined : scopesOf(view, found!, node, workspace);
  if (node === undefined || !scopes || scopes.length === 0) return undefined;
  const { document } = found!;
  const text = document.scalarText(node) ?? '';
  const place = text === '' ? 0 : offsetInScalar(document.text, document.rangeOf(node), text, offset);
  const isBlank = /\s/.test(view.text.getText().charAt(offset - 1));
  const before = text.slice(0, place);
  return { text, offset: place, before: isBlank && !/\s$/.test(before) ? `${before} ` : before, scopes };
}

/** The scalar at an offset, or the empty one behind a key. */
function valueAt(document: YamlDocument, offset: number): NodeId | undefined {
  const found = nodeAt(document, offset);
  if (!found || document.kind(found.node) !== 'scalar') return undefined;
  const isEmpty = (document.scalarText(found.node) ?? '') === '';
  return found.on === 'value' || isEmpty ? found.node : undefined;
}

function scopesOf(
  view: FileView,
  { document, objects }: DocumentView,
  node: NodeId,
  workspace: WorkspaceView,
): readonly KindScope[] | undefined {
  const roots = objects.map((object) => object.node);
  const path = wayTo(document, node);
  const place = (root: NodeId | undefined): ExpressionPlace => {
    const above = root === undefined ? [] : wayTo(document, root);
    return {
      object: root === undefined ? document.toJSON() : jsonOf(document, root),
      path: path.slice(above.length),
      minor: view.version.minor,
      defined: workspace.customResources?.defined?.()?.kinds ?? [],
    };
  };
  if (isConfigOfRules(view.path)) return scopeOfRule(place(undefined));
  const own = roots.find((root) => isAbove(document, root, node));
  return own === undefined ? undefined : scopeOf(place(own));
}

function isAbove(document: YamlDocument, above: NodeId, node: NodeId): boolean {
  for (let up: NodeId | undefined = node; up !== undefined; up = document.parent(up)) if (up === above) return true;
  return false;
}
