import type { Decoded, core } from '@podlint/model';
import { type Defaulting, fill } from '@podlint/model/defaults';

type Namespace = Decoded<core.Namespace>;

const nameLabel = 'kubernetes.io/metadata.name';

/** SetDefaults_Namespace: a name that is written in the manifest. */
export function defaultNamespace({ metadata }: Namespace, defaulting: Defaulting): void {
  if (!metadata?.name) return;
  const labels = (metadata.labels ??= {});
  if (labels[nameLabel] !== metadata.name)
    fill(labels, nameLabel, metadata.name, 'so that selectors find the namespace by its name', defaulting);
}

/** The same for a name that the server made up (Canonicalize, pkg/registry/core/namespace/strategy.go). */
export function labelName({ metadata }: Namespace): void {
  if (metadata?.name) (metadata.labels ??= {})[nameLabel] = metadata.name;
}
