import type { Message } from '@podlint/messages';
import type { Cause } from '../causes.js';
import { checkValues } from '../check.js';
import type { Range, SyntaxProblem, TextEdit } from '../document.js';
import { applyEdits } from '../edit/apply.js';
import type { SyntaxCode } from '../problems.js';
import { readDocument } from '../reader/read-document.js';
import { splitDocuments } from '../split.js';
import type { StreamText } from '../stream-text.js';
import { toJson } from '../tree/to-json.js';
import { TreeBuilder } from '../tree/tree-builder.js';
import { none, type Tree } from '../tree/tree.js';
import { Lines } from './lines.js';

/** Documents larger than this get no fix: each proof reads the document again. */
const maxProofLength = 200_000;

/** What a look at the text around an error says about it. */
export interface Finding {
  readonly code: SyntaxCode;
  readonly hint: Message;
  readonly range: Range;
  readonly fix?: SyntaxProblem['fix'];
}

/** Edits, and how far they move things from where they were written. */
export interface Candidate {
  readonly edits: readonly TextEdit[];
  readonly distance: number;
}

/** Where the server's reader stopped, and the text it stopped in. */
export class Mistake {
  readonly stream: string;
  readonly lines: Lines;
  /** The line on which the reader stopped. */
  readonly line: number;

  constructor(
    stream: StreamText,
    readonly document: Range,
    readonly reason: Cause,
    readonly range: Range,
    /** Where the thing began that went wrong. */
    readonly opened: number,
  ) {
    this.stream = stream.text;
    this.lines = new Lines(stream, document);
    this.line = this.lines.at(range.start);
  }

  isOneOf(...reasons: Cause[]): boolean {
    return reasons.includes(this.reason);
  }

  /** What the server would read after edits, as JSON text; undefined if it would still refuse the document. */
  prove(edits: readonly TextEdit[]): string | undefined {
    const tree = this.read(edits);
    return tree && JSON.stringify(tree.root === none ? null : toJson(tree, tree.root));
  }

  private read(edits: readonly TextEdit[]): Tree | undefined {
    const length = this.document.end - this.document.start;
    if (edits.length === 0 || length > maxProofLength) return undefined;
    const inDocument = edits.map(({ range, text }) => ({
      text,
      range: { start: range.start - this.document.start, end: range.end - this.document.start },
    }));
    return readSound(applyEdits(this.stream.slice(this.document.start, this.document.end), inDocument));
  }

  /** The first of some edits that makes the document readable, as a fix. */
  firstProven(title: string, candidates: readonly (readonly TextEdit[])[]): Finding['fix'] {
    const edits = candidates.find((candidate) => this.read(candidate) !== undefined);
    return edits && { title, safety: 'safe', edits };
  }

  /** Edits that make the document readable, if all that do so give the same document. */
  onlyProven(title: string, candidates: readonly (readonly TextEdit[])[]): Finding['fix'] {
    return this.nearestProven(
      title,
      candidates.map((edits) => ({ edits, distance: 0 })),
    );
  }

  /** Edits that make the document readable, if nothing about as near gives another document. */
  nearestProven(title: string, candidates: readonly Candidate[]): Finding['fix'] {
    const proven = candidates
      .map(({ edits, distance }) => ({ edits, distance, json: this.prove(edits) }))
      .filter(({ json }) => json !== undefined);
    const [nearest] = proven.sort((a, b) => a.distance - b.distance);
    const isAlone = proven.every(({ json, distance }) => json === nearest?.json || distance > nearest!.distance + 1);
    return nearest && isAlone ? { title, safety: 'safe', edits: nearest.edits } : undefined;
  }
}

/** Undefined for what the server's reader refuses. */
function readSound(text: string): Tree | undefined {
  const [chunk, ...others] = splitDocuments(text);
  if (!chunk || others.length > 0 || chunk.badSeparator) return undefined;
  const builder = new TreeBuilder(text);
  if (readDocument(text, 0, text.length, builder) === undefined)
    return checkValues(builder).length === 0 ? builder.finish() : undefined;
  builder.abandon();
  return undefined;
}

export function insertion(at: number, text: string): TextEdit {
  return { range: { start: at, end: at }, text };
}
