import type { Shape } from '@podlint/kustomize/file';
import { scalarToText } from '@podlint/syntax';
import { kustomizationValues, leadingFields } from '../../knowledge/kustomization.js';
import type { Style } from '../completion/layout.js';
import { literal, Snippet } from '../completion/snippet.js';
import { typeWithField } from './place.js';

type Struct = Shape & { readonly type: 'struct' };

/** Lays out a field of a kustomization with what it begins with. Lines count from the column of the field. */
export class FieldLayout {
  private readonly snippet = new Snippet();

  constructor(private readonly style: Style) {}

  /** `field`: such as `Patch.path`. */
  field(name: string, field: string, shape: Shape): string[] {
    const head = `${literal(this.style.form === 'json' ? JSON.stringify(name) : scalarToText(name))}:`;
    if (this.style.form !== 'block') return [`${head} ${this.flow(field, shape)}`];
    if (isScalar(shape)) return [`${head} ${this.scalar(field, shape)}`];
    const by = shape.type === 'list' ? this.style.listStep : this.style.step;
    return [head, ...this.inside(field, shape).map((line) => ' '.repeat(by) + line)];
  }

  private inside(field: string, shape: Shape): string[] {
    if (shape.type === 'map') return [`${this.snippet.named('key')}: ${this.snippet.named('value')}`];
    if (shape.type === 'struct') return this.struct(shape);
    if (shape.type !== 'list') return [this.scalar(field, shape)];
    return this.inside(field, shape.item).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
  }

  private struct(shape: Struct): string[] {
    const leads = leadingFields(shape.name).flatMap((name) => {
      const inner = shape.fields.get(name);
      return inner ? this.field(name, typeWithField(shape, name), inner) : [];
    });
    return leads.length === 0 ? [this.snippet.stop()] : leads;
  }

  private flow(field: string, shape: Shape): string {
    if (shape.type === 'list') return `[${this.snippet.stop()}]`;
    if (shape.type === 'map' || shape.type === 'struct') return `{${this.snippet.stop()}${literal('}')}`;
    return this.scalar(field, shape);
  }

  private scalar(field: string, { type }: Shape): string {
    const stop = this.snippet.stop(type === 'flag' ? ['true', 'false'] : kustomizationValues(field));
    return this.style.form === 'json' && type === 'text' ? `"${stop}"` : stop;
  }
}

export function isScalar({ type }: Shape): boolean {
  return type === 'text' || type === 'flag' || type === 'integer' || type === 'anything';
}
