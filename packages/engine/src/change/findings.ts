import { LineIndex } from '../documents/positions.js';
import type { PositionRange } from '../documents/position.js';
import { compactObjects } from '../pipeline/compact.js';
import type { ExaminedFinding } from '../pipeline/examined.js';
import { reported } from '../report/reported.js';
import type { InspectedObject } from '../verdict/inspected.js';
import type { PlacedFinding } from './report.js';
import type { SidePlaces } from './places.js';
import type { Side } from './side.js';
import type { SideObject } from './side-object.js';

/** What keeps the server from taking an object, at the lines that set the values. */
export function refusalOf(
  object: SideObject,
  inspected: InspectedObject,
  side: Side,
  places: SidePlaces,
): PlacedFinding[] {
  const { path, root } = object.file;
  const { text, lines } = object.read();
  const [compact] = compactObjects({ path, text, lines, objects: [inspected] }, { details: 'with choices' });
  return (compact?.findings ?? [])
    .filter(({ severity, provisional }) => severity === 'error' && !provisional)
    .map((finding) => {
      const at = root ? placeIn(object, finding, side, places) : { file: path, range: finding.range };
      const { details = { fixes: [], choices: [], fingerprint: '' } } = finding;
      const all = { fixes: details.fixes, choices: details.choices ?? [], fingerprint: details.fingerprint };
      const offered = root ? { ...all, fixes: [], choices: [] } : all;
      const { kind, name, namespace, apiVersion } = compact?.entry ?? {};
      const made = {
        ...(apiVersion && { apiVersion }),
        ...(kind && { kind }),
        ...(namespace && { namespace }),
        ...(name && { name }),
      };
      const placed: ExaminedFinding = {
        ...finding,
        ...(root && { related: [], builds: { roots: [root.name], object: made, steps: [] } }),
        range: at.range,
        details: offered,
      };
      return {
        file: at.file,
        diagnostic: reported(placed, compact?.entry ?? { index: object.index }, () => offered),
      };
    });
}

function placeIn(
  object: SideObject,
  { path, range }: ExaminedFinding,
  side: Side,
  places: SidePlaces,
): { file: string; range: PositionRange } {
  const at = places.setAt(object, path, object.read().offset + range.start.offset);
  const file = at?.file ?? object.file.root?.kustomization ?? object.file.path;
  const text = side.textOf(file) ?? '';
  const start = at?.start ?? 0;
  const word = /^[^\s:,[\]{}]*/.exec(text.slice(start, start + 80))?.[0].length ?? 0;
  const end = at?.extent === 'text' ? at.end : start + word;
  return { file, range: new LineIndex(text).range({ start, end }) };
}
