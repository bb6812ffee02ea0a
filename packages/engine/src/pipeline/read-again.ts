import type { PositionRange } from '../documents/position.js';
import { FieldNodes } from '../rule/field-nodes.js';
import type { InspectedFile } from '../verdict/inspected.js';
import type { AllDetails } from './examined.js';
import type { RunPlace } from './run-finding.js';

/** A file that is read again for what was not kept of it. */
export interface ReadAgain {
  /** Its documents and objects, unjudged. */
  inspected(): InspectedFile;
  /** Of the finding with that number, of an object of the file. */
  detailsOf(position: number, index: number): AllDetails;
}

/** The files of a run, by their paths. */
export type LookUp = (path: string) => ReadAgain;

/** The place of a field in an object of a file. */
export function placeOf({ file, position, path }: RunPlace, lookUp: LookUp): PositionRange {
  const inspected = lookUp(file).inspected();
  return inspected.lines.range(nodesOf(inspected, position).rangeOf(path));
}

/** The fields of an object that could be read. */
export function nodesOf({ objects }: InspectedFile, position: number): FieldNodes {
  const { document, object } = objects[position] ?? {};
  if (!document || !object) throw new Error('the file holds other objects than before');
  return new FieldNodes(document, object.node);
}
