import { nearestNames } from '@podlint/plain/spelling';

/**
 * The id that was most likely meant: the one with the same name in another group, or else the one with the fewest
 * slips.
 */
export function nearestId(written: string, ids: readonly string[]): string | undefined {
  const name = written.slice(written.lastIndexOf('/') + 1);
  const ofThatName = ids.filter((id) => id.endsWith(`/${name}`));
  return ofThatName.length === 1 ? ofThatName[0] : nearest(written, ids);
}

/** The name with the fewest slips from what was written, if there are few. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  return nearestNames(written, names)[0];
}
