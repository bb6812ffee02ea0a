import type { Decoded, core } from '../types.js';
import { defaultContainers, defaultResources } from './container.js';
import type { Defaulting } from './defaulting.js';
import { fill, fillAbsent, fillUnset, type DefaultTable } from './fill.js';
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
export function defaultPodSpec(spec: PodSpec, defaulting: Defaulting): void {
  fillUnset(spec, podSpecDefaults, defaulting);
  fillAbsent(spec, graceDefaults, defaulting);
  if (!spec.securityContext) fill(spec, 'securityContext', {}, 'always there, if only empty', defaulting);
  defaultVolumes(spec.volumes, defaulting);
  defaultContainers(spec.initContainers, defaulting);
  defaultContainers(spec.containers, defaulting);
  defaultContainers(spec.ephemeralContainers, defaulting);
  defaultResourceList(spec.overhead, defaulting);
  defaultResources(spec.resources, defaulting);
}

/** The spec of a template that is always there (a value in Go, not a pointer), as are its metadata. */
export function defaultPodTemplate(owner: { template?: Decoded<core.PodTemplateSpec> }, defaulting: Defaulting): void {
  owner.template ??= {};
  owner.template.spec ??= {};
  defaultPodSpec(owner.template.spec, defaulting);
}
