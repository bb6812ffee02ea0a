import { own, setOwn } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type batch, labelsMatch } from '@podlint/model';
import { type Context, type StringMap, isUsableSelector, takeFields } from '@podlint/validation';

const says = defineMessages('job-selector', {
  overridden:
    'The server generates the selector of a Job, so you cannot set one. Remove spec.selector, or set manualSelector to true.',
  'label-lost':
    'The server gives each Pod of a Job the label "{key}", and this template has lost it. Leave spec.manualSelector alone.',
  'label-overridden':
    'The server sets the label "{key}" itself, to tell the Pods of one Job from those of another. Remove it from the template.',
});

type Job = Decoded<batch.Job>;

const controllerUid = 'batch.kubernetes.io/controller-uid';
const jobName = 'batch.kubernetes.io/job-name';
/** The names of before 1.27, without a prefix. */
const legacyControllerUid = 'controller-uid';
const legacyJobName = 'job-name';

/**
 * Gives the Job the labels and the selector by which it knows its own Pods; what the manifest has stays
 * (generateSelector, pkg/registry/batch/job/strategy.go).
 */
export function generateSelector(job: Job): void {
  const spec = (job.spec ??= {});
  const template = (spec.template ??= {});
  const metadata = (template.metadata ??= {});
  // Written into the map that is there, which the Job's own labels may share (defaults).
  addAbsent((metadata.labels ??= {}), ownLabels(job));
  const selector = (spec.selector ??= {});
  addAbsent((selector.matchLabels ??= {}), { [controllerUid]: job.metadata?.uid ?? '' });
}

/** A manifest does not hold what the server made up for the stored Job, and an update does not take it away. */
export function keepGeneratedSelector(job: Job, old: Job): void {
  if (old.spec?.manualSelector === true) return;
  const spec = (job.spec ??= {});
  const metadata = ((spec.template ??= {}).metadata ??= {});
  addAbsent((metadata.labels ??= {}), ownLabels(old));
  if (spec.selector === undefined) takeFields(spec, old.spec ?? {}, 'selector');
}

function addAbsent(labels: Record<string, string | undefined>, others: Record<string, string>): void {
  for (const [key, value] of Object.entries(others)) if (own(labels, key) === undefined) setOwn(labels, key, value);
}

function ownLabels({ metadata = {} }: Job): Record<string, string> {
  const { name = '', uid = '' } = metadata;
  return { [legacyJobName]: name, [jobName]: name, [legacyControllerUid]: uid, [controllerUid]: uid };
}

/**
 * Whether the selector and the labels that were to be made up came out as they should; labels of the manifest may have
 * got in the way (validateGeneratedSelector, pkg/apis/batch/validation).
 */
export function validateGeneratedSelector(job: Job, context: Context): void {
  const { spec = {} } = job;
  if (spec.manualSelector === true || !spec.selector) return;
  const expected = ownLabels(job);
  const labels: StringMap = spec.template?.metadata?.labels ?? {};
  for (const [key, value] of Object.entries(expected)) requireLabel(labels, key, value, context);
  if (isUsableSelector(spec.selector) && !labelsMatch(spec.selector, expected)) {
    context.report.invalid(FieldPath.root.child('spec', 'selector'), says.overridden());
  }
}

function requireLabel(labels: StringMap, key: string, value: string, context: Context): void {
  const path = FieldPath.root.child('spec', 'template', 'metadata', 'labels').key(key);
  const actual = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (actual === undefined) context.report.required(path, says['label-lost']({ key }));
  else if (actual !== value) context.report.invalid(path, says['label-overridden']({ key }));
}
