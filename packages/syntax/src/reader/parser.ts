import { Style, type Properties } from '../tree/tree.js';
import type { NodeHandler } from './node-handler.js';
import { State } from './parser-state.js';
import { ReadError } from './read-error.js';
import { Scanner } from './scanner.js';
import { TagDirectives } from './tag-directives.js';
import { TokenType, type Token } from './tokens.js';

/**
 * Reads the first document of a text by the grammar of go-yaml v2 (parserc.go) into a tree; what follows it is not
 * looked at (yaml.go, unmarshal). Throws a ReadError at the first thing that the grammar does not know. `base`: the
 * offset of `text` in the stream.
 */
export class Parser {
  private readonly scanner: Scanner;
  private readonly tags = new TagDirectives();
  private readonly states: number[] = [];
  /** Where the open collections began, for errors at their ends. */
  private readonly starts: number[] = [];

  constructor(
    text: string,
    private readonly base: number,
    private readonly builder: NodeHandler,
  ) {
    this.scanner = new Scanner(text);
  }

  parse(): void {
    if (!this.parseDocumentStart()) return;
    while (this.states.length > 0) this.step(this.states[this.states.length - 1]!);
    const { type, start } = this.scanner.peek();
    if (type !== TokenType.streamEnd) this.builder.restStart = this.base + start;
  }

  /** False if there is no document. */
  private parseDocumentStart(): boolean {
    const { type } = this.scanner.peek();
    if (type === TokenType.streamEnd) return false;
    if (type !== TokenType.versionDirective && type !== TokenType.tagDirective && type !== TokenType.documentStart) {
      this.parseNode(true, false);
      return true;
    }
    this.tags.read(this.scanner);
    const token = this.scanner.peek();
    if (token.type !== TokenType.documentStart)
      throw new ReadError('directive-without-document', token.start, token.end);
    this.scanner.take();
    if (this.scanner.peek().type > TokenType.documentEnd) this.parseNode(true, false);
    return true;
  }

  private step(state: number): void {
    switch (state) {
      case State.blockSequenceItem:
        this.parseBlockSequenceItem();
        break;
      case State.indentlessSequenceItem:
        this.parseIndentlessSequenceItem();
        break;
      case State.blockMappingKey:
        this.parseBlockMappingKey();
        break;
      case State.blockMappingValue:
        this.parseBlockMappingValue();
        break;
      case State.flowSequenceFirst:
      case State.flowSequenceItem:
        this.parseFlowSequenceItem(state === State.flowSequenceFirst);
        break;
      case State.flowPairKey:
        this.parseFlowPairKey();
        break;
      case State.flowPairValue:
        this.parseFlowValue(State.flowPairEnd, TokenType.flowSequenceEnd);
        break;
      case State.flowPairEnd:
        this.close();
        break;
      case State.flowMappingFirst:
      case State.flowMappingKey:
        this.parseFlowMappingKey(state === State.flowMappingFirst);
        break;
      case State.flowMappingValue:
        this.parseFlowValue(State.flowMappingKey, TokenType.flowMappingEnd);
        break;
      default:
        this.expect(State.flowMappingKey);
        this.parseNothing();
    }
  }

  /** A value, or a key behind its mark; `allowsIndentless`: a list may stand at the column of the key that holds it. */
  private parseNode(inBlock: boolean, allowsIndentless: boolean): void {
    const properties = this.parseProperties();
    const token = this.scanner.peek();
    if (token.type === TokenType.scalar) this.parseScalar(properties);
    else if (token.type === TokenType.alias && !properties) this.parseAlias();
    else if (allowsIndentless && token.type === TokenType.blockEntry)
      this.openSequence(State.indentlessSequenceItem, Style.block, properties);
    else if (!this.openCollection(token, inBlock, properties)) this.parseNothingWith(properties, token);
  }

  private parseScalar(properties?: Properties): void {
    const { start, end, style, text } = this.scanner.take();
    this.builder.scalar(this.base + start, this.base + end, style, text, properties);
  }

  private parseAlias(): void {
    const { start, end, text } = this.scanner.take();
    this.builder.alias(this.base + start, this.base + end, text!);
  }

  private parseNothingWith(properties: Properties | undefined, next: Token): void {
    if (!properties) throw new ReadError('missing-content', next.start, next.end);
    this.builder.scalar(properties.end, properties.end, Style.plain, '', properties);
  }

  /** Where a key has no value, or a dash no item. */
  private parseNothing(): void {
    const place = this.base + this.scanner.lastEnd;
    this.builder.scalar(place, place, Style.plain, '');
  }

  private parseProperties(): Properties | undefined {
    const first = this.scanner.peek();
    if (first.type !== TokenType.anchor && first.type !== TokenType.tag) return undefined;
    this.scanner.take();
    const other = first.type === TokenType.anchor ? TokenType.tag : TokenType.anchor;
    const second = this.scanner.peek().type === other ? this.scanner.take() : undefined;
    const [anchor, tag] = first.type === TokenType.anchor ? [first, second] : [second, first];
    return {
      start: this.base + first.start,
      end: this.base + (second ?? first).end,
      anchor: anchor?.text,
      tag: tag && this.tags.expand(tag),
    };
  }

  /** Opens the collection that a token starts; false if it starts none. */
  private openCollection(token: Token, inBlock: boolean, properties?: Properties): boolean {
    if (token.type === TokenType.flowSequenceStart) this.openSequence(State.flowSequenceFirst, Style.flow, properties);
    else if (token.type === TokenType.flowMappingStart)
      this.openMapping(State.flowMappingFirst, Style.flow, properties);
    else if (inBlock && token.type === TokenType.blockSequenceStart)
      this.openSequence(State.blockSequenceItem, Style.block, properties);
    else if (inBlock && token.type === TokenType.blockMappingStart)
      this.openMapping(State.blockMappingKey, Style.block, properties);
    else return false;
    this.scanner.take();
    return true;
  }

