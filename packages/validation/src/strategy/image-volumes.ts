import { own, setOwn } from '@podlint/plain';
import type { FieldPath } from '@podlint/model';
import { containerLists } from '../pod/visit-containers.js';
import { type Fields, isFields } from './field-pattern.js';
import { lostFields } from './lost-fields.js';
import type { Removals } from './removals.js';

/**
 * While the gate ImageVolume is off, volumes from images go altogether, and their mounts with them (dropImageVolumes,
 * pkg/api/pod/util.go).
 * The volumes behind them move up, so what is reported is what the server's object lacks at the places of the manifest.
 */
export function dropImageVolumes(spec: Fields, path: FieldPath, removals: Removals): void {
  const names = new Set(
    itemsOf(spec, 'volumes')
      .filter(isImageVolume)
      .map((volume) => volume.name),
  );
  if (names.size === 0) return;
  removeItems(spec, 'volumes', isImageVolume, path, removals);
  for (const list of containerLists) {
    itemsOf(spec, list).forEach((container, i) => {
      removeItems(container, 'volumeMounts', (mount) => names.has(mount.name), path.child(list).index(i), removals);
    });
  }
}

function isImageVolume(volume: Fields): boolean {
  return volume.image !== undefined;
}

function itemsOf(owner: Fields, field: string): Fields[] {
  const list = own(owner, field);
  return Array.isArray(list) ? list.filter(isFields) : [];
}

function removeItems(
  owner: Fields,
  field: string,
  goes: (item: Fields) => boolean,
  ownerPath: FieldPath,
  removals: Removals,
): void {
  const before = itemsOf(owner, field);
  const origins = before.flatMap((item, i) => (goes(item) ? [] : i));
  if (origins.length === before.length) return;
  const after = origins.map((i) => before[i]);
  if (after.length > 0) setOwn(owner, field, after);
  else Reflect.deleteProperty(owner, field);
  removals.moved.push({ list: ownerPath.child(field), origins });
  reportMissing(before, own(owner, field), ownerPath.child(field), removals);
}

/** The server writes a volume's or mount's name even when it is empty. */
const alwaysThere = 'name';

function reportMissing(before: unknown, after: unknown, list: FieldPath, { dropped }: Removals): void {
  for (const path of lostFields(before, after, list)) {
    if (path.segment !== alwaysThere) dropped.push({ path, gate: 'ImageVolume' });
  }
}
