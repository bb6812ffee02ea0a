import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { labelsMatch, type meta } from '@podlint/model';
import { labelValueProblem, qualifiedNameProblem } from '@podlint/validation';
import { addition } from '../rule/choices.js';
import { fieldAt } from '../rule/field.js';
import { set, type ChoiceProposal } from '../rule/rule.js';
import { labelsAt, readAt, textAt, type Gap, type Labels } from './gap.js';

/** A ReplicationController has labels where others have a selector of several parts. */
function selectorOf(labels: Labels, { object }: Gap): unknown {
  return object.description.kind === 'ReplicationController' ? labels : { matchLabels: labels };
}

/** A selector with the labels of the template, or labels for both. */
export function selector(gap: Gap): ChoiceProposal[] {
  const { path } = gap;
  const labelsPath = path.holder.child('template', 'metadata', 'labels');
  const labels = labelsAt(gap, labelsPath);
  if (labels) return [addition(fieldAt(path), selectorOf(labels, gap), "a selector with the template's labels")];
  if (readAt(gap, path.holder.child('template')) === undefined) return [];
  const name = textAt(gap, FieldPath.root.child('metadata', 'name'));
  const own = { app: name === undefined || labelValueProblem(name) ? 'app' : name };
  return [
    {
      title: `Add a selector and template labels: app: ${own.app}`,
      // What is inserted at one place comes out in this order, and the labels are the deeper of the two.
      changes: [set(fieldAt(labelsPath), own), set(fieldAt(path), selectorOf(own, gap))],
    },
  ];
}

/** As it is written, which may be anything. */
function isLabel([label, value]: readonly [string, unknown]): boolean {
  return typeof value === 'string' && !qualifiedNameProblem(label) && !labelValueProblem(value);
}

function isTerm(term: unknown): boolean {
  if (typeof term !== 'object' || term === null) return false;
  const { values = [] } = term as { values?: unknown };
  return Array.isArray(values);
}

/** As it is written; undefined where that is no selector. */
function writtenSelector(gap: Gap, at: FieldPath): meta.LabelSelector | undefined {
  if (gap.object.description.kind === 'ReplicationController') return { matchLabels: labelsAt(gap, at) ?? {} };
  const written = (readAt(gap, at) ?? {}) as meta.LabelSelector;
  const { matchExpressions = [] } = written;
  const areTerms = Array.isArray(matchExpressions) && matchExpressions.every(isTerm);
  return areTerms ? { ...written, matchLabels: labelsAt(gap, at.child('matchLabels')) ?? {} } : undefined;
}

/** The labels that the selector asks for. */
export function templateLabels(gap: Gap): ChoiceProposal[] {
  const { path } = gap;
  const asked = writtenSelector(gap, path.holder.holder.holder.child('selector'));
  if (!asked) return [];
  const wanted = asked.matchLabels ?? {};
  const present = labelsAt(gap, path);
  const missing = Object.entries(wanted).filter(([label, value]) => own(present, label) !== value);
  if (missing.length === 0 || !missing.every(isLabel) || !labelsMatch(asked, { ...present, ...wanted })) return [];
  if (!present) return [addition(fieldAt(path), wanted, "the selector's labels")];
  return [
    {
      title: "Add the selector's labels",
      changes: missing.map(([label, value]) => set(fieldAt(path.key(label)), value)),
    },
  ];
}
