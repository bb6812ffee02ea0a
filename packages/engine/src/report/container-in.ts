import { FieldPath } from '@podlint/field-path';
import { containerLists } from '../findings/container.js';

type ContainerList = (typeof containerLists)[number];

/** The container that a field of a report is in. */
export interface ContainerPlace {
  readonly list: ContainerList;
  readonly path: FieldPath;
  /** As in `path` of a finding, which begins with it. */
  readonly printed: string;
  /** From the container down; empty for the container itself. */
  readonly below: string;
}

const inContainer = new RegExp(String.raw`^((?:.*?\.)?(${containerLists.join('|')})\[\d+\])(?:\.(.*))?$`, 's');
const step = /([^.[\]]+)|\[(\d+)\]/g;

/**
 * Reports are JSON, which other runs may have written: of the way to a field they have what the server prints. This is the
 * only place that reads it again, and no further than to a container: above it there are no keys of maps.
 */
export function containerIn(printedPath: string): ContainerPlace | undefined {
  const [, printed, list, below = ''] = inContainer.exec(printedPath) ?? [];
  if (printed === undefined) return undefined;
  let path = FieldPath.root;
  for (const [, name = '', index] of printed.matchAll(step))
    path = index === undefined ? path.child(name) : path.index(Number(index));
  return { list: list as ContainerList, path, printed, below };
}
