import { parseFloat64 } from '../values/double.js';
import { intOf } from '../values/int.js';
import { uintOf } from '../values/uint.js';
import { Double, Failure, type Value } from '../values/value.js';
import type { Literal } from './ast.js';
import type { Token } from './lexer.js';
import { says } from './messages.js';
import { SyntaxFault } from './problem.js';
import { bytesOfLiteral, stringOf } from './unescape.js';

/** The literal that a token is (CEL.g4, literal). */
export function literalOf(token: Token): Literal {
  return { kind: 'literal', value: valueOf(token, ''), offset: token.offset, depth: 0 };
}

/** A number with a minus sign, which belongs to it: -9223372036854775808 is an int. */
export function negativeLiteralOf(sign: Token, token: Token): Literal {
  return { kind: 'literal', value: valueOf({ ...token, offset: sign.offset }, '-'), offset: sign.offset, depth: 0 };
}

function valueOf(token: Token, sign: '' | '-'): Value {
  switch (token.kind) {
    case 'int':
      return checked(intOf(BigInt(token.text) * (sign ? -1n : 1n)), says['bad-int'](), token);
    case 'uint':
      return checked(uintOf(BigInt(token.text.slice(0, -1))), says['bad-uint'](), token);
    case 'double':
      return doubleOf(token, sign);
    case 'string':
      return stringOf(token);
    case 'bytes':
      return bytesOfLiteral(token);
    default:
      return token.text === 'null' ? null : token.text === 'true';
  }
}

function checked(value: Value, message: ReturnType<(typeof says)['bad-int']>, { offset }: Token): Value {
  if (value instanceof Failure) throw new SyntaxFault({ message, offset });
  return value;
}

function doubleOf(token: Token, sign: '' | '-'): Value {
  const value = parseFloat64(sign + token.text);
  if (value === undefined) throw new SyntaxFault({ message: says['bad-double'](), offset: token.offset });
  return new Double(value);
}
