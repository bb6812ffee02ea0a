import type { Shape } from '@podlint/kustomize/file';
import { scalarToText, styleOf } from '@podlint/syntax';
import type { CompletionList } from 'vscode-languageserver-types';
import { cursorPlace, type CursorPlace } from '../../cursor/cursor-place.js';
import { cursorTextAt } from '../../cursor/cursor-text.js';
import { targetsAt } from '../../cursor/targets-at.js';
import { fieldWords } from '../../knowledge/kustomization.js';
import type { FileView } from '../../service/file-view.js';
import { completionItem } from '../completion/item.js';
import { knownKeys } from '../completion/known-words.js';
import type { Style } from '../completion/layout.js';
import { Kind, type Proposal } from '../completion/proposal.js';
import { literal, type ClientAbilities } from '../completion/snippet.js';
import type { Around } from './around.js';
import { FieldLayout, isScalar } from './layout.js';
import { pathUse } from './paths.js';
import { expectedAlong, typeWithField, type Expected } from './place.js';
import { shapeWords } from './shape-words.js';
import { valuesAt } from './values.js';

/** What could be written at an offset of a kustomization, broken or not; nothing in comments and texts of several lines. */
export function completeKustomization(
  view: FileView,
  offset: number,
  around: Around,
  client: ClientAbilities,
): CompletionList {
  const cursor = cursorTextAt(view.text.getText(), offset);
  const places = cursor ? targetsAt(cursor).flatMap((target) => cursorPlace(cursor, target) ?? []) : [];
  const items = places.flatMap((place) =>
    new Completion(place, view, around)
      .proposals()
      .map((proposal) => completionItem(proposal, place, view.text, client)),
  );
  // Paths are proposed folder by folder, so that what comes behind the next slash is asked for.
  return { isIncomplete: places.some(takesPath), items };
}

function takesPath({ path: { segments } }: CursorPlace): boolean {
  const expected = expectedAlong(segments);
  return expected !== undefined && pathUse({ field: expected.field, keys: segments }) !== undefined;
}

class Completion {
  private readonly style: Style;

  constructor(
    private readonly place: CursorPlace,
    private readonly view: FileView,
    private readonly around: Around,
  ) {
    const { document, target, cursor } = place;
    const isJson = /^\s*[[{]/.test(cursor.chunk) || target.quote === '"';
    this.style = { ...styleOf(document), form: target.style === 'block' ? 'block' : isJson ? 'json' : 'flow' };
  }

  proposals(): Proposal[] {
    const { path, target } = this.place;
    const expected = expectedAlong(path.segments);
    if (!expected) return [];
    return target.what === 'value' ? this.behindColon(expected) : this.onLine(expected);
  }

  private behindColon(expected: Expected): Proposal[] {
    const { shape } = expected;
    if (isScalar(shape)) return this.values(expected, this.place.path.segments);
    if (this.style.form !== 'block') return [brackets(shape)];
    const by = shape.type === 'list' ? this.style.listStep : this.style.step;
    return this.inside(expected).map((proposal) => ({
      ...proposal,
      text: `\n${proposal.text}`.replaceAll('\n', `\n${' '.repeat(by)}`),
    }));
  }

  /** On a line of its own below the key of what holds it, behind a dash, or between brackets. */
  private onLine(expected: Expected): Proposal[] {
    const { target, path, siblings } = this.place;
    const { shape } = expected;
    if (shape.type === 'list') return this.inside(expected);
    const proposals = isScalar(shape) ? this.values(expected, path.segments) : this.entries(expected, siblings);
    return target.dash === 'missing' ? proposals.map(withDash) : proposals;
  }

  /** What can stand in a list, a map or a struct. */
  private inside({ shape, field }: Expected): Proposal[] {
    if (shape.type !== 'list') return this.entries({ shape, field }, []);
    const item = { shape: shape.item, field };
    const segments = [...this.place.path.segments, 0];
    return (isScalar(item.shape) ? this.values(item, segments) : this.entries(item, [])).map(withDash);
  }

  private entries({ shape, field }: Expected, siblings: readonly string[]): Proposal[] {
    if (shape.type === 'map') return this.keys(field).filter(({ label }) => !siblings.includes(label));
    if (shape.type !== 'struct') return [];
    const there = new Set(siblings.map((name) => name.toLowerCase()));
    return [...shape.fields].flatMap(([name, inner]) =>
      there.has(name.toLowerCase()) ? [] : [this.fieldProposal(name, typeWithField(shape, name), inner)],
    );
  }

  private fieldProposal(name: string, field: string, shape: Shape): Proposal {
    const words = fieldWords(field);
    const hasColon = this.place.target.what === 'key' && this.place.target.hasColon;
    const lines = hasColon
      ? [literal(this.style.form === 'json' ? JSON.stringify(name) : name)]
      : new FieldLayout(this.style).field(name, field, shape);
    const instead = words?.instead;
    return {
      label: name,
      kind: Kind.field,
      text: lines.join('\n'),
      detail: instead === undefined ? shapeWords(shape) : `${shapeWords(shape)}, deprecated: use ${instead}`,
      rank: `${instead === undefined ? 1 : 2}${String(words?.place ?? 0).padStart(3, '0')}`,
      isDeprecated: instead !== undefined,
      ...(words && { note: words.words }),
    };
  }

  private keys(field: string): Proposal[] {
    return keysOf(field).map((key, index) => ({
      label: key,
      kind: Kind.field,
      text: this.place.target.hasColon && this.place.target.what === 'key' ? literal(key) : `${literal(key)}: $1`,
      rank: `1${String(index).padStart(3, '0')}`,
    }));
  }

  private values({ field, shape }: Expected, keys: readonly (string | number)[]): Proposal[] {
    const { place, view, around } = this;
    return valuesAt({ place, field, shape, keys, view, around }).map((value, index) => ({
      label: value.text,
      kind: value.kind,
      text: literal(shape.type === 'flag' ? value.text : this.written(value.text)),
      ...(value.detail !== undefined && { detail: value.detail }),
      rank: `1${String(index).padStart(4, '0')}`,
    }));
  }

  private written(value: string): string {
    const { target } = this.place;
    if (target.quote === '') return this.style.form === 'json' ? JSON.stringify(value) : scalarToText(value);
    // Between quotes that are there only the inside is written; a key that is no key yet is replaced with its quotes.
    const quoted = target.quote === '"' ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
    return target.what === 'value' ? quoted.slice(1, -1) : quoted;
  }
}

function withDash(proposal: Proposal): Proposal {
  return {
    ...proposal,
    label: `- ${proposal.label}`,
    text: `- ${proposal.text.replaceAll('\n', '\n  ')}`,
  };
}

function brackets({ type }: Shape): Proposal {
  return type === 'list'
    ? { label: '[]', kind: Kind.snippet, text: '[$1]', rank: '0' }
    : { label: '{}', kind: Kind.snippet, text: String.raw`{$1\}`, rank: '0' };
}

function keysOf(field: string): readonly string[] {
  if (field === 'Kustomization.openapi') return ['path', 'version'];
  return /^(?:Kustomization\.commonLabels|Label\.pairs|GeneratorOptions\.labels)$/.test(field)
    ? knownKeys('meta.v1.ObjectMeta', 'labels')
    : [];
}
