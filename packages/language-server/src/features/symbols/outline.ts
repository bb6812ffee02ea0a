import type { NodeId, YamlDocument } from '@podlint/syntax';
import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { toRange } from '../../place/ranges.js';
import type { FileView } from '../../service/file-view.js';

interface Details {
  readonly name: string;
  readonly detail?: string | undefined;
  /** What the cursor goes to. */
  readonly selection?: NodeId | undefined;
  readonly inside?: readonly DocumentSymbol[];
}

/** Makes symbols of the nodes of a document. */
export class Outline {
  constructor(
    private readonly view: FileView,
    readonly document: YamlDocument,
  ) {}

  symbol(node: NodeId, kind: SymbolKind, { name, detail, selection, inside = [] }: Details): DocumentSymbol {
    const whole = this.wholeRange(node);
    const chosen = selection === undefined ? (this.document.keyRange(node) ?? whole) : this.document.rangeOf(selection);
    const range = { start: Math.min(whole.start, chosen.start), end: Math.max(whole.end, chosen.end) };
    return {
      name,
      kind,
      ...(detail && { detail }),
      range: toRange(this.view.text, range),
      selectionRange: toRange(this.view.text, chosen),
      ...(inside.length > 0 && { children: [...inside] }),
    };
  }

  /** An item of a list, by its name. */
  item(node: NodeId, kind: SymbolKind, details: Partial<Details> = {}): DocumentSymbol {
    const name = this.document.child(node, 'name');
    return this.symbol(node, kind, {
      name: this.text(node, 'name') || '(without a name)',
      ...(name !== undefined && { selection: name }),
      ...details,
    });
  }

  text(node: NodeId, field: string): string | undefined {
    const child = this.document.child(node, field);
    return child === undefined ? undefined : this.document.scalarText(child);
  }

  private wholeRange(node: NodeId): { readonly start: number; readonly end: number } {
    const { start, end } = this.document.rangeOf(node);
    const trimmed = this.document.text.slice(start, end).trimEnd().length;
    return { start: this.document.keyRange(node)?.start ?? start, end: start + trimmed };
  }
}
