import type { Expression, ListElement, MapEntry, MessageField } from './ast.js';
import { Builder, deepest } from './builder.js';
import { literalOf, negativeLiteralOf } from './literals.js';
import { tokensOf, type Token } from './lexer.js';
import type { MacroTable } from './macro-table.js';
import { expandHas } from './macros.js';
import { says } from './messages.js';
import { operators, products, relations, sums } from './operators.js';
import { SyntaxFault, type CompileProblem } from './problem.js';
import { keywords, reserved } from './reserved.js';
import { depthLimit, TokenReader } from './token-reader.js';

/** In characters: cel-go's limit, which the server does not change (parser/parser.go). */
const sizeLimit = 100_000;

export type Parsed = { readonly expression: Expression } | { readonly problem: CompileProblem };

/** Parses an expression of CEL (parser/gen/CEL.g4) and expands its macros. Never throws. */
export function parse(text: string, macros: MacroTable): Parsed {
  try {
    if (text.length > sizeLimit && Array.from(text).length > sizeLimit)
      throw new SyntaxFault({ message: says['too-long']({ limit: sizeLimit }), offset: 0 });
    return { expression: new Parser(tokensOf(text), macros).parseAll() };
  } catch (fault) {
    if (fault instanceof SyntaxFault) return { problem: fault.problem };
    throw fault;
  }
}

class Parser extends TokenReader {
  constructor(
    tokens: readonly Token[],
    private readonly macros: MacroTable,
  ) {
    super(tokens);
  }

  parseAll(): Expression {
    const expression = this.parseExpression();
    if (this.token.kind !== 'end') this.refuse('an operator or the end');
    return expression;
  }

  private parseExpression(): Expression {
    return this.within('expr', () => {
      const condition = this.parseLogic('||', operators.or, () =>
        this.parseLogic('&&', operators.and, () => this.parseRelation()),
      );
      const question = this.accept('?');
      if (!question) return condition;
      const yes = this.parseLogic('||', operators.or, () =>
        this.parseLogic('&&', operators.and, () => this.parseRelation()),
      );
      this.expect(':');
      return this.operation(question, operators.conditional, [condition, yes, this.parseExpression()], 1);
    });
  }

  private operation(at: Token, name: string, args: readonly Expression[], deeper: 0 | 1): Expression {
    const depth = deepest(args) + deeper;
    if (depth > depthLimit) this.refuseDepth();
    return { kind: 'call', name, target: undefined, args, offset: at.offset, depth };
  }

  /** A chain of `&&` or `||`; upstream makes a balanced tree of it (logicManager). */
  private parseLogic(symbol: string, name: string, parseTerm: () => Expression): Expression {
    const terms = [parseTerm()];
    const signs: Token[] = [];
    for (let sign = this.accept(symbol); sign; sign = this.accept(symbol)) {
      signs.push(sign);
      terms.push(parseTerm());
    }
    return signs.length === 0 ? terms[0]! : this.balanced(name, terms, signs, 0, signs.length - 1);
  }

  private balanced(
    name: string,
    terms: readonly Expression[],
    signs: readonly Token[],
    low: number,
    high: number,
  ): Expression {
    const middle = Math.trunc((low + high + 1) / 2);
    const left = middle === low ? terms[middle]! : this.balanced(name, terms, signs, low, middle - 1);
    const right = middle === high ? terms[middle + 1]! : this.balanced(name, terms, signs, middle + 1, high);
    return this.operation(signs[middle]!, name, [left, right], 0);
  }

  private parseRelation(): Expression {
    return this.parseChain('relation', relations, () =>
      this.parseChain('sum', sums, () => this.parseChain('product', products, () => this.parseUnary())),
    );
  }

  private parseChain(rule: string, names: ReadonlyMap<string, string>, parseTerm: () => Expression): Expression {
    return this.within(rule, (again) => {
      let left = parseTerm();
      for (let name = this.operatorIn(names); name !== undefined; name = this.operatorIn(names)) {
        again();
        const sign = this.take();
        left = this.operation(sign, name, [left, parseTerm()], 1);
      }
      return left;
    });
  }

  private operatorIn(names: ReadonlyMap<string, string>): string | undefined {
    const { kind, text } = this.token;
    return kind === 'symbol' || (kind === 'name' && text === 'in') ? names.get(text) : undefined;
  }

  private parseUnary(): Expression {
    if (this.is('!')) return this.parseRepeated('!', operators.not);
    if (!this.is('-') || this.isNumber(this.peek(1))) return this.parseMember();
    return this.parseRepeated('-', operators.negate);
  }

  private isNumber({ kind }: Token): boolean {
    return kind === 'int' || kind === 'double';
  }

  /** `!!x`, `--x`: an even number of signs leaves nothing. */
  private parseRepeated(symbol: string, name: string): Expression {
    const first = this.take();
    let signs = 1;
    while (this.is(symbol)) {
      this.take();
      signs++;
    }
    const operand = this.parseMember();
    return signs % 2 === 0 ? operand : this.operation(first, name, [operand], 0);
  }

  private parseMember(): Expression {
    return this.within('member', (again) => {
      let operand = this.parsePrimary();
      while (this.is('.') || this.is('[')) {
        again();
        operand = this.is('.') ? this.parseSelection(operand) : this.parseIndex(operand);
        if (operand.depth > depthLimit) this.refuseDepth();
      }
      return operand;
    });
  }

