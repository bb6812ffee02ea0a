/** Milliseconds without a file to lint after which the disk may have changed: a run is over, an editor goes on. */
const idle = 1000;

/**
 * What was made of the settings and of files on disk. An editor lives for days, so it is forgotten when nothing was
 * linted for a while.
 */
export class Memory<Value> {
  private readonly values = new Map<string, Value>();
  private lastUse = 0;

  get(key: string, make: () => Value): Value {
    const now = Date.now();
    if (now - this.lastUse > idle) this.values.clear();
    this.lastUse = now;
    let value = this.values.get(key);
    if (value === undefined) this.values.set(key, (value = make()));
    return value;
  }
}
