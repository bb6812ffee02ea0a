import { defaultPullPolicy } from '../image-reference.js';
import type { Decoded, core } from '../types.js';
import { fill, fillAbsent, fillUnset, type DefaultTable } from './fill.js';
import type { Place } from './place.js';
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

export function defaultContainers(containers: readonly Container[] | undefined, place: Place | undefined): void {
  containers?.forEach((container, index) => defaultContainer(container, place?.index(index)));
}

function defaultContainer(container: Container, place: Place | undefined): void {
  if (!container.imagePullPolicy) fill(container, 'imagePullPolicy', ...pullPolicy(container.image ?? '', place));
  fillUnset<Decoded<core.Container>>(container, containerDefaults, place);
  container.ports?.forEach((port, index) => fillUnset(port, portDefaults, place?.child('ports').index(index)));
  container.env?.forEach((variable, index) => defaultEnv(variable, place?.child('env').index(index)));
  defaultResources(container.resources, place?.child('resources'));
  defaultProbe(container.livenessProbe, place?.child('livenessProbe'));
  defaultProbe(container.readinessProbe, place?.child('readinessProbe'));
  defaultProbe(container.startupProbe, place?.child('startupProbe'));
  defaultHttpGet(container.lifecycle?.postStart?.httpGet, place?.child('lifecycle', 'postStart', 'httpGet'));
  defaultHttpGet(container.lifecycle?.preStop?.httpGet, place?.child('lifecycle', 'preStop', 'httpGet'));
}

/** Policy, place and reason, as `fill` takes them; for a container's image and for an image volume. */
export function pullPolicy(
  image: string,
  place: Place | undefined,
): [policy: string, place: Place | undefined, why: string] {
  const policy = defaultPullPolicy(image);
  const why =
    policy === 'Always'
      ? 'Always, because the tag is latest or missing'
      : 'IfNotPresent, because the image names a tag other than latest, or a digest';
  return [policy, place, why];
}

export function defaultEnv(variable: Decoded<core.EnvVar>, place: Place | undefined): void {
  const { fieldRef, fileKeyRef } = variable.valueFrom ?? {};
  defaultFieldRef(fieldRef, place?.child('valueFrom', 'fieldRef'));
  fillAbsent(fileKeyRef, fileKeyDefaults, place?.child('valueFrom', 'fileKeyRef'));
}

export function defaultFieldRef(
  fieldRef: Decoded<core.ObjectFieldSelector> | undefined,
  place: Place | undefined,
): void {
  fillUnset(fieldRef, fieldRefDefaults, place);
}

export function defaultResources(
  resources: Decoded<core.ResourceRequirements> | undefined,
  place: Place | undefined,
): void {
  defaultResourceList(resources?.limits, place?.child('limits'));
  defaultResourceList(resources?.requests, place?.child('requests'));
}
