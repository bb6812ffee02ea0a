import { plainData, textOf } from '@podlint/messages';
import type { Difference } from './differences.js';
import type { Note } from './note.js';
import type { Pair } from './pairs.js';
import type { SidePlaces } from './places.js';
import type { ChangeNote, ChangePlace, ReportedDifference } from './report.js';

/** A longer text says no more to who reads a report. */
const longest = 120;

/** Puts what was found in an object at its places, for a report. */
export class Teller {
  private readonly isSecret: boolean;

  constructor(
    private readonly pair: Pair,
    private readonly old: SidePlaces,
    private readonly now: SidePlaces,
  ) {
    const { group, kind } = (pair.now ?? pair.old).identity;
    this.isSecret = group === '' && kind === 'Secret';
  }

  /** Where the object begins; where it is gone, where it began. */
  get place(): ChangePlace {
    const { old, now } = this.pair;
    return now ? this.now.ofObject(now) : this.old.ofObject(old);
  }

  difference({ path, container, from, to }: Difference): ReportedDifference {
    const { old, now } = this.pair;
    const place = now && to !== undefined ? this.now.ofField(now, path) : old && this.old.ofField(old, path);
    const values = this.isSecret ? {} : { from: short(from), to: short(to) };
    return {
      path: path.toString(),
      ...(container !== undefined && { container }),
      ...(values.from !== undefined && { from: values.from }),
      ...(values.to !== undefined && { to: values.to }),
      ...(place && { place }),
    };
  }

  note({ message, path, container }: Note): ChangeNote {
    const { now } = this.pair;
    const place = now && path ? this.now.ofField(now, path) : this.place;
    return {
      message: textOf(message),
      messageId: message.id,
      data: plainData(message.data),
      ...(container !== undefined && { container }),
      place,
    };
  }
}

function short(value: unknown): unknown {
  return typeof value === 'string' && value.length > longest ? `${value.slice(0, longest)}…` : value;
}
