import type { PositionRange } from '../documents/position.js';
import { FieldNodes } from '../rule/field-nodes.js';
import type { FoundObject, InspectedFile } from '../verdict/inspected.js';
import type { AllDetails } from './examined.js';
import type { RunPlace } from './run-finding.js';

/** A file that is read again for what was not kept of it. */
export interface ReadAgain {
  /** Its documents and objects, unjudged. */
  inspected(): InspectedFile;
  /** One of its objects: of a large file far less may be read for it. */
  objectAt(position: number): ObjectAgain;
  /** Of the finding with that number, of an object of the file. */
  detailsOf(position: number, index: number): AllDetails;
}

/** The files of a run, by their paths. */
export type LookUp = (path: string) => ReadAgain;

/** An object, unjudged, in the text of its file. */
export interface ObjectAgain extends Pick<InspectedFile, 'text' | 'lines'> {
  readonly inspected: FoundObject;
}

/** The object with that number in a file that was read. */
export function objectIn({ text, lines, objects }: InspectedFile, position: number): ObjectAgain {
  const inspected = objects[position];
  if (!inspected) throw new Error('the file holds other objects than before');
  return { text, lines, inspected };
}

/** The place of a field in an object of a file. */
export function placeOf({ file, position, path }: RunPlace, lookUp: LookUp): PositionRange {
  const again = lookUp(file).objectAt(position);
  return again.lines.range(nodesOf(again).rangeOf(path));
}

/** The fields of an object that could be read. */
export function nodesOf({ inspected: { document, object } }: ObjectAgain): FieldNodes {
  if (!object) throw new Error('the file holds other objects than before');
  return new FieldNodes(document, object.node);
}
