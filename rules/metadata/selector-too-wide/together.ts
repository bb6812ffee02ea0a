import type { PodView } from '@podlint/engine/rule';
import { parseImageReference } from '@podlint/model';

/** A Pod without a workload around it. */
export function isBare({ object }: PodView): boolean {
  return object.kindName === 'Pod';
}

/** Two objects, and not one that two files have. */
export function areTwo({ object: one }: PodView, { object: other }: PodView): boolean {
  return one.name !== other.name || one.kindName !== other.kindName;
}

/**
 * Whether both end up in one cluster, as far as their files tell. Of the same application in two files, one is applied,
 * not both; those of different folders that name no namespace need not meet; and a bare Pod in a file of its own may be
 * there to be taken over.
 */
export function standTogether(one: PodView, other: PodView): boolean {
  if (!areTwo(one, other)) return false;
  if (one.object.file === other.object.file) return true;
  if (isBare(other) || isSameApplication(one, other)) return false;
  return folderOf(one) === folderOf(other) || (namesNamespace(one) && namesNamespace(other));
}

function isSameApplication(one: PodView, other: PodView): boolean {
  if (one.object.name === other.object.name) return true;
  return one.object.kindName !== other.object.kindName && repositoryOf(one) === repositoryOf(other);
}

/** Of the image of the first container. */
function repositoryOf({ spec }: PodView): string | undefined {
  const reference = parseImageReference(spec.containers?.[0]?.image ?? '');
  return reference.valid ? reference.repository : undefined;
}

function namesNamespace({ object }: PodView): boolean {
  return object.isWritten(object.at.metadata.namespace);
}

function folderOf({ object: { file } }: PodView): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
