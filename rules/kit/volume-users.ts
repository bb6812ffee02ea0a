import type { ContainerView, Field, PodView } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';

type VolumeMount = Decoded<core.VolumeMount>;

export interface PlacedMount {
  readonly container: ContainerView;
  readonly mount: VolumeMount;
  readonly at: Field<core.VolumeMount>;
}

/** The places where containers mount a volume, as files. */
export function mountsOf({ containers }: PodView, volume: string): PlacedMount[] {
  return containers.flatMap((container) =>
    (container.value.volumeMounts ?? []).flatMap((mount, index) =>
      mount.name === volume ? [{ container, mount, at: container.at.volumeMounts[index]! }] : [],
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
