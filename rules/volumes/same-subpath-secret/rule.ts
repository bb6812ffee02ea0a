import { defineRule, each, type ContainerView, type Field } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';

type Volume = Decoded<core.Volume>;

interface Use {
  readonly source: string;
  readonly at: Field;
}

export default defineRule({
  id: 'volumes/same-subpath-secret',
  level: 'info',
  summary: 'A ConfigMap or Secret that reaches a container in a way that is never updated',
  brief: 'never updated after start',
  messages: {
    subPath:
      'Container "{name}" mounts {source} through subPath, which never updates. The file stays as it was when the container started, whatever becomes of the {kind}. Mount the whole directory if the program can follow changes, or restart the Pods after each change.',
    env: 'Container "{name}" takes variables from {source}, which never update. They stay as they were when the container started. Mount it as files if the program can follow changes, or restart the Pods after each change.',
    other: 'and from {source}',
  },
  container(container, report) {
    const { role, name, value, at } = container;
    // What runs once and ends has nothing to follow.
    if (role === 'init' || role === 'ephemeral') return;
    for (const mount of each(value.volumeMounts, at.volumeMounts)) {
      const { name: volumeName, subPath, subPathExpr } = mount.value;
      if (!subPath && !subPathExpr) continue;
      const source = sourceOfVolume(container.pod.spec.volumes?.find((volume) => volume.name === volumeName));
      if (source)
        report({
          at: subPath ? mount.at.subPath : mount.at.subPathExpr,
          message: 'subPath',
          data: { name, ...source },
        });
    }
    const [first, ...others] = usesInEnv(container);
    if (first)
      report({
        at: first.at,
        message: 'env',
        data: { name, source: first.source },
        related: others.map((use) => ({ at: use.at, message: 'other', data: { source: use.source } })),
      });
  },
});

/**
 * Projected volumes count by what is in them; their service account tokens are renewed, and lost to a subPath as well.
 */
function sourceOfVolume(volume: Volume | undefined): { kind: string; source: string } | undefined {
  const projected = volume?.projected?.sources ?? [];
  const configMap = volume?.configMap ?? projected.find((part) => part.configMap)?.configMap;
  const secretName = volume?.secret?.secretName ?? projected.find((part) => part.secret)?.secret?.name;
  if (configMap) return { kind: 'ConfigMap', source: nameOf('ConfigMap', configMap.name) };
  return secretName === undefined ? undefined : { kind: 'Secret', source: nameOf('Secret', secretName) };
}

/** Each object once, at its first use. */
function usesInEnv({ value, at }: ContainerView): Use[] {
  const uses = new Map<string, Use>();
  const add = (source: string, field: Field): void => {
    if (!uses.has(source)) uses.set(source, { source, at: field });
  };
  for (const source of each(value.envFrom, at.envFrom)) {
    const { configMapRef, secretRef } = source.value;
    if (configMapRef) add(nameOf('ConfigMap', configMapRef.name), source.at.configMapRef.name);
    if (secretRef) add(nameOf('Secret', secretRef.name), source.at.secretRef.name);
  }
  for (const variable of each(value.env, at.env)) {
    const { configMapKeyRef, secretKeyRef } = variable.value.valueFrom ?? {};
    if (configMapKeyRef) add(nameOf('ConfigMap', configMapKeyRef.name), variable.at.valueFrom.configMapKeyRef.name);
    if (secretKeyRef) add(nameOf('Secret', secretKeyRef.name), variable.at.valueFrom.secretKeyRef.name);
  }
  return [...uses.values()];
}

function nameOf(kind: string, name = ''): string {
  return `the ${kind} "${name}"`;
}
