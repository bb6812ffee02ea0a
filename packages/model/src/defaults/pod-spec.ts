import type { Decoded, core } from '../types.js';
import type { Minor } from '../versions.js';
import { defaultContainers, defaultResources } from './container.js';
import { fill, fillAbsent, fillUnset, type DefaultTable } from './fill.js';
import type { Place } from './place.js';
import { defaultResourceList } from './resource-list.js';
import { defaultVolumes } from './volume.js';

type PodSpec = Decoded<core.PodSpec>;

// pkg/apis/core/v1/defaults.go, SetDefaults_PodSpec.
const podSpecDefaults: DefaultTable<PodSpec> = [
  ['dnsPolicy', 'ClusterFirst', "names are looked up in the cluster's DNS first"],
  ['restartPolicy', 'Always', 'a container that ends is started again'],
  ['schedulerName', 'default-scheduler', "Kubernetes' own scheduler places the pod"],
];
const graceDefaults: DefaultTable<PodSpec> = [['terminationGracePeriodSeconds', 30, 'a pod has half a minute to end']];

/** What every pod spec gets, in a Pod and in a template alike. */
export function defaultPodSpec(spec: PodSpec, minor: Minor, place: Place | undefined): void {
  fillUnset(spec, podSpecDefaults, place);
  fillAbsent(spec, graceDefaults, place);
  if (!spec.securityContext) fill(spec, 'securityContext', {}, place, 'always there, if only empty');
  defaultVolumes(spec.volumes, minor, place?.child('volumes'));
  defaultContainers(spec.initContainers, place?.child('initContainers'));
  defaultContainers(spec.containers, place?.child('containers'));
  defaultContainers(spec.ephemeralContainers, place?.child('ephemeralContainers'));
  defaultResourceList(spec.overhead, place?.child('overhead'));
  defaultResources(spec.resources, place?.child('resources'));
}

/** The spec of a template that is always there (a value in Go, not a pointer), as are its metadata. */
export function defaultPodTemplate(
  owner: { template?: Decoded<core.PodTemplateSpec> },
  minor: Minor,
  place: Place | undefined,
): void {
  owner.template ??= {};
  owner.template.spec ??= {};
  defaultPodSpec(owner.template.spec, minor, place?.child('template', 'spec'));
}
