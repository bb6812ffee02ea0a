import { scalarToText } from '@podlint/syntax';
import {
  allowedBy,
  customFields,
  isScalar,
  itemsOf,
  type CustomField,
  type CustomSchema,
} from '../../knowledge/custom-schema.js';
import type { Style } from './layout.js';
import { literal, Snippet } from './snippet.js';

/** Below this depth what is required is left to the next completion. */
const deepest = 5;

/** Lays out a field of a custom resource with everything in it that its definition requires. */
export class CustomLayout {
  private readonly snippet = new Snippet();

  constructor(private readonly style: Style) {}

  field({ name, schema }: CustomField, depth = 0): string[] {
    const { form, listStep, step } = this.style;
    const key = literal(form === 'json' ? JSON.stringify(name) : scalarToText(name));
    if (form !== 'block') return [`${key}: ${this.flowValue(schema)}`];
    if (isScalar(schema)) return [`${key}: ${this.scalar(schema)}`];
    const by = ' '.repeat(itemsOf(schema) ? listStep : step);
    return [`${key}:`, ...this.inside(schema, depth + 1).map((line) => by + line)];
  }

  private inside(schema: CustomSchema, depth: number): string[] {
    const items = itemsOf(schema);
    if (items) {
      const lines = isScalar(items) ? [this.scalar(items)] : this.inside(items, depth + 1);
      return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
    }
    const required = depth < deepest ? customFields(schema).filter((field) => field.isRequired) : [];
    return required.length === 0 ? [this.snippet.stop()] : required.flatMap((field) => this.field(field, depth));
  }

  private flowValue(schema: CustomSchema): string {
    if (itemsOf(schema)) return `[${this.snippet.stop()}]`;
    return isScalar(schema) ? this.scalar(schema) : `{${this.snippet.stop()}\\}`;
  }

  private scalar(schema: CustomSchema): string {
    const words = allowedBy(schema).filter((word) => word !== null);
    const isText = this.style.form === 'json' && schema['type'] === 'string';
    const stop = this.snippet.stop(words.map(String));
    return isText ? `"${stop}"` : stop;
  }
}
