import type { CodeLens } from 'vscode-languageserver-types';
import { timelinesOf, type ReportedDiagnostic } from '@podlint/engine';
import { between } from '@podlint/reporters';
import type { ContainerTimeline } from '@podlint/kubelet';
import { addTo, own } from '@podlint/plain';
import { containersIn, podOf } from '../../place/pod.js';
import { toRange } from '../../place/ranges.js';
import type { FileView, ObjectView } from '../../service/file-view.js';
import { withoutUnset } from '../../service/unset.js';
import { verdictWords } from '../verdict-words.js';
import { lensCommands } from './commands.js';

/** What a click can do: show a text, also compare two of them, or nothing. */
export type LensCommands = 'to show' | 'to compare' | 'for nobody';

/**
 * Above each object what the server of each version says to it, and its effective form; above each container with
 * probes its timeline. What nobody could show is not offered.
 */
export function codeLenses(view: FileView, commands: LensCommands = 'to show'): CodeLens[] {
  const found = byObject(withoutUnset(view.diagnostics));
  const lenses = view.documents.flatMap(({ index, objects }) =>
    objects.flatMap((object) => [
      ...objectLenses(view, object, { diagnostics: found.get(keyOf(index, object.item)) ?? [], commands }),
      ...timelineLenses(view, object),
    ]),
  );
  return commands !== 'for nobody' ? lenses : lenses.filter(({ command }) => command?.command === '');
}

function byObject(diagnostics: readonly ReportedDiagnostic[]): Map<string, ReportedDiagnostic[]> {
  const found = new Map<string, ReportedDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic.document, diagnostic.item);
    addTo(found, key, diagnostic);
  }
  return found;
}

function keyOf(document: number, item: number | undefined): string {
  return `${document} ${item ?? ''}`;
}

interface AboveObject {
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly commands: LensCommands;
}

function objectLenses(view: FileView, object: ObjectView, { diagnostics, commands }: AboveObject): CodeLens[] {
  const range = firstLine(view, object.document.rangeOf(object.node).start);
  const verdicts = view.versions.flatMap(({ name }) => {
    const verdict = own(object.verdicts, name);
    return verdict === undefined ? [] : [`${name} ${own(verdictWords, verdict)}${countOf(diagnostics, name)}`];
  });
  if (verdicts.length === 0) return [];
  const args = [view.uri, range.start];
  const effective = object.decoded
    ? [
        {
          range,
          command: {
            title: object.decoded.kind.podTemplate ? 'effective Pod' : 'effective object',
            command: commands === 'to compare' ? lensCommands.compare : lensCommands.effective,
            arguments: args,
          },
        },
      ]
    : [];
  return [{ range, command: { title: verdicts.join(' · '), command: '' } }, ...effective];
}

function countOf(diagnostics: readonly ReportedDiagnostic[], version: string): string {
  const found = diagnostics.filter(({ kubernetesVersions }) => kubernetesVersions.includes(version));
  const counts = (['error', 'warning'] as const).flatMap((severity) => countWords(found, severity));
  return counts.length === 0 ? '' : `: ${counts.join(', ')}`;
}

function countWords(found: readonly ReportedDiagnostic[], severity: 'error' | 'warning'): string[] {
  const count = found.filter((diagnostic) => diagnostic.severity === severity).length;
  return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
}

function timelineLenses(view: FileView, object: ObjectView): CodeLens[] {
  const pod = podOf(object);
  if (!pod || !object.decoded) return [];
  const timelines =
    timelinesOf(object, object.decoded, {
      path: view.path,
      version: view.version,
      startupTime: view.settings.startupTime,
    }) ?? [];
  return containersIn(pod).flatMap(({ node, value }) => {
    const timeline = timelines.find(({ name, probes }) => name === value.name && probes.length > 0);
    if (!timeline) return [];
    const range = firstLine(view, object.document.rangeOf(node).start);
    return [
      {
        range,
        command: {
          title: `probe timeline: ${summary(timeline)}`,
          command: lensCommands.timeline,
          arguments: [view.uri, range.start],
        },
      },
    ];
  });
}

function summary({ failingAtOnce: { budget, killed } }: ContainerTimeline): string {
  return budget ? `kill at ${between(killed ?? budget.killed)}` : 'no probe can kill';
}

function firstLine({ text }: FileView, offset: number): CodeLens['range'] {
  const { start } = toRange(text, { start: offset, end: offset });
  return { start, end: start };
}
