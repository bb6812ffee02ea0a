import { scalarToText, type BlockStyle } from '@podlint/syntax';
import { allowedValues } from '@podlint/schema/allowed-values';
import { placeAmongSiblings } from '../../knowledge/habits.js';
import {
  definitionOf,
  isRequired,
  isStruct,
  itemOf,
  ownedFieldsIn,
  type Field,
  type OwnedField,
} from '@podlint/schema';
import type { Minor } from '@podlint/model';
import { literal, Snippet } from './snippet.js';

/** How the text around is written. */
export interface Style extends BlockStyle {
  /** `json`: in brackets, with quotes. */
  readonly form: 'block' | 'flow' | 'json';
}

/** Below this depth what is required is left to the next completion. */
const deepest = 5;

/**
 * Lays out fields with everything in them that is required, and a place to fill in where a value is missing. Lines
 * count from the column of the field.
 */
export class Layout {
  private readonly snippet = new Snippet();

  constructor(
    private readonly style: Style,
    private readonly minor: Minor,
  ) {}

  /** A field with its value. `isObjects`: its owner is a whole object. */
  field(field: OwnedField, isObjects = false): string[] {
    if (this.style.form !== 'block') return [`${this.key(field.name)}: ${this.flowValue(field)}`];
    const head = `${this.key(field.name)}:`;
    if (field.shape === undefined && !isStruct(field)) return [`${head} ${this.scalar(field)}`];
    const by = field.shape === 'list' ? this.style.listStep : this.style.step;
    return [
      head,
      ...this.inside(field, isObjects && field.name === 'metadata', 1).map((line) => ' '.repeat(by) + line),
    ];
  }

  /** What is in a field of several lines. */
  inside(field: OwnedField, isObjectMeta: boolean, depth: number): string[] {
    if (field.shape === 'list') return this.item(field, depth);
    if (field.shape === 'map') return [`${this.snippet.named('key')}: ${this.snippet.named('value')}`];
    return this.struct(field.type, isObjectMeta, depth);
  }

  /** An item of a list, with its dash. */
  item(field: OwnedField, depth = 0): string[] {
    if (!isStruct(itemOf(field))) return [`- ${this.scalar(field)}`];
    return this.struct(field.type, false, depth).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
  }

  private struct(type: string, isObjectMeta: boolean, depth: number): string[] {
    const required = depth < deepest ? requiredFields(type, this.minor, isObjectMeta) : [];
    if (required.length === 0) return [this.snippet.stop()];
    return required.flatMap((field) => {
      if (field.shape === undefined && !isStruct(field)) return [`${this.key(field.name)}: ${this.scalar(field)}`];
      const by = field.shape === 'list' ? this.style.listStep : this.style.step;
      return [`${this.key(field.name)}:`, ...this.inside(field, false, depth + 1).map((line) => ' '.repeat(by) + line)];
    });
  }

  private flowValue(field: OwnedField): string {
    if (field.shape === 'list') return `[${this.snippet.stop()}]`;
    if (field.shape === 'map' || isStruct(field)) return `{${this.snippet.stop()}}`;
    return this.scalar(field);
  }

  private scalar({ owner, name, type }: Pick<OwnedField, 'owner' | 'name' | 'type'>): string {
    const isText = this.style.form === 'json' && !['boolean', 'int32', 'int64', 'int-or-string'].includes(type);
    const stop = this.snippet.stop(type === 'boolean' ? ['true', 'false'] : allowedValues(owner, name, this.minor));
    return isText ? `"${stop}"` : stop;
  }

  private key(name: string): string {
    return literal(this.style.form === 'json' ? JSON.stringify(name) : scalarToText(name));
  }
}

function requiredFields(type: string, minor: Minor, isObjectMeta: boolean): OwnedField[] {
  const fields = ownedFieldsIn(type, minor).filter(
    (field) => isRequired(field, false) || (isObjectMeta && field.name === 'name'),
  );
  return fields.sort((a, b) => placeAmongSiblings(type, a.name) - placeAmongSiblings(type, b.name));
}

/** Whether a field holds more than one value. */
export function isNested(field: Field): boolean {
  return field.shape !== undefined || definitionOf(field.type) !== undefined;
}
