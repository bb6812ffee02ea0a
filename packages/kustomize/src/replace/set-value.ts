import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import type { Making } from '../node/match.js';
import { copyNode, Kind, markAll, valueOf, type YNode } from '../node/node.js';
import type { Step } from '../origin/place.js';
import type { FieldOptions } from '../read/entries.js';

/** How a value is put into fields. */
export interface Copying {
  readonly options: FieldOptions | undefined;
  readonly step: Step;
}

export function makingOf(value: YNode, { options, step }: Copying): Making | undefined {
  return options?.create ? { kind: value.kind, step } : undefined;
}

/** Puts a value into a field, with a delimiter as one part of its text (setFieldValue). */
export function setValue(target: YNode, source: YNode, { options, step }: Copying): void {
  const value = copyNode(source);
  if (options && options.delimiter !== '') {
    if (target.kind !== Kind.scalar) throw notScalar(target);
    value.value = withPart(target.value, valueOf(value), options);
  }
  if (target.kind !== Kind.scalar) {
    markAll(value, step);
    const { steps } = target;
    target.become(value);
    target.steps = value.steps ?? steps;
    return;
  }
  target.value = value.value;
  if (!options?.delimiter) target.place = value.place ?? target.place;
  target.mark(step);
}

function withPart(text: string, part: string, { delimiter, index }: FieldOptions): string {
  const parts = text.split(delimiter);
  if (index < 0) parts.unshift(part);
  else if (index >= parts.length) parts.push(part);
  else parts[index] = part;
  return parts.join(delimiter);
}

export function notScalar({ place }: YNode): BuildFailure {
  return new BuildFailure('replacement', says.delimiter(), place);
}
