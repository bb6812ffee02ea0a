import { quoteScalar, scalarToText } from '@podlint/syntax';
import type { CursorPlace } from '../../cursor/cursor-place.js';
import type { OwnedField } from '@podlint/schema';
import type { Style } from './layout.js';
import type { Proposal } from './proposal.js';
import { literal } from './snippet.js';
import { valuesFor, type ValueSurroundings } from './values.js';

/** The values of a scalar field, written as they have to be where the cursor is. */
export function valueProposals(
  place: CursorPlace,
  field: OwnedField,
  style: Style,
  around: ValueSurroundings,
): Proposal[] {
  return valuesFor(place, field, around).map(({ value, kind, detail }, index) => ({
    label: String(value),
    kind,
    text: literal(written(value, place, field, style)),
    ...(detail !== undefined && { detail }),
    rank: `1${String(index).padStart(3, '0')}`,
  }));
}

function written(value: string | boolean, { target }: CursorPlace, { type }: OwnedField, { form }: Style): string {
  if (typeof value === 'boolean') return String(value);
  // Between quotes that are there only the inside is written.
  if (target.quote !== '' && target.what === 'value')
    return quoteScalar(value, target.quote === '"' ? 'double-quoted' : 'single-quoted').slice(1, -1);
  const isNumber = type === 'int-or-string' && /^\d+$/.test(value);
  if (isNumber) return value;
  return form === 'json' ? JSON.stringify(value) : scalarToText(value);
}
