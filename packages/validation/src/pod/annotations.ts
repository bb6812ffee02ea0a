import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../context.js';
import type { StringMap } from '../meta/labels.js';
import { decodeTolerations } from './annotated-tolerations.js';
import { validateTolerations } from './scheduling/tolerations.js';
import { visitContainers } from './visit-containers.js';
import { reportedUnder } from './volumes/misreported.js';
import { descendingPathProblem } from './volumes/paths.js';
import {
  appArmorAnnotationPrefix,
  mirrorPodAnnotation,
  podDeletionCostAnnotation,
  seccompContainerAnnotationPrefix,
  seccompPodAnnotation,
  tolerationsAnnotation,
} from './well-known-annotations.js';

const says = defineMessages('pod-annotation', {
  'mirror-without-node':
    'A mirror pod stands for a static pod of one node, so it names that node. Set spec.nodeName, or remove the annotation.',
  'invalid-tolerations': 'The annotation "{key}" is not a list of tolerations in JSON. Use spec.tolerations instead.',
  'invalid-deletion-cost': '"{value}" is not a cost: write a whole number from {min} to {max}, without zeros in front.',
  'invalid-seccomp-profile':
    '"{value}" is not a seccomp profile. Use seccompProfile in the security context, and remove the annotation.',
  'unknown-container':
    'The annotation is about a container "{container}", and the pod has none of that name. Correct the name, or remove the annotation.',
  'invalid-apparmor-profile':
    '"{value}" is not an AppArmor profile. Write "runtime/default", "unconfined" or "localhost/" and the name of a profile.',
});

type PodSpec = Decoded<core.PodSpec>;

const int32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };

/** A number without a plus sign or zeros in front (GetDeletionCostFromPodAnnotations, pkg/apis/core/helper). */
const costPattern = /^(-[0-9]+|0|[1-9][0-9]*)$/;

/** Where annotations are: the server leaves `metadata` out of a template's paths. */
interface AnnotationsPlace {
  readonly reported: FieldPath;
  readonly written: FieldPath;
}

/**
 * The annotations of a pod that the server reads (ValidatePodSpecificAnnotations,
 * pkg/apis/core/validation/validation.go).
 * `path` is how the server names the map; `place` is where it is written when that is elsewhere.
 */
export function validatePodAnnotations(
  annotations: StringMap | undefined,
  spec: PodSpec,
  path: FieldPath,
  context: Context,
  place = path,
): void {
  if (!annotations) return;
  const where = { reported: path, written: place };
  if (annotations[mirrorPodAnnotation] !== undefined && !spec.nodeName) {
    reportKey(mirrorPodAnnotation, where, says['mirror-without-node'](), context);
  }
  if (annotations[tolerationsAnnotation])
    validateAnnotatedTolerations(annotations[tolerationsAnnotation], where, context);
  validateDeletionCost(annotations[podDeletionCostAnnotation], where, context);
  for (const key in annotations) {
    const value = annotations[key] ?? '';
    if (key === seccompPodAnnotation || key.startsWith(seccompContainerAnnotationPrefix))
      validateSeccompAnnotation(key, value, where, context);
    else if (key.startsWith(appArmorAnnotationPrefix)) validateAppArmorAnnotation(key, value, spec, where, context);
  }
}

function reportKey(key: string, { reported, written }: AnnotationsPlace, message: Message, { report }: Context): void {
  report.invalid(reported.key(key), message, reported === written ? undefined : { at: written.key(key) });
}

/** The server names the annotation as if it were a field with a list. */
function validateAnnotatedTolerations(text: string, { reported, written }: AnnotationsPlace, context: Context): void {
  const tolerations = decodeTolerations(text);
  const place = written.key(tolerationsAnnotation);
  if (tolerations)
    reportedUnder(reported.child(tolerationsAnnotation), place, context, (path) =>
      validateTolerations(tolerations, path, context),
    );
  else context.report.invalid(reported, says['invalid-tolerations']({ key: tolerationsAnnotation }), { at: place });
}

function validateDeletionCost(value: string | undefined, where: AnnotationsPlace, context: Context): void {
  if (value === undefined || context.options.allowInvalidPodDeletionCost || isDeletionCost(value)) return;
  reportKey(
    podDeletionCostAnnotation,
    where,
    says['invalid-deletion-cost']({ value, min: int32.min, max: int32.max }),
    context,
  );
}

export function isDeletionCost(text: string): boolean {
  const cost = Number(text);
  return costPattern.test(text) && cost >= int32.min && cost <= int32.max;
}

/** ValidateSeccompProfile. The server names the annotation as if it were a field. */
function validateSeccompAnnotation(
  key: string,
  value: string,
  { reported, written }: AnnotationsPlace,
  { report }: Context,
): void {
  const localhostPrefix = 'localhost/';
  if (value === 'runtime/default' || value === 'docker/default' || value === 'unconfined') return;
  const at = written.key(key);
  if (!value.startsWith(localhostPrefix)) {
    report.invalid(reported.child(key), says['invalid-seccomp-profile']({ value }), { at });
    return;
  }
  const problem = descendingPathProblem(value.slice(localhostPrefix.length));
  if (problem) report.invalid(reported.child(key), problem, { at });
}

/** ValidateAppArmorPodAnnotations */
function validateAppArmorAnnotation(
  key: string,
  value: string,
  spec: PodSpec,
  where: AnnotationsPlace,
  context: Context,
): void {
  const container = key.slice(appArmorAnnotationPrefix.length);
  if (!hasContainer(spec, container)) reportKey(key, where, says['unknown-container']({ container }), context);
  if (value === '' || value === 'runtime/default' || value === 'unconfined' || value.startsWith('localhost/')) return;
  reportKey(key, where, says['invalid-apparmor-profile']({ value }), context);
}

function hasContainer(spec: PodSpec, name: string): boolean {
  let found = false;
  visitContainers(spec, (container) => {
    found ||= (container.name ?? '') === name;
  });
  return found;
}
