import type { FieldPath } from '@podlint/field-path';
import { containerLists, containerOf } from '../findings/container.js';
import { listAt, readAt, textsIn, type Gap } from './gap.js';
import { podOfContainer } from './pod-of.js';

/** Whether a word goes with what stands beside it. */
type Partner = (gap: Gap) => boolean;

function beside(gap: Gap, ...names: readonly string[]): FieldPath {
  return gap.path.holder.below(names);
}

function isThere(gap: Gap, ...names: readonly string[]): boolean {
  return readAt(gap, beside(gap, ...names)) !== undefined;
}

const values = (gap: Gap): readonly unknown[] => listAt(gap, beside(gap, 'values')) ?? [];
const hasValues: Partner = (gap) => values(gap).length > 0;
const hasNone: Partner = (gap) => !isThere(gap, 'values') && !isThere(gap, 'value');
const hasOneNumber: Partner = (gap) => values(gap).length === 1 && /^-?\d+$/.test(String(values(gap)[0]));
const hasNoLocalProfile: Partner = (gap) => !isThere(gap, 'localhostProfile');
const rollsNothing: Partner = (gap) => !isThere(gap, 'rollingUpdate');
const isReadOnlyMount: Partner = (gap) =>
  readAt(gap, beside(gap, 'readOnly')) === true &&
  [undefined, 'None'].includes(readAt(gap, beside(gap, 'mountPropagation')) as string | undefined);
const isPrivileged: Partner = (gap) => {
  const container = containerOf(gap.path);
  return container !== undefined && readAt(gap, container.child('securityContext', 'privileged')) === true;
};
const hasOwnUsers: Partner = (gap) => {
  const pod = podOfContainer(gap.path);
  return pod !== undefined && readAt(gap, pod.child('hostUsers')) === false;
};

/** A Job ends, and its Pods with it. */
function isOfJobPod({ object, path }: Gap): boolean {
  return ['Job', 'CronJob'].includes(object.description.kind ?? '') && containerOf(path) === undefined;
}

/** What counts failed Pods wants each of them to stay failed. */
const hasNoFailedPods: Partner = (gap) => {
  const job = gap.path.holder.holder.holder;
  return ['podFailurePolicy', 'backoffLimitPerIndex'].every((name) => readAt(gap, job.child(name)) === undefined);
};

/** A resource has one resize policy. */
function isFirstOf(resource: string): Partner {
  return (gap) => !textsIn(gap, gap.path.holder.holder, 'resourceName').includes(resource);
}

function hasNoWindowsOptions(gap: Gap): boolean {
  const pod = gap.path.holder.holder;
  const containers = containerLists.flatMap((list) =>
    (listAt(gap, pod.child(list)) ?? []).map((_, index) => pod.child(list).index(index)),
  );
  return [pod, ...containers].every(
    (holder) => readAt(gap, holder.child('securityContext', 'windowsOptions')) === undefined,
  );
}

/**
 * Words that the server takes only together with something else, by the name of their field: without that they are no way
 * out, but another error. The checks are those of pkg/apis/core/validation and pkg/apis/apps/validation.
 */
const partners: Readonly<Record<string, Readonly<Record<string, Partner>>>> = {
  dnsPolicy: { None: (gap) => (listAt(gap, beside(gap, 'dnsConfig', 'nameservers')) ?? []).length > 0 },
  operator: {
    In: hasValues,
    NotIn: hasValues,
    Exists: hasNone,
    DoesNotExist: hasNone,
    Gt: hasOneNumber,
    Lt: hasOneNumber,
  },
  type: {
    Localhost: (gap) => isThere(gap, 'localhostProfile'),
    RuntimeDefault: hasNoLocalProfile,
    Unconfined: hasNoLocalProfile,
    Recreate: rollsNothing,
    OnDelete: rollsNothing,
  },
  mountPropagation: { Bidirectional: isPrivileged },
  recursiveReadOnly: { IfPossible: isReadOnlyMount, Enabled: isReadOnlyMount },
  procMount: { Unmasked: hasOwnUsers },
  completionMode: {
    Indexed: (gap) => isThere(gap, 'completions'),
    NonIndexed: (gap) => !isThere(gap, 'backoffLimitPerIndex') && !isThere(gap, 'successPolicy'),
  },
  restartPolicy: {
    Always: (gap) => !isOfJobPod(gap),
    OnFailure: (gap) => !isOfJobPod(gap) || hasNoFailedPods(gap),
  },
  resourceName: { cpu: isFirstOf('cpu'), memory: isFirstOf('memory') },
  name: { linux: hasNoWindowsOptions },
  action: {
    FailIndex: (gap) => readAt(gap, gap.path.holder.holder.holder.holder.child('backoffLimitPerIndex')) !== undefined,
  },
};

/** Whether nothing but the word is missing. */
export function goesWithTheRest(gap: Gap, word: string): boolean {
  const name = String(gap.path.segment);
  const field = Object.hasOwn(partners, name) ? partners[name] : undefined;
  const partner = field && Object.hasOwn(field, word) ? field[word] : undefined;
  return partner?.(gap) ?? true;
}
