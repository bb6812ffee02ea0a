import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type batch } from '@podlint/model';
import {
  type Context,
  dnsLabelProblem,
  dnsSubdomainProblem,
  isUsableSelector,
  requireSelectedLabels,
  validateLabelSelector,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { generateSelector, keepGeneratedSelector, validateGeneratedSelector } from './selector.js';
import { validateJobTemplateSpec } from './spec.js';
import { validateJobUpdate } from './update.js';

const says = defineMessages('job', {
  'no-selector':
    'With manualSelector the Job needs a selector of yours, and it has none. Write one that matches the template, or remove manualSelector.',
  'invalid-host-name':
    'The last Pod of this Indexed Job would have the host name "{name}", and that does not fit: {problem}. Choose another name for the Job.',
});

export type Job = Decoded<batch.Job>;

const specPath = FieldPath.root.child('spec');
const metadataPath = FieldPath.root.child('metadata');

/** pkg/registry/batch/job/strategy.go and ValidateJob in pkg/apis/batch/validation. */
export const jobStrategy: Strategy<Job> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
  updateChecksName: true,
  prepareForCreate(job) {
    const spec = (job.spec ??= {});
    if (spec.manualSelector !== true) generateSelector(job);
  },
  validateCreate: validateJob,
  prepareForUpdate(job, old) {
    keepGeneratedSelector(job, old);
  },
  validateUpdate(job, old, context) {
    validateJob(job, context);
    validateJobUpdate(job, old, context);
  },
};

function validateJob(job: Job, context: Context): void {
  const { spec = {} } = job;
  validateGeneratedSelector(job, context);
  validateJobTemplateSpec(spec, specPath, context);
  validateSelector(job, context);
  validateHostnames(job, context);
}

function validateSelector({ spec = {} }: Job, context: Context): void {
  const path = specPath.child('selector');
  if (spec.selector) validateLabelSelector(spec.selector, path, context);
  else context.report.required(path, says['no-selector']());
  if (isUsableSelector(spec.selector)) requireSelectedLabels(spec.selector, spec.template ?? {}, specPath, context);
}

/** Pods of an Indexed Job are called after the Job and their index, and the longest such name must be a host name. */
function validateHostnames({ metadata = {}, spec = {} }: Job, context: Context): void {
  const { completionMode, completions = 0 } = spec;
  if (completionMode !== 'Indexed' || completions <= 0) return;
  const hostname = `${metadata.name ?? ''}-${completions - 1}`;
  const problem = dnsLabelProblem(hostname);
  if (problem)
    context.report.invalid(metadataPath.child('name'), says['invalid-host-name']({ name: hostname, problem }));
}
