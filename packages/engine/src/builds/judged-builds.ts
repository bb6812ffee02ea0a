import type { BuildFailure, SeekingEntry } from '@podlint/kustomize/project';
import { compareFindings } from '../findings/order.js';
import { isKustomizationName } from '../documents/kustomize.js';
import type { SkipReason } from '../documents/skip.js';
import type { ExaminedFile, ExaminedFinding, ExaminedObject } from '../pipeline/examined.js';
import type { ReportedDocument } from '../report/report.js';
import type { SourceFile } from '../documents/source-file.js';
import { aboutDeprecated } from './deprecated-fields.js';
import { BuildFindings } from './build-findings.js';
import type { JudgedRun, OwnFile, Patched } from './hook.js';
import type { JudgedRoot } from './judged-root.js';
import { aboutIdle, aboutFailure, aboutOutside, type AboutKustomization } from './about-kustomizations.js';
import { PatchChoices, type Rebuild } from './patch-here/choices.js';
import { Places } from './places.js';
import type { RootBuild } from './plan.js';
import { entryWith, worstOf } from './verdicts.js';

export interface Builds {
  readonly roots: readonly JudgedRoot[];
  /** Those that could not be built. */
  readonly failed: readonly RootBuild[];
  /** Entries that never found what they look for. */
  readonly idle: readonly SeekingEntry[];
  /** Files that kustomizations take in. */
  readonly takenIn: ReadonlySet<string>;
  readonly nameOf: (folder: string) => string;
  readonly patched: Patched;
  readonly rebuild: Rebuild;
}

/** What is said of the files of a run by what is built of them. */
export class JudgedBuilds {
  private readonly places: Places;
  private readonly findings: BuildFindings;
  /** By file and position: what the server says of the objects that are made of it. */
  private readonly said = new Map<string, Map<number, Pick<ReportedDocument, 'verdicts' | 'skipped'>>>();
  private readonly documents = new Map<string, ReportedDocument[]>();
  private readonly built: ReadonlySet<string>;
  private readonly partly: ReadonlySet<string>;

  constructor(
    private readonly run: JudgedRun,
    private readonly builds: Builds,
  ) {
    const { roots, patched } = builds;
    this.places = new Places(run.files);
    this.findings = new BuildFindings(run, this.places, roots, patched);
    this.built = new Set(roots.filter(isWhole).flatMap(({ takes }) => [...takes]));
    this.partly = new Set(roots.filter((root) => !isWhole(root)).flatMap(({ takes }) => [...takes]));
    for (const [index, root] of roots.entries()) this.addRoot(root, run.made[index] ?? []);
    this.addAboutKustomizations();
  }

  /** The files about which there is something to say, or which are not judged by themselves. */
  files(): ReadonlyMap<string, ExaminedFile> {
    const changed = [...this.run.files.values()].flatMap((own): [string, ExaminedFile][] => {
      const { path } = own.file;
      const found = this.findings.of(path);
      if (!this.builds.takenIn.has(path) && found.size === 0) return [];
      return [[path, this.withFindings(own, found)]];
    });
    return new Map(changed);
  }

  documentsOf(path: string): readonly ReportedDocument[] {
    return this.documents.get(path) ?? [];
  }

  private addRoot(root: JudgedRoot, objects: readonly ExaminedObject[]): void {
    for (const { failure } of root.result.leftOut) this.addLeftOut(root, failure);
    const entries = objects.map(({ entry }) => entry);
    const patches = new PatchChoices(root, entries, this.run, this.places, this.builds.rebuild);
    for (const [index, object] of objects.entries()) {
      if (isWhole(root)) this.findings.add(root, index, object, patches);
      this.addVerdict(root, index, object);
    }
  }

  /** What a file of the run holds is counted there; everything else with the kustomization. */
  private addVerdict(root: JudgedRoot, index: number, { entry }: ExaminedObject): void {
    const { verdicts, skipped } = entry;
    const answer = isWhole(root) ? { ...(verdicts && { verdicts }), ...(skipped && { skipped }) } : partsNotRun;
    const place = root.result.objects[index]?.place;
    const file = place && this.run.files.get(place.file)?.file;
    if (!file || isKustomizationName(file.path) || file.objects.length === 0) {
      this.addDocument(root.kustomization, entryWith(entry, answer));
      return;
    }
    const { line } = this.places.rangeOf({ ...place, extent: 'start' }).start;
    const position = this.places.positionOf(file.path, line);
    const ofFile = this.said.get(file.path) ?? new Map<number, Pick<ReportedDocument, 'verdicts' | 'skipped'>>();
    this.said.set(file.path, ofFile.set(position, worstOf(ofFile.get(position), answer)));
  }

