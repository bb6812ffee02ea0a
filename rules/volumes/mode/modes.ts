import { each, type Field, type ListField, type PodView } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';

interface Mode {
  readonly value: number;
  readonly at: Field;
}

type Item = core.KeyToPath | core.DownwardAPIVolumeFile;

/** Every mode that the volumes of a Pod give to files. */
export function modesOf({ spec, at }: PodView): Mode[] {
  return each(spec.volumes, at.volumes).flatMap((volume) => {
    const { configMap, secret, downwardAPI, projected } = volume.value;
    if (!configMap && !secret && !downwardAPI && !projected) return [];
    const { at: field } = volume;
    return [
      ...modeAt(configMap?.defaultMode, field.configMap.defaultMode),
      ...modeAt(secret?.defaultMode, field.secret.defaultMode),
      ...modeAt(downwardAPI?.defaultMode, field.downwardAPI.defaultMode),
      ...modeAt(projected?.defaultMode, field.projected.defaultMode),
      ...itemModes<core.KeyToPath>(configMap?.items, field.configMap.items),
      ...itemModes<core.KeyToPath>(secret?.items, field.secret.items),
      ...itemModes<core.DownwardAPIVolumeFile>(downwardAPI?.items, field.downwardAPI.items),
      ...each(projected?.sources, field.projected.sources).flatMap(({ value, at: source }) => [
        ...itemModes<core.KeyToPath>(value.configMap?.items, source.configMap.items),
        ...itemModes<core.KeyToPath>(value.secret?.items, source.secret.items),
        ...itemModes<core.DownwardAPIVolumeFile>(value.downwardAPI?.items, source.downwardAPI.items),
      ]),
    ];
  });
}

function itemModes<One extends Item>(
  items: readonly Decoded<NoInfer<One>>[] | undefined,
  list: ListField<One>,
): Mode[] {
  return each(items, list).flatMap(({ value, at }) =>
    modeAt((value as Decoded<Item>).mode, (at as unknown as Field<Item>).mode),
  );
}

function modeAt(value: number | undefined, at: Field): Mode[] {
  return value === undefined ? [] : [{ value, at }];
}
