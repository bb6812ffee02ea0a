import { digest, type CacheStore } from '@podlint/workspace';
import type { AskedOfDisk } from './asked-tree.js';

/** All that a run has said. */
export interface Answer {
  readonly exitCode: number;
  /** What each of its reports consists of. */
  readonly reports: readonly (readonly string[])[];
  /** What it said beside them, on stderr. */
  readonly beside: string;
}

/** How an answer is kept: the pieces of its reports by their names, or that it was too long. */
interface Kept extends Omit<Answer, 'reports'> {
  readonly reports: readonly (readonly string[])[] | 'too long';
  readonly disk: AskedOfDisk;
}

/** UTF-16 units. What is longer is made anew: a cache should not be much larger than what was checked. */
const longestAnswer = 64 << 20;
const pieceLength = 256 << 10;
/** Answers to one question that go by different answers of the disk. */
const mostAnswers = 8;

/** The answer of a run to a question that says all that it depends on, but for what the disk is asked on the way. */
export class KeptAnswer {
  private readonly reports: string[][] = [];
  private waiting = '';
  private length = 0;
  private beside = '';
  /** Where an answer to this question can be kept; undefined: nowhere, or it need not be tried. */
  private free: string | undefined;

  /** @param question a digest */
  constructor(
    private readonly store: CacheStore,
    private readonly question: string,
  ) {}

  /**
   * What an earlier run said; undefined where none was asked that, or what it said is damaged.
   * @param isStillSo whether the disk says what it said then
   */
  find(isStillSo: (disk: AskedOfDisk) => boolean): Answer | undefined {
    for (let index = 0; index < mostAnswers; index++) {
      const name = digest('answer', this.question, `${index}`);
      const kept = this.answerCalled(name);
      this.free = name;
      if (!kept) return undefined;
      if (!isStillSo(kept.disk)) continue;
      if (kept.reports !== 'too long') return this.wholeAnswer(kept, kept.reports);
      break;
    }
    this.free = undefined;
    return undefined;
  }

  /** Reports come one after the other. */
  beginReport(): void {
    this.flush();
    this.reports.push([]);
  }

  addToReport(text: string): void {
    if (this.free === undefined) return;
    this.length += text.length;
    if (!this.isTooLong) this.waiting += text;
    if (this.waiting.length >= pieceLength) this.flush();
  }

  addBeside(text: string): void {
    this.beside += text;
  }

  /** Once all was said. */
  keep(exitCode: number, disk: AskedOfDisk): void {
    if (this.free === undefined) return;
    this.flush();
    const kept: Kept = { exitCode, reports: this.isTooLong ? 'too long' : this.reports, beside: this.beside, disk };
    this.store.put(this.free, JSON.stringify(kept));
  }

  private get isTooLong(): boolean {
    return this.length > longestAnswer;
  }

  private answerCalled(name: string): Kept | undefined {
    const text = this.store.get(name);
    return text === undefined ? undefined : (JSON.parse(text) as Kept);
  }

  private wholeAnswer({ exitCode, beside }: Kept, reports: readonly (readonly string[])[]): Answer | undefined {
    const texts = reports.map((names) => this.textsCalled(names));
    return texts.every((one) => one !== undefined) ? { exitCode, reports: texts, beside } : undefined;
  }

  private textsCalled(names: readonly string[]): string[] | undefined {
    const texts = names.map((name) => this.store.get(name));
    return texts.every((text) => text !== undefined) ? texts : undefined;
  }

  private flush(): void {
    const text = this.waiting;
    this.waiting = '';
    if (text === '' || this.isTooLong) return;
    const name = digest('piece', text);
    this.reports.at(-1)?.push(name);
    this.store.put(name, text);
  }
}
