import { FieldPath } from '@podlint/field-path';
import { textOf } from '@podlint/messages';
import { hash64 } from '../findings/hash64.js';
import type { ExaminedFinding, FindingDetails } from '../pipeline/examined.js';
import type { ReportedFix } from '../report/report.js';
import type { AboutKustomization } from './about-kustomizations.js';
import type { JudgedRun } from './hook.js';
import type { Places } from './places.js';

/** What is said of kustomizations themselves; what several builds show is said once. */
export class AboutFindings {
  private readonly about = new Map<string, Map<string, ExaminedFinding>>();

  constructor(
    private readonly run: JudgedRun,
    private readonly places: Places,
  ) {}

  add(about: AboutKustomization, kustomization: string | undefined): void {
    const { code, message, place, root } = about;
    const isOfRun = place !== undefined && this.places.isConcerned(place.file);
    const at = isOfRun ? place : kustomization === undefined ? undefined : { file: kustomization, start: 0, end: 0 };
    if (!at || !this.places.isConcerned(at.file)) return;
    const range = this.places.rangeOf({ ...at, extent: 'start' });
    const position = this.places.positionOf(at.file, range.start.line);
    const own = this.run.files.get(at.file);
    if (own?.file.objects[position]?.findings.some(({ stage, severity }) => stage === 'syntax' && severity === 'error'))
      return;
    const ofFile = this.about.get(at.file) ?? new Map<string, ExaminedFinding>();
    this.about.set(at.file, ofFile);
    const key = [at.start, message.id].join('\n');
    if (ofFile.has(key)) return;
    const fingerprint = hash64([code.id, message.id, root].join('\n'));
    const details: FindingDetails = { fixes: this.fixesOf(about, at.file), choices: [], fingerprint };
    const { id, stage, severity, tags } = code;
    ofFile.set(key, {
      ...{ index: 0, code: id, stage, severity, tags, message, path: FieldPath.root, api: undefined },
      ...{ container: undefined, range, related: [], follows: [], provisional: false, details },
      kubernetesVersions: own?.by.versions.map(({ name }) => name) ?? [],
    });
  }

  private fixesOf({ fix }: AboutKustomization, file: string): readonly ReportedFix[] {
    if (!fix) return [];
    const edits = fix.edits.map(({ range, text }) => ({
      range: this.places.rangeOf({ ...range, file, extent: 'text' }),
      text,
    }));
    return [{ title: textOf(fix.title), safety: fix.safety, edits }];
  }

  of(path: string): readonly ExaminedFinding[] {
    return [...(this.about.get(path)?.values() ?? [])];
  }
}
