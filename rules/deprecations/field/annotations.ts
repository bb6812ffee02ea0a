import {
  entries,
  remove,
  set,
  type ContainerView,
  type Field,
  type FixProposal,
  type PodView,
} from '@podlint/engine/rule';
import { own } from '@podlint/plain';
import type { Minor, core } from '@podlint/model';
import { serverWarning, type ReportField } from './messages.js';

type Annotations = Readonly<Record<string, string>>;

const seccompOfPod = 'seccomp.security.alpha.kubernetes.io/pod';
/** Both are followed by the name of a container. */
const seccompPrefix = 'container.seccomp.security.alpha.kubernetes.io/';
const appArmorPrefix = 'container.apparmor.security.beta.kubernetes.io/';

/** Profiles are fields of the security context since then (AppArmorProfile, k8s.io/api 0.30). */
const appArmorFieldsSince: Minor = 30;

/**
 * Annotations from before there was a field. Nothing acts on them in the versions that podlint knows; of the
 * tolerations the server checks the form.
 */
const withoutEffect: ReadonlyMap<string, string> = new Map([
  ['scheduler.alpha.kubernetes.io/affinity', 'spec.affinity'],
  ['scheduler.alpha.kubernetes.io/tolerations', 'spec.tolerations'],
  ['scheduler.alpha.kubernetes.io/name', 'spec.schedulerName'],
  ['pod.beta.kubernetes.io/hostname', 'spec.hostname'],
  ['pod.beta.kubernetes.io/subdomain', 'spec.subdomain'],
]);

export function reportAnnotations(pod: PodView, annotations: Annotations, report: ReportField): void {
  for (const { key: name, value, at } of entries(annotations, pod.metadataAt.annotations)) {
    const instead = withoutEffect.get(name);
    if (name === seccompOfPod) {
      report({
        at,
        message: 'seccomp',
        data: { name, value },
        fixes: seccompFix(at, value, pod, pod.at.securityContext.seccompProfile),
        insteadOf: serverWarning,
      });
    } else if (name.startsWith(seccompPrefix)) {
      const container = containerNamed(pod, name.slice(seccompPrefix.length));
      report({
        at,
        message: 'seccomp',
        data: { name, value },
        fixes: seccompFix(at, value, pod, container?.at.securityContext.seccompProfile),
        insteadOf: serverWarning,
      });
    } else if (name.startsWith(appArmorPrefix) && pod.object.minor >= appArmorFieldsSince) {
      const container = containerNamed(pod, name.slice(appArmorPrefix.length));
      // Of a container that there is not the server complains itself.
      if (container)
        report({
          at,
          message: 'appArmor',
          data: { name },
          fixes: appArmorFix(at, value, pod, container),
          insteadOf: serverWarning,
        });
    } else if (instead !== undefined) {
      report({ at, message: 'annotation', data: { name, instead } });
    }
  }
}

function containerNamed({ containers }: PodView, name: string): ContainerView | undefined {
  return containers.find((container) => container.name === name);
}

type Profile = core.SeccompProfile | core.AppArmorProfile;

/** Where the field says what counts, the annotation can go. Else the profile comes into force for the first time. */
function seccompFix(
  at: Field,
  value: string,
  { object }: PodView,
  field: Field<core.SeccompProfile> | undefined,
): FixProposal[] {
  if (!field || object.isWritten(field))
    return [{ title: 'Remove the annotation', safety: 'safe', changes: [remove(at)] }];
  const profile = profileOf(value);
  return profile
    ? [
        {
          title: `Set seccompProfile to ${profile.type} instead`,
          safety: 'unsafe',
          changes: [remove(at), set(field, profile)],
        },
      ]
    : [];
}

/** The server makes a field of the annotation itself (applyAppArmorVersionSkew, pkg/registry/core/pod/strategy.go). */
function appArmorFix(at: Field, value: string, { object }: PodView, container: ContainerView): FixProposal[] {
  const field = container.at.securityContext.appArmorProfile;
  if (object.isWritten(field)) return [];
  const profile = profileOf(value);
  return profile
    ? [
        {
          title: `Set appArmorProfile to ${profile.type} instead`,
          safety: 'safe',
          changes: [remove(at), set(field, profile)],
        },
      ]
    : [];
}

const localhost = 'localhost/';
const types: Readonly<Record<string, string>> = {
  'runtime/default': 'RuntimeDefault',
  'docker/default': 'RuntimeDefault',
  unconfined: 'Unconfined',
};

/** Both kinds of profile are written alike. */
function profileOf(value: string): Profile | undefined {
  if (value.startsWith(localhost) && value.length > localhost.length)
    return { type: 'Localhost', localhostProfile: value.slice(localhost.length) };
  const type = own(types, value);
  return type === undefined ? undefined : { type };
}
