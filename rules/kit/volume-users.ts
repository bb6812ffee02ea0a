import { each, type ContainerView, type ListItem, type PodView } from '@podlint/engine/rule';
import type { core } from '@podlint/model';

interface VolumeUse {
  readonly container: ContainerView;
  readonly mount: ListItem<core.VolumeMount>;
}

/** The places where containers mount a volume, as files. */
export function mountsOf({ containers }: PodView, volume: string): VolumeUse[] {
  return containers.flatMap((container) =>
    each(container.value.volumeMounts, container.at.volumeMounts).flatMap((mount) =>
      mount.value.name === volume ? [{ container, mount }] : [],
    ),
  );
}

/** Names of the volumes that some container mounts, as files or as a device, or reads variables from. */
export function usedVolumes({ containers }: PodView): ReadonlySet<string | undefined> {
  const used = new Set<string | undefined>();
  for (const { value } of containers) {
    value.volumeMounts?.forEach(({ name }) => used.add(name));
    value.volumeDevices?.forEach(({ name }) => used.add(name));
    value.env?.forEach(({ valueFrom }) => used.add(valueFrom?.fileKeyRef?.volumeName));
  }
  return used;
}
