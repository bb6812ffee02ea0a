import { own } from '@podlint/plain';
import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';

type Labels = Readonly<Record<string, string>>;
type Requirement = (labels: Labels) => boolean;

const token = /\s*(==|!=|[=!(),<>]|[^\s=!(),<>]+)/y;
const words = new Set(['in', 'notin']);
const operators = new Set(['=', '==', '!=', 'in', 'notin', '<', '>']);
const isWord = (text: string | undefined): text is string => text !== undefined && !/^[=!(),<>]/.test(text);

const qualifiedName =
  /^(?:[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*\/)?(?:[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?)$/;
const labelValue = /^(?:[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?)?$/;

/** A label selector in its text form (apimachinery/pkg/labels/selector.go, Parse). Empty: everything. */
export function parseLabelSelector(text: string): Requirement {
  if (text.trim() === '') return () => true;
  const requirements = new SelectorParser(text).parse();
  return (labels) => requirements.every((requirement) => requirement(labels));
}

class SelectorParser {
  private readonly tokens: string[] = [];
  private at = 0;

  constructor(private readonly text: string) {
    token.lastIndex = 0;
    for (let match = token.exec(text); match; match = token.exec(text)) this.tokens.push(match[1]!);
  }

  parse(): Requirement[] {
    const requirements = [this.requirement()];
    while (this.at < this.tokens.length) {
      this.expect(',');
      requirements.push(this.requirement());
    }
    return requirements;
  }

  private requirement(): Requirement {
    const isAbsent = this.take('!');
    const key = this.key();
    if (isAbsent) return (labels) => !has(labels, key);
    const operator = this.tokens[this.at];
    if (operator === undefined || operator === ',') return (labels) => has(labels, key);
    if (!operators.has(operator)) throw this.failure();
    this.at++;
    return this.comparison(key, operator);
  }

  private comparison(key: string, operator: string): Requirement {
    if (words.has(operator)) {
      const values = this.values();
      return operator === 'in'
        ? (labels) => has(labels, key) && values.has(own(labels, key)!)
        : (labels) => !has(labels, key) || !values.has(own(labels, key)!);
    }
    const value = this.value();
    if (operator === '!=') return (labels) => own(labels, key) !== value;
    if (operator !== '<' && operator !== '>') return (labels) => has(labels, key) && own(labels, key) === value;
    if (!/^[-+]?\d+$/.test(value)) throw this.failure();
    const sign = operator === '<' ? -1 : 1;
    return (labels) =>
      /^[-+]?\d+$/.test(own(labels, key) ?? '') && Math.sign(Number(own(labels, key)) - Number(value)) === sign;
  }

  private key(): string {
    const key = this.tokens[this.at++];
    if (!isWord(key) || !qualifiedName.test(key)) throw this.failure();
    return key;
  }

  private value(): string {
    const next = this.tokens[this.at];
    if (next === undefined || next === ',') return '';
    this.at++;
    if (!isWord(next) || !labelValue.test(next)) throw this.failure();
    return next;
  }

  private values(): Set<string> {
    this.expect('(');
    const values = new Set<string>();
    do {
      const next = this.tokens[this.at];
      if (isWord(next) && labelValue.test(next)) {
        values.add(next);
        this.at++;
      } else if (next === ',' || next === ')') values.add('');
      else throw this.failure();
    } while (this.take(','));
    this.expect(')');
    return values;
  }

  private take(text: string): boolean {
    if (this.tokens[this.at] !== text) return false;
    this.at++;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) throw this.failure();
  }

  private failure(): BuildFailure {
    return new BuildFailure('other', says['label-selector']({ selector: this.text }));
  }
}

function has(labels: Labels, key: string): boolean {
  return Object.hasOwn(labels, key);
}