  private openSequence(state: number, style: number, properties?: Properties): void {
    const { start } = this.scanner.peek();
    this.builder.openSequence(this.base + start, style, properties);
    this.states.push(state);
    this.starts.push(start);
  }

  private openMapping(state: number, style: number, properties?: Properties): void {
    const { start } = this.scanner.peek();
    this.builder.openMapping(this.base + start, style, properties);
    this.states.push(state);
    this.starts.push(start);
  }

  /** Ends the innermost collection, a flow collection behind its bracket. */
  private close(bracket?: Token): void {
    this.builder.close(bracket && this.base + bracket.end);
    this.states.pop();
    this.starts.pop();
  }

  private expect(state: number): void {
    this.states[this.states.length - 1] = state;
  }

  private parseBlockSequenceItem(): void {
    const token = this.scanner.take();
    if (token.type === TokenType.blockEnd) {
      this.close();
      return;
    }
    if (token.type !== TokenType.blockEntry)
      throw new ReadError('missing-item', token.start, token.end, this.innermostStart());
    const { type } = this.scanner.peek();
    if (type === TokenType.blockEntry || type === TokenType.blockEnd) this.parseNothing();
    else this.parseNode(true, false);
  }

  private parseIndentlessSequenceItem(): void {
    if (this.scanner.peek().type !== TokenType.blockEntry) {
      this.close();
      return;
    }
    this.scanner.take();
    const { type } = this.scanner.peek();
    if (type === TokenType.blockEntry || endsBlockEntry(type)) this.parseNothing();
    else this.parseNode(true, false);
  }

  private parseBlockMappingKey(): void {
    const token = this.scanner.take();
    if (token.type === TokenType.blockEnd) {
      this.close();
      return;
    }
    if (token.type !== TokenType.key) throw new ReadError('missing-key', token.start, token.end, this.innermostStart());
    this.expect(State.blockMappingValue);
    if (endsBlockEntry(this.scanner.peek().type)) this.parseNothing();
    else this.parseNode(true, true);
  }

  private parseBlockMappingValue(): void {
    this.expect(State.blockMappingKey);
    const token = this.scanner.peek();
    if (token.type !== TokenType.value) {
      this.parseNothing();
      return;
    }
    this.scanner.take();
    if (endsBlockEntry(this.scanner.peek().type)) this.parseNothing();
    else this.parseNode(true, true);
  }

  private parseFlowSequenceItem(isFirst: boolean): void {
    this.expect(State.flowSequenceItem);
    if (!isFirst) this.takeComma(TokenType.flowSequenceEnd);
    const token = this.scanner.peek();
    if (token.type === TokenType.flowSequenceEnd) this.close(this.scanner.take());
    else if (token.type === TokenType.key) {
      this.openMapping(State.flowPairKey, Style.flow);
      this.scanner.take();
    } else this.parseNode(false, false);
  }

  /**
   * The key of a mapping that is one item of a flow sequence (`[a: b]`). A colon without a key is lost here, as it is
   * in go-yaml.
   */
  private parseFlowPairKey(): void {
    this.expect(State.flowPairValue);
    const token = this.scanner.peek();
    if (token.type !== TokenType.value && !endsFlowEntry(token.type, TokenType.flowSequenceEnd)) {
      this.parseNode(false, false);
      return;
    }
    this.scanner.take();
    this.parseNothing();
  }

  private parseFlowMappingKey(isFirst: boolean): void {
    if (!isFirst) this.takeComma(TokenType.flowMappingEnd);
    const token = this.scanner.peek();
    if (token.type === TokenType.flowMappingEnd) {
      this.close(this.scanner.take());
      return;
    }
    if (token.type !== TokenType.key) {
      this.expect(State.flowMappingNoValue);
      this.parseNode(false, false);
      return;
    }
    this.scanner.take();
    this.expect(State.flowMappingValue);
    const next = this.scanner.peek();
    if (next.type === TokenType.value || endsFlowEntry(next.type, TokenType.flowMappingEnd)) this.parseNothing();
    else this.parseNode(false, false);
  }

  /** The value of a pair in a flow collection that ends with a token of type `end`. */
  private parseFlowValue(nextState: number, end: number): void {
    this.expect(nextState);
    if (this.scanner.peek().type === TokenType.value) {
      this.scanner.take();
      if (!endsFlowEntry(this.scanner.peek().type, end)) {
        this.parseNode(false, false);
        return;
      }
    }
    this.parseNothing();
  }

  private takeComma(end: number): void {
    const { type, start, end: tokenEnd } = this.scanner.peek();
    if (type === end) return;
    if (type === TokenType.flowEntry) {
      this.scanner.take();
      return;
    }
    const isList = end === TokenType.flowSequenceEnd;
    if (type === TokenType.streamEnd)
      throw new ReadError(isList ? 'unclosed-list' : 'unclosed-map', this.innermostStart());
    throw new ReadError(isList ? 'list-comma' : 'map-comma', start, tokenEnd, this.innermostStart());
  }

  private innermostStart(): number {
    return this.starts[this.starts.length - 1]!;
  }
}

function endsBlockEntry(type: number): boolean {
  return type === TokenType.key || type === TokenType.value || type === TokenType.blockEnd;
}

function endsFlowEntry(type: number, end: number): boolean {
  return type === TokenType.flowEntry || type === end;
}