  private addLeftOut({ kustomization }: JudgedRoot, { place, errorClass }: BuildFailure): void {
    const isOfRun = place && this.run.files.has(place.file);
    const file = isOfRun ? place.file : kustomization;
    const line = isOfRun ? this.places.rangeOf({ ...place, extent: 'start' }).start.line : 1;
    const format =
      errorClass === 'remote' ? 'remote resource' : errorClass === 'plugin' ? 'Helm chart or plugin' : 'part';
    const reason: SkipReason = 'not fetched and not run';
    const known = this.documentsOf(file);
    if (known.some((other) => other.line === line && other.format === format)) return;
    this.addDocument(file, { index: 0, line, skipped: reason, format });
  }

  /** Behind the document of the kustomization itself. */
  private addDocument(file: string, entry: ReportedDocument): void {
    const added = this.documents.get(file) ?? [];
    const { item: _item, source: _source, ...rest } = entry;
    const line = entry.format === undefined ? 1 : entry.line;
    added.push({ ...rest, index: added.length + 1, line });
    this.documents.set(file, added);
  }

  private addAboutKustomizations(): void {
    const { failed, roots, idle, nameOf } = this.builds;
    const about: AboutKustomization[] = [
      ...failed.map(({ result, folder }) => aboutFailure(result as BuildFailure, nameOf(folder))),
      ...roots.flatMap(({ result, name }) => (result.outsideRoot ? [aboutOutside(result.outsideRoot, name)] : [])),
      ...[...this.run.files.values()].flatMap(({ source }) =>
        this.isKustomization(source) ? aboutDeprecated(source) : [],
      ),
      ...idle.filter(({ place }) => this.isWhollyBuilt(place.file) && this.hasAll(place.file)).map(aboutIdle),
    ];
    for (const one of about) this.findings.about.add(one, this.kustomizationIn(one.root));
  }

  private isKustomization({ path }: SourceFile): boolean {
    return this.builds.takenIn.has(path) && isKustomizationName(path);
  }

  /** What was left out, or not built, might have had what an entry looks for. */
  private isWhollyBuilt(kustomization: string): boolean {
    const { failed, roots } = this.builds;
    return (
      !failed.some(({ takes }) => takes.has(kustomization)) &&
      roots.every(({ takes, result }) => !takes.has(kustomization) || result.leftOut.length === 0)
    );
  }

  /** A file without any object is one that something else will write. */
  private hasAll(kustomization: string): boolean {
    return this.builds.roots
      .filter(({ takes }) => takes.has(kustomization))
      .every(({ takes }) => [...takes].every((path) => this.run.files.get(path)?.file.objects.length !== 0));
  }

  private kustomizationIn(folder: string): string | undefined {
    const prefix = folder === '.' || folder === '' ? '' : `${folder}/`;
    return [...this.run.files.keys()].find(
      (path) => kustomizationFile.test(path.slice(prefix.length)) && path.startsWith(prefix),
    );
  }

  private withFindings(own: OwnFile, found: ReadonlyMap<number, readonly ExaminedFinding[]>): ExaminedFile {
    const { file } = own;
    const isTaken = this.builds.takenIn.has(file.path);
    const objects = file.objects.map((object, position) => {
      const kept = isTaken ? object.findings.filter((finding) => this.isKept(finding, file.path)) : object.findings;
      const more = found.get(position) ?? [];
      const entry = isTaken ? this.entryOf(object, position, file.path) : object.entry;
      return { ...object, entry, findings: [...kept, ...more].sort(compareFindings) };
    });
    return { ...file, objects, facts: isTaken ? [] : file.facts };
  }

  /** What no build could change. */
  private isKept({ stage, code }: ExaminedFinding, path: string): boolean {
    return stage === 'syntax' || (code === 'schema/duplicate-key' && !this.built.has(path));
  }

  private entryOf({ entry }: ExaminedObject, position: number, path: string): ReportedDocument {
    const said = this.said.get(path)?.get(position);
    if (said) return entryWith(entry, said);
    if (this.built.has(path))
      return isTemplateOrBroken(entry) ? entry : withoutFormat(entryWith(entry, { verdicts: {} }));
    const reason: SkipReason = this.partly.has(path)
      ? 'kustomization with parts that are not run'
      : this.builds.failed.some(({ takes }) => takes.has(path))
        ? 'kustomization that does not build'
        : 'kustomize component that nothing takes in';
    return entry.skipped === undefined ? entryWith(entry, { skipped: reason }) : entry;
  }
}

const partsNotRun: { readonly skipped: SkipReason } = { skipped: 'kustomization with parts that are not run' };
const kustomizationFile = /^(?:kustomization\.ya?ml|Kustomization)$/;

/** Nothing was left out that could have changed the objects. */
function isWhole({ result }: JudgedRoot): boolean {
  return result.leftOut.every(({ effect }) => effect === 'adds');
}

/** What was not read by itself says so, whatever builds make of it. */
function isTemplateOrBroken({ skipped, verdicts }: ReportedDocument): boolean {
  return (
    (skipped?.startsWith('template') ?? false) ||
    skipped === 'encrypted' ||
    Object.values(verdicts ?? {}).includes('undecodable')
  );
}

function withoutFormat({ format: _format, ...entry }: ReportedDocument): ReportedDocument {
  return entry;
}
