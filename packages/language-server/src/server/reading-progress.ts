import type { Connection } from 'vscode-languageserver';

/** Fewer files are read before anybody could read a message about it. */
const worthTelling = 200;

/** Tells the client how far the reading of its files has come, if there are many. */
export class ReadingProgress {
  private shown: ReturnType<Connection['window']['createWorkDoneProgress']> | undefined;

  constructor(private readonly connection: Connection) {}

  /** @param done of `total` files */
  readonly report = (done: number, total: number): void => {
    if (total < worthTelling) return;
    if (!this.shown) {
      this.shown = this.connection.window.createWorkDoneProgress();
      this.tell((progress) => progress.begin('podlint reads the manifests', 0));
    }
    this.tell((progress) => progress.report(Math.floor((100 * done) / total), `${done} of ${total}`));
  };

  done(): void {
    this.tell((progress) => progress.done());
    this.shown = undefined;
  }

  /** A client that shows no progress is not to be troubled. */
  private tell(say: (progress: Awaited<NonNullable<ReadingProgress['shown']>>) => void): void {
    void this.shown?.then(say).catch(() => undefined);
  }
}
