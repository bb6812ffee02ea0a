import { own } from '@podlint/plain';
import { valuesOf, type Schema } from '../schema/schema.js';

/** The field that a `fieldPath` names. */
export interface NamedField {
  /** As the server prints it. */
  readonly text: string;
  readonly names: readonly string[];
  readonly schema: Schema;
}

const tokens = /'(?:[^'\\]|\\.)*'|[.[\]]|[^.[\]']+/gy;
const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  "'": "'",
  '\\': '\\',
};

/** `.spec.a`, `['spec'].map['key']`; undefined where the schema has no such field (ValidFieldPath). */
export function fieldOfRule(path: string, schema: Schema): NamedField | undefined {
  return new FieldReader(path).read(schema);
}

/** The same without brackets, as selectable fields are written. */
export function plainFieldOf(path: string, schema: Schema): NamedField | undefined {
  return path.includes('[') ? undefined : fieldOfRule(path, schema);
}

class FieldReader {
  private readonly tokens: readonly string[];
  private at = 0;
  private text = '';
  private readonly names: string[] = [];

  constructor(path: string) {
    this.tokens = tokenize(path);
  }

  read(root: Schema): NamedField | undefined {
    let schema: Schema | undefined = root;
    while (schema && this.at < this.tokens.length) {
      const name = this.nextName();
      schema = name === undefined ? undefined : this.step(name, schema);
    }
    return schema && { text: this.text, names: this.names, schema };
  }

  private nextName(): string | undefined {
    const sign = this.tokens[this.at++];
    const name = this.tokens[this.at++];
    if (sign === '.') return name;
    if (sign !== '[' || name === undefined || this.tokens[this.at++] !== ']') return undefined;
    return name.length >= 2 && name.startsWith("'") && name.endsWith("'") ? unescaped(name.slice(1, -1)) : undefined;
  }

  private step(name: string, schema: Schema): Schema | undefined {
    this.names.push(name);
    if (schema.properties.size === 0) {
      this.text += `[${name}]`;
      return valuesOf(schema);
    }
    this.text += this.text === '' ? name : `.${name}`;
    return schema.properties.get(name);
  }
}

function tokenize(path: string): readonly string[] {
  const found = [...path.matchAll(tokens)].map(([token]) => token);
  // What is no token at all is one that fits nowhere.
  return found.join('') === path ? found : [path];
}

function unescaped(text: string): string | undefined {
  const parts = text.split(/\\(.)/s);
  const fine = parts.every((part, at) => at % 2 === 0 || Object.hasOwn(escapes, part));
  return fine ? parts.map((part, at) => (at % 2 === 0 ? part : own(escapes, part))).join('') : undefined;
}
