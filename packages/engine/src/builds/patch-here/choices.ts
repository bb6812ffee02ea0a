import { sameJson } from '@podlint/plain';
import { defineMessages, textOf } from '@podlint/messages';
import type { JsonValue } from '@podlint/syntax';
import type { AllDetails, ExaminedFinding } from '../../pipeline/examined.js';
import type { ReportedChoice, ReportedDocument } from '../../report/report.js';
import type { JudgedRun } from '../hook.js';
import type { JudgedRoot } from '../judged-root.js';
import type { Places } from '../places.js';
import { type PatchTarget, withEntries, withEntry } from './entry.js';
import { editedObject } from './made-text.js';
import { operationsBetween, patched, type Operation } from './operations.js';

const says = defineMessages('patch-here', {
  title: '{title}, by a patch in {root} alone',
});

/** What a build makes when its kustomization has another text; undefined: it cannot be built. */
export type Rebuild = (root: JudgedRoot, kustomization: string) => readonly JsonValue[] | undefined;

/** A change of one object of a build that a patch of its kustomization could make. */
interface Candidate {
  readonly object: number;
  readonly finding: ExaminedFinding;
  readonly title: string;
  readonly target: PatchTarget;
  readonly operations: readonly Operation[];
}

/** What does not change what it should is looked for by halves; in a build with much of it some is left out. */
const mostBuilds = 16;

/**
 * Patches for findings of one build, each by way of the first remedy of its finding that one patch can be written of.
 * Each of them was built: it changes what it is for, and nothing else.
 */
export class PatchChoices {
  private readonly asked: { readonly object: number; readonly finding: ExaminedFinding }[] = [];
  private buildsLeft = mostBuilds;
  private known: ReadonlyMap<ExaminedFinding, Candidate> | undefined;
  constructor(
    private readonly root: JudgedRoot,
    /** The objects that it makes. */
    private readonly entries: readonly ReportedDocument[],
    private readonly run: JudgedRun,
    private readonly places: Places,
    private readonly rebuild: Rebuild,
  ) {}

  add(object: number, finding: ExaminedFinding): void {
    this.asked.push({ object, finding });
  }

  /** `near`: the file that the finding is reported in. */
  of(finding: ExaminedFinding, near: string): readonly ReportedChoice[] {
    this.known ??= this.proven();
    const candidate = this.known.get(finding);
    const edits = candidate && withEntry(this.kustomization, candidate.target, candidate.operations);
    if (!edits) return [];
    const file = this.root.kustomization;
    return [
      {
        title: textOf(says.title({ title: candidate.title, root: nameNear(this.root.name, near) })),
        edits: edits.map(({ range, text }) => ({
          file,
          range: this.places.rangeOf({ ...range, file, extent: 'text' }),
          text,
        })),
      },
    ];
  }

  private get madeText(): string {
    const { source } = this.root.made;
    return 'text' in source ? source.text : '';
  }

  private get kustomization(): string {
    const source = this.run.files.get(this.root.kustomization)?.source;
    return source && 'text' in source ? source.text : '';
  }

  private proven(): ReadonlyMap<ExaminedFinding, Candidate> {
    const candidates = this.asked.flatMap(({ object, finding }) => this.candidate(object, finding));
    const byChange = new Map(candidates.map((candidate) => [keyOf(candidate), candidate]));
    const holding = new Set(this.holding([...byChange.values()]).map(keyOf));
    return new Map(
      candidates
        .filter((candidate) => holding.has(keyOf(candidate)))
        .map((candidate) => [candidate.finding, candidate]),
    );
  }

  /** Built together; where that makes something else than it should, half of them at a time. */
  private holding(candidates: readonly Candidate[]): readonly Candidate[] {
    if (candidates.length === 0 || this.buildsLeft-- <= 0) return [];
    const made = this.rebuild(this.root, withEntries(this.kustomization, candidates));
    const expected = this.root.result.objects.map(({ value }, object) =>
      candidates
        .filter((one) => one.object === object)
        .reduce((left, { operations }) => patched(left, operations), value),
    );
    if (made && sameJson(made, expected)) return candidates;
    if (candidates.length === 1) return [];
    const middle = candidates.length >> 1;
    return [...this.holding(candidates.slice(0, middle)), ...this.holding(candidates.slice(middle))];
  }

  private candidate(object: number, finding: ExaminedFinding): Candidate[] {
    const before = this.root.result.objects[object]?.value;
    const target = this.targetOf(object);
    if (before === undefined || !target) return [];
    const { fixes, choices } = this.detailsOf(object, finding);
    for (const { title, edits } of [...fixes, ...choices]) {
      const after = editedObject(this.madeText, edits);
      const operations = after === undefined ? [] : operationsBetween(before, after);
      if (operations.length > 0) return [{ object, finding, title, target, operations }];
    }
    return [];
  }

  private detailsOf(object: number, { details, index }: ExaminedFinding): AllDetails {
    if (details?.choices) return { ...details, choices: details.choices };
    return this.run.lookUp(this.root.made.source.path).detailsOf(object, index);
  }

  /** By the name that the object has where it is written: prefixes and suffixes come behind patches. */
  private targetOf(object: number): PatchTarget | undefined {
    const { apiVersion = '', kind, name } = this.entries[object] ?? {};
    if (kind === undefined || name === undefined) return undefined;
    const written = this.writtenEntry(object);
    const group = apiVersion.split('/').slice(0, -1).join('/');
    return { group, kind, name: written?.name ?? name, namespace: written?.namespace };
  }

  private writtenEntry(object: number): ReportedDocument | undefined {
    const place = this.root.result.objects[object]?.place;
    if (!place) return undefined;
    const { line } = this.places.rangeOf({ ...place, extent: 'start' }).start;
    return this.run.files.get(place.file)?.file.objects[this.places.positionOf(place.file, line)]?.entry;
  }
}

/** A folder by the part of its path that differs from that of a file; editors have all paths from the top of the disk. */
function nameNear(folder: string, file: string): string {
  const [names, others] = [folder.split('/'), file.split('/')];
  const first = names.findIndex((name, index) => name !== others[index]);
  return first < 0 ? (names.at(-1) ?? folder) : names.slice(first).join('/');
}

function keyOf({ object, operations }: Candidate): string {
  return JSON.stringify([object, operations]);
}
