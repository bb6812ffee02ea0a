import { imageReference } from '../../kit/images.js';
import type { Workload } from './workload.js';

/** A Pod without a workload around it. */
export function isBare({ object }: Workload): boolean {
  return object.kindName === 'Pod';
}

/** Two objects, and not one that two files have. */
export function areTwo({ object: one }: Workload, { object: other }: Workload): boolean {
  return one.name !== other.name || one.kindName !== other.kindName;
}

/**
 * Whether both end up in one cluster, as far as their files tell. Of the same application in two files, one is applied,
 * not both; those of different folders that name no namespace need not meet; and a bare Pod in a file of its own may be
 * there to be taken over.
 */
export function standTogether(one: Workload, other: Workload): boolean {
  if (!areTwo(one, other)) return false;
  if (one.object.file === other.object.file) return true;
  if (isBare(other) || isSameApplication(one, other)) return false;
  const bothNamed = one.facts.namesNamespace === true && other.facts.namesNamespace === true;
  return bothNamed || folderOf(one) === folderOf(other);
}

function isSameApplication(one: Workload, other: Workload): boolean {
  if (one.object.name === other.object.name) return true;
  return one.object.kindName !== other.object.kindName && repositoryOf(one) === repositoryOf(other);
}

function repositoryOf({ facts: { image = '' } }: Workload): string | undefined {
  const reference = imageReference(image);
  return reference.valid ? reference.repository : undefined;
}

function folderOf({ object: { file } }: Workload): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
