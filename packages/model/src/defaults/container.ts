import { defaultPullPolicy } from '../image-reference.js';
import type { Decoded, core } from '../types.js';
import type { Defaulting } from './defaulting.js';
import { fill, fillAbsent, fillUnset, type DefaultTable } from './fill.js';
import { defaultHttpGet, defaultProbe } from './probe.js';
import { defaultResourceList } from './resource-list.js';

type Container = Decoded<core.Container> | Decoded<core.EphemeralContainer>;

// pkg/apis/core/v1/defaults.go, SetDefaults_Container.
const containerDefaults: DefaultTable<Decoded<core.Container>> = [
  ['terminationMessagePath', '/dev/termination-log', 'where the last words of a container are looked for'],
  ['terminationMessagePolicy', 'File', 'the last words are read from a file, not from the log'],
];

// SetObjectDefaults_Pod, from the `+default` marks of ContainerPort and FileKeySelector.
const portDefaults: DefaultTable<Decoded<core.ContainerPort>> = [['protocol', 'TCP', 'a port is a TCP port']];
const fileKeyDefaults: DefaultTable<Decoded<core.FileKeySelector>> = [
  ['optional', false, 'a file that is referred to must exist'],
];
// SetDefaults_ObjectFieldSelector.
const fieldRefDefaults: DefaultTable<Decoded<core.ObjectFieldSelector>> = [
  ['apiVersion', 'v1', 'the only version there is'],
];

export function defaultContainers(containers: readonly Container[] | undefined, defaulting: Defaulting): void {
  containers?.forEach((container) => defaultContainer(container, defaulting));
}

function defaultContainer(container: Container, defaulting: Defaulting): void {
  if (!container.imagePullPolicy) fill(container, 'imagePullPolicy', ...pullPolicy(container.image ?? ''), defaulting);
  fillUnset<Decoded<core.Container>>(container, containerDefaults, defaulting);
  container.ports?.forEach((port) => fillUnset(port, portDefaults, defaulting));
  container.env?.forEach((variable) => defaultEnv(variable, defaulting));
  defaultResources(container.resources, defaulting);
  defaultProbe(container.livenessProbe, defaulting);
  defaultProbe(container.readinessProbe, defaulting);
  defaultProbe(container.startupProbe, defaulting);
  defaultHttpGet(container.lifecycle?.postStart?.httpGet, defaulting);
  defaultHttpGet(container.lifecycle?.preStop?.httpGet, defaulting);
}

/** Policy and reason, for a container's image and for an image volume. */
export function pullPolicy(image: string): [policy: string, why: string] {
  const policy = defaultPullPolicy(image);
  return policy === 'Always'
    ? [policy, 'Always, because the tag is latest or missing']
    : [policy, 'IfNotPresent, because the image names a tag other than latest, or a digest'];
}

export function defaultEnv(variable: Decoded<core.EnvVar>, defaulting: Defaulting): void {
  const { fieldRef, fileKeyRef } = variable.valueFrom ?? {};
  defaultFieldRef(fieldRef, defaulting);
  fillAbsent(fileKeyRef, fileKeyDefaults, defaulting);
}

export function defaultFieldRef(fieldRef: Decoded<core.ObjectFieldSelector> | undefined, defaulting: Defaulting): void {
  fillUnset(fieldRef, fieldRefDefaults, defaulting);
}

export function defaultResources(
  resources: Decoded<core.ResourceRequirements> | undefined,
  defaulting: Defaulting,
): void {
  defaultResourceList(resources?.limits, defaulting);
  defaultResourceList(resources?.requests, defaulting);
}
