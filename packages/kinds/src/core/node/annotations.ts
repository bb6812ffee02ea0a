import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import type { Context, ErrorDetails } from '@podlint/validation';
import { type Taint, validateTaints } from './taints.js';

const says = defineMessages('node-annotation', {
  'not-taints': 'The annotation "{key}" has to be a JSON list of taints. Remove it, and use spec.taints.',
  'not-avoid-pods': 'The annotation "{key}" has to be JSON as {example}. Remove it, and use taints.',
  'no-controller': 'The entry names no controller whose Pods are to be avoided. Set podSignature.podController.',
  'not-a-controller': 'The owner is not a controller. Set podController.controller to true.',
});

type Json = Readonly<Record<string, unknown>>;

const annotationsPath = FieldPath.root.child('metadata', 'annotations');
const taintsKey = 'scheduler.alpha.kubernetes.io/taints';
const avoidPodsKey = 'scheduler.alpha.kubernetes.io/preferAvoidPods';

/** Annotations of the times before taints (ValidateNodeSpecificAnnotations, pkg/apis/core/validation/validation.go). */
export function validateNodeAnnotations({ metadata }: Decoded<core.Node>, context: Context): void {
  const taints = metadata?.annotations?.[taintsKey];
  if (taints) validateTaintsAnnotation(taints, context);
  const avoidPods = metadata?.annotations?.[avoidPodsKey];
  if (avoidPods) validateAvoidPods(avoidPods, context);
}

function at(key: string): ErrorDetails {
  return { at: annotationsPath.key(key) };
}

function validateTaintsAnnotation(text: string, context: Context): void {
  const value = parseJson(text);
  const taints = value === null ? [] : listOf(value)?.map(taintOf);
  if (!taints?.every((taint) => taint !== undefined)) {
    context.report.invalid(annotationsPath, says['not-taints']({ key: taintsKey }), at(taintsKey));
    return;
  }
  validateTaints(taints, annotationsPath.child(taintsKey), context);
}

/** The server decodes it into its own type, whose fields have no tags: any case is fine (GetTaintsFromNodeAnnotations). */
function taintOf(value: unknown): Taint | undefined {
  if (value === null) return {};
  if (!isObject(value)) return undefined;
  const taint: Taint = {};
  for (const field of ['key', 'value', 'effect'] as const) {
    const text = fieldOf(value, field);
    if (typeof text === 'string') taint[field] = text;
    else if (text !== undefined && text !== null) return undefined;
  }
  return taint;
}

function validateAvoidPods(text: string, { report }: Context): void {
  const entries = avoidEntries(parseJson(text));
  if (!entries) {
    const example = '{"preferAvoidPods": [...]}';
    report.invalid(
      annotationsPath.child('AvoidPods'),
      says['not-avoid-pods']({ key: avoidPodsKey, example }),
      at(avoidPodsKey),
    );
    return;
  }
  entries.forEach((entry, i) => {
    const path = annotationsPath.child(avoidPodsKey).index(i).child('PodSignature');
    const controller = objectIn(objectIn(entry, 'podSignature'), 'podController');
    if (!controller) report.required(path, says['no-controller'](), at(avoidPodsKey));
    else if (fieldOf(controller, 'controller') !== true)
      report.invalid(path.child('PodController', 'Controller'), says['not-a-controller'](), at(avoidPodsKey));
  });
}

function avoidEntries(value: unknown): Json[] | undefined {
  if (value === null) return [];
  if (!isObject(value)) return undefined;
  const list = fieldOf(value, 'preferAvoidPods');
  const entries = list === undefined || list === null ? [] : listOf(list);
  return entries?.every((entry) => entry === null || isObject(entry)) ? entries.map((entry) => entry ?? {}) : undefined;
}

/** Undefined where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listOf(value: unknown): unknown[] | undefined {
  return Array.isArray(value) ? (value as unknown[]) : undefined;
}

function objectIn(owner: Json | undefined, field: string): Json | undefined {
  const value = owner && fieldOf(owner, field);
  return isObject(value) ? value : undefined;
}

/** Go finds a field in any case. */
function fieldOf(owner: Json, field: string): unknown {
  return Object.entries(owner).findLast(([name]) => name.toLowerCase() === field.toLowerCase())?.[1];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