  private parseSelection(operand: Expression): Expression {
    const dot = this.take();
    const optional = this.accept('?') !== undefined;
    const { text: field, offset } = this.takeName();
    if (!optional && this.is('(')) return this.parseMethod(operand, field);
    const depth = operand.depth + 1;
    if (!optional) return { kind: 'select', operand, field, presence: false, offset: dot.offset, depth };
    const name: Expression = { kind: 'literal', value: field, offset, depth: 0 };
    const args = [operand, name];
    return { kind: 'call', name: operators.optionalSelect, target: undefined, args, offset: dot.offset, depth };
  }

  /** The name of a field or method; words that are reserved elsewhere may be one. */
  private takeName(): Token {
    const { token } = this;
    // The server leaves cel-go's option for names in backticks off.
    if (token.kind === 'escaped-name') throw new SyntaxFault({ message: says['escaped-name'](), offset: token.offset });
    if (token.kind !== 'name' || keywords.has(token.text)) this.refuse('a name');
    return this.take();
  }

  private parseMethod(target: Expression, name: string): Expression {
    const open = this.take();
    const args = this.parseArguments();
    const macro = this.macros.find(name, args.length);
    if (macro) return macro.expand(new Builder(open.offset), args, target);
    const depth = deepest([target, ...args]) + 1;
    return { kind: 'call', name, target, args, offset: open.offset, depth };
  }

  private parseArguments(): readonly Expression[] {
    if (this.accept(')')) return [];
    const args = [this.parseExpression()];
    while (this.accept(',')) args.push(this.parseExpression());
    this.expect(')');
    return args;
  }

  private parseIndex(operand: Expression): Expression {
    const open = this.take();
    const name = this.accept('?') ? operators.optionalIndex : operators.index;
    const index = this.parseExpression();
    this.expect(']');
    return this.operation(open, name, [operand, index], 1);
  }

  private parsePrimary(): Expression {
    const { token } = this;
    if (token.kind === 'symbol') return this.parseSymbol(token);
    if (token.kind === 'end' || token.kind === 'escaped-name') this.refuse('a value');
    if (token.kind === 'name' && !['true', 'false', 'null'].includes(token.text)) return this.parseNamed();
    return literalOf(this.take());
  }

  private parseSymbol(token: Token): Expression {
    switch (token.text) {
      case '(':
        return this.parseNested();
      case '[':
        return this.parseList();
      case '{':
        return this.parseMap();
      case '.':
        return this.parseNamed();
      case '-':
        if (!this.isNumber(this.peek(1))) this.refuse('a value');
        this.take();
        return negativeLiteralOf(token, this.take());
      default:
        return this.refuse('a value');
    }
  }

  private parseNested(): Expression {
    this.take();
    const inner = this.parseExpression();
    this.expect(')');
    return inner;
  }

  private parseList(): Expression {
    const open = this.take();
    const elements = this.parseItems(']', (): ListElement => {
      const optional = this.accept('?') !== undefined;
      return { value: this.parseExpression(), optional };
    });
    return { kind: 'list', elements, offset: open.offset, depth: deepest(elements.map(({ value }) => value)) };
  }

  /** Items between commas, one of which may stand behind the last, and even alone. */
  private parseItems<Item>(close: string, parseItem: () => Item): Item[] {
    const items: Item[] = [];
    while (!this.is(close) && !this.is(',')) {
      items.push(parseItem());
      if (!this.is(',') || (this.peek(1).kind === 'symbol' && this.peek(1).text === close)) break;
      this.take();
    }
    this.accept(',');
    this.expect(close);
    return items;
  }

  private parseMap(): Expression {
    const open = this.take();
    const entries = this.parseItems('}', (): MapEntry => {
      const optional = this.accept('?') !== undefined;
      const key = this.parseExpression();
      this.expect(':');
      return { key, value: this.parseExpression(), optional };
    });
    const depth = deepest(entries.flatMap(({ key, value }) => [key, value]));
    return { kind: 'map', entries, offset: open.offset, depth };
  }

  /** A variable, a function or a message: `name`, `name(...)`, `a.b.Name{...}`, each with a dot in front or not. */
  private parseNamed(): Expression {
    const messageName = this.messageNameLength();
    if (messageName > 0) return this.parseMessage(messageName);
    const dot = this.accept('.') ? '.' : '';
    const token = this.takeName();
    if (reserved.has(token.text))
      throw new SyntaxFault({ message: says.reserved({ name: token.text }), offset: token.offset });
    const name = dot + token.text;
    if (!this.is('(')) return { kind: 'identifier', name, offset: token.offset, depth: 0 };
    const open = this.take();
    const args = this.parseArguments();
    if (name === 'has' && args.length === 1) return expandHas(args[0]!, open.offset);
    return { kind: 'call', name, target: undefined, args, offset: open.offset, depth: deepest(args) };
  }

  /** How many tokens the name of a message takes, if a message it is. */
  private messageNameLength(): number {
    let length = this.is('.') ? 1 : 0;
    for (;;) {
      const name = this.peek(length);
      if (name.kind !== 'name' || keywords.has(name.text)) return 0;
      length++;
      const next = this.peek(length);
      if (next.kind !== 'symbol') return 0;
      if (next.text === '{') return length;
      if (next.text !== '.') return 0;
      length++;
    }
  }

  private parseMessage(nameLength: number): Expression {
    let typeName = '';
    for (let at = 0; at < nameLength; at++) typeName += this.take().text;
    const open = this.take();
    const fields = this.parseItems('}', (): MessageField => {
      const optional = this.accept('?') !== undefined;
      const { text: name } = this.takeName();
      const { offset } = this.expect(':');
      return { offset, name, value: this.parseExpression(), optional };
    });
    const depth = deepest(fields.map(({ value }) => value));
    return { kind: 'message', typeName, fields, offset: open.offset, depth };
  }
}
