/** Listens for the user's Ctrl-C for as long as files are judged, so that what was found by then is not lost. */
export class Interruption {
  private isWanted = false;

  /** Judges in turns. @returns what it made */
  async during<T>(work: (goesOn: () => Promise<boolean>) => Promise<T>): Promise<T> {
    process.once('SIGINT', this.want);
    try {
      return await work(this.goesOn);
    } finally {
      process.off('SIGINT', this.want);
    }
  }

  get hasCome(): boolean {
    return this.isWanted;
  }

  /** A second one ends the process at once: nobody listens to it. */
  private readonly want = (): void => {
    this.isWanted = true;
  };

  /** Signals are heard between two turns of the event loop. */
  private readonly goesOn = async (): Promise<boolean> => {
    await new Promise((resolve) => setImmediate(resolve));
    return !this.isWanted;
  };
}
