import { resolveCore, Style as ReadStyle, type NodeHandler, type Properties, type Range } from '@podlint/syntax';
import { Kind, Style, Tag, YNode } from '../node/node.js';
import type { TextSource } from '../origin/text-source.js';

const longPrefix = 'tag:yaml.org,2002:';

/** Styles of the reader as bits of go-yaml's. */
const styles = new Map<number, number>([
  [ReadStyle.single, Style.single],
  [ReadStyle.double, Style.double],
  [ReadStyle.literal, Style.literal],
  [ReadStyle.folded, Style.folded],
  [ReadStyle.flow, Style.flow],
]);

const blockStyles = Style.literal | Style.folded;

/** Makes nodes as go-yaml v3 does (decode.go, parser). Places are those of the text's source. */
export class NodeBuilder implements NodeHandler {
  root: YNode | undefined;
  restStart: number | undefined;
  unknownAlias: YNode | undefined;
  private readonly anchors = new Map<string, YNode>();
  private readonly open: { node: YNode; start: number; end: number }[] = [];

  constructor(
    private readonly text: string,
    private readonly range: Range,
    private readonly source: TextSource | undefined,
  ) {}

  openMapping(start: number, style: number, properties?: Properties): void {
    this.openCollection(Kind.mapping, Tag.map, start, style, properties);
  }

  openSequence(start: number, style: number, properties?: Properties): void {
    this.openCollection(Kind.sequence, Tag.seq, start, style, properties);
  }

  close(end?: number): void {
    const { node, start, end: last } = this.open.pop()!;
    this.place(node, start, end ?? last);
    this.extend(end ?? last);
  }

  scalar(start: number, end: number, style: number, cooked?: string, properties?: Properties): void {
    const node = new YNode(Kind.scalar, Tag.none, cooked ?? this.text.slice(start, end));
    node.style = styles.get(style) ?? Style.plain;
    if (end >= this.range.end && (node.style & blockStyles) !== 0) this.dropBreak(node);
    this.setTag(node, node.style === Style.plain ? resolveCore(node.value).tag : Tag.string, properties?.tag);
    this.add(node, properties);
    this.place(node, start, end);
    this.extend(end);
  }

  /** A block at the end of a text without a last line break has none either; the reader adds one. */
  private dropBreak(node: YNode): void {
    if (!/[\r\n]/.test(this.text[this.range.end - 1] ?? '')) node.value = node.value.replace(/\n$/, '');
  }

  alias(start: number, end: number, name: string): void {
    const node = new YNode(Kind.alias, Tag.none, name);
    node.target = this.anchors.get(name);
    if (!node.target) this.unknownAlias ??= node;
    this.add(node);
    this.place(node, start, end);
    this.extend(end);
  }

  private openCollection(kind: Kind, tag: string, start: number, style: number, properties?: Properties): void {
    const node = new YNode(kind);
    node.style = styles.get(style) ?? Style.plain;
    this.setTag(node, tag, properties?.tag);
    this.add(node, properties);
    this.open.push({ node, start, end: start });
  }

  private setTag(node: YNode, usual: string, written: string | undefined): void {
    if (written === undefined || written === '!' || written === '') node.tag = usual;
    else {
      node.tag = written.startsWith(longPrefix) ? `!!${written.slice(longPrefix.length)}` : written;
      node.style |= Style.tagged;
    }
  }

  private add(node: YNode, properties?: Properties): void {
    if (properties?.anchor !== undefined) {
      node.anchor = properties.anchor;
      this.anchors.set(properties.anchor, node);
    }
    const parent = this.open.at(-1);
    if (parent) parent.node.content.push(node);
    else this.root ??= node;
  }

  private place(node: YNode, start: number, end: number): void {
    node.putAt(this.source, start, end);
  }

  private extend(end: number): void {
    const parent = this.open.at(-1);
    if (parent && parent.end < end) parent.end = end;
  }
}
