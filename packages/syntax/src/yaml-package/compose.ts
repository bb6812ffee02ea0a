import { CST, Lexer, Parser } from 'yaml';
import { Style, type Properties } from '../tree/tree.js';
import type { TreeBuilder } from '../tree/tree-builder.js';

type MappingItem = CST.BlockMap['items'][number] | CST.CollectionItem;
type Before = readonly CST.SourceToken[];

/** Line breaks of YAML 1.1 that 1.2 takes for text. */
const oldBreaks = /\r(?!\n)|[\u0085\u2028\u2029]/g;

/** Broken documents are not worth more depth than any manifest has, and this reader recurses. */
const maxDepth = 200;

/**
 * Reads a document with the parser of the `yaml` package, which never gives up: for documents that the server's reader
 * refuses, so that what can be made out of them has a place in the tree. It does not judge.
 * `base` is the offset of `text` in the stream.
 */
export function composeTolerantly(text: string, base: number, builder: TreeBuilder): void {
  const document = readableDocument(text.replace(oldBreaks, '\n'));
  if (document?.value) new Composer(builder, base).compose(document.value, document.start, 0, 0);
}

/**
 * Undefined where keys are nested so deep that the package's parser, which closes each of them in a call of its own,
 * runs out of stack.
 */
function readableDocument(text: string): CST.Document | undefined {
  try {
    return firstDocument(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function firstDocument(text: string): CST.Document | undefined {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) if (token.type === 'document') return token;
  }
  for (const token of parser.end()) if (token.type === 'document') return token;
  return undefined;
}

class Composer {
  constructor(
    private readonly builder: TreeBuilder,
    private readonly base: number,
  ) {}

  /**
   * `before`: the tokens between the last indicator and the value, its anchor and tag among them; `at`: the place of a
   * value that is not there.
   */
  compose(token: CST.Token | null | undefined, before: Before, at: number, depth: number): void {
    const properties = this.propertiesIn(before);
    if (token?.type === 'alias')
      this.builder.alias(
        this.base + token.offset,
        this.base + token.offset + token.source.length,
        token.source.slice(1),
      );
    else if (CST.isScalar(token)) this.composeScalar(token, properties);
    else if (CST.isCollection(token) && depth < maxDepth) this.composeCollection(token, properties, depth + 1);
    else this.composeNothing(properties?.end ?? this.base + at, properties);
  }

  private composeCollection(
    token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection,
    properties: Properties | undefined,
    depth: number,
  ): void {
    const start = this.base + token.offset;
    const style = token.type === 'flow-collection' ? Style.flow : Style.block;
    if (token.type === 'block-map' || (token.type === 'flow-collection' && token.start.source === '{')) {
      this.builder.openMapping(start, style, properties);
      for (const item of token.items) this.composeEntry(item, depth);
    } else {
      this.builder.openSequence(start, style, properties);
      for (const item of token.items) this.composeItem(item, depth);
    }
    this.builder.close(token.type === 'flow-collection' ? this.base + endOfFlow(token) : undefined);
  }

  private composeEntry(item: MappingItem, depth: number): void {
    if (!item.key && !item.sep && !item.value) return;
    this.compose(item.key, item.start, endOf(item.start), depth);
    this.compose(item.value, item.sep ?? [], endOfIndicator(item.sep ?? []), depth);
  }

  private composeItem(item: CST.BlockSequence['items'][number] | CST.CollectionItem, depth: number): void {
    if (item.sep) {
      this.builder.openMapping(this.base + startOf(item), Style.flow);
      this.composeEntry(item, depth);
      this.builder.close();
    } else if (item.key || item.value || item.start.some((token) => token.type === 'seq-item-ind')) {
      this.compose(item.key ?? item.value, item.start, endOfIndicator(item.start), depth);
    }
  }

  private composeScalar(token: CST.FlowScalar | CST.BlockScalar, properties?: Properties): void {
    const { value } = CST.resolveAsScalar(token, false, () => undefined);
    const start = this.base + (token.type === 'block-scalar' ? headerOffset(token) : token.offset);
    const end = this.base + token.offset + token.source.length;
    this.builder.scalar(
      start,
      token.type === 'block-scalar' ? Math.max(start, end) : end,
      styleOf(token),
      value,
      properties,
    );
  }

  private composeNothing(at: number, properties?: Properties): void {
    this.builder.scalar(at, at, Style.plain, '', properties);
  }

  private propertiesIn(before: Before): Properties | undefined {
    const tokens = before.filter((token) => token.type === 'anchor' || token.type === 'tag');
    const [first] = tokens;
    const last = tokens.at(-1);
    if (!first || !last) return undefined;
    return {
      start: this.base + first.offset,
      end: this.base + last.offset + last.source.length,
      anchor: tokens.find((token) => token.type === 'anchor')?.source.slice(1),
      tag: tagOf(tokens.find((token) => token.type === 'tag')?.source),
    };
  }
}

function styleOf(token: CST.FlowScalar | CST.BlockScalar): number {
  if (token.type === 'block-scalar') return header(token)?.source.startsWith('>') ? Style.folded : Style.literal;
  if (token.type === 'single-quoted-scalar') return Style.single;
  return token.type === 'double-quoted-scalar' ? Style.double : Style.plain;
}

function header(token: CST.BlockScalar): CST.SourceToken | undefined {
  return token.props.find((prop): prop is CST.SourceToken => prop.type === 'block-scalar-header');
}

function headerOffset(token: CST.BlockScalar): number {
  return header(token)?.offset ?? token.offset;
}

function tagOf(source: string | undefined): string | undefined {
  if (source?.startsWith('!!')) return `tag:yaml.org,2002:${source.slice(2)}`;
  return source?.startsWith('!<') ? source.slice(2, -1) : source;
}

function endOf(tokens: Before): number {
  const last = tokens.at(-1);
  return last ? last.offset + last.source.length : 0;
}

function endOfIndicator(tokens: Before): number {
  const indicator = tokens.find((token) => token.type === 'map-value-ind' || token.type === 'seq-item-ind');
  return indicator ? indicator.offset + indicator.source.length : endOf(tokens);
}

function endOfFlow(token: CST.FlowCollection): number {
  return endOf(token.end) || token.start.offset + token.start.source.length;
}

function startOf(item: CST.CollectionItem): number {
  return item.start[0]?.offset ?? (item.key && 'offset' in item.key ? item.key.offset : 0);
}
