import type { Token } from './lexer.js';
import { says } from './messages.js';
import { SyntaxFault } from './problem.js';

/** As deep as cel-go lets a rule of the grammar contain itself (parser/parser.go). */
export const depthLimit = 250;

/** Goes through the tokens of an expression. What is not as it should be is thrown as a SyntaxFault. */
export class TokenReader {
  protected at = 0;
  /** How often a rule of the grammar is entered within itself. */
  private readonly depths = new Map<string, number>();

  constructor(private readonly tokens: readonly Token[]) {}

  protected get token(): Token {
    return this.tokens[this.at]!;
  }

  protected peek(offset: number): Token {
    return this.tokens[Math.min(this.at + offset, this.tokens.length - 1)]!;
  }

  protected is(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === symbol;
  }

  protected take(): Token {
    const { token } = this;
    this.at++;
    return token;
  }

  /** The symbol, if it is next. */
  protected accept(symbol: string): Token | undefined {
    return this.is(symbol) ? this.take() : undefined;
  }

  protected expect(symbol: string): Token {
    return this.accept(symbol) ?? this.refuse(`"${symbol}"`);
  }

  protected refuse(expected: string): never {
    const { kind, text, offset } = this.token;
    const found = kind === 'end' ? 'end of the expression' : text;
    throw new SyntaxFault({ message: says.unexpected({ found, expected }), offset });
  }

  /** Runs a rule of the grammar, which may contain itself only so often. */
  protected within<Result>(rule: string, parse: (again: () => void) => Result): Result {
    const outer = this.depths.get(rule) ?? 0;
    const again = (): void => {
      const depth = (this.depths.get(rule) ?? 0) + 1;
      this.depths.set(rule, depth);
      if (depth > depthLimit) this.refuseDepth();
    };
    again();
    const result = parse(again);
    this.depths.set(rule, outer);
    return result;
  }

  protected refuseDepth(): never {
    throw new SyntaxFault({ message: says['too-deep']({ limit: depthLimit }), offset: this.token.offset });
  }
}
