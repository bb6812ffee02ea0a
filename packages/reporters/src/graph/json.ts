import { visibleJson } from '../sanitize.js';
import type { RunGraph } from './graphs.js';

/** Changes when a reader of the one before would be wrong about it. */
const formatVersion = 1;

/** schemas/graph.schema.json */
export function graphJson(graphs: readonly RunGraph[]): string {
  return visibleJson(`${JSON.stringify({ version: formatVersion, graphs }, undefined, 2)}\n`);
}
