import type { Output } from './console.js';

const batchLength = 65_536;

/** Writes one piece after the other as the reader takes them. False: the reader has gone. */
export async function writePieces(
  pieces: Iterable<string>,
  target: Pick<Output, 'write' | 'flushed'>,
): Promise<boolean> {
  let isRead = true;
  for (const text of batches(pieces)) {
    target.write(text);
    isRead &&= await target.flushed();
  }
  return isRead;
}

/** Neither a call of the system for every finding, nor one text for all of them. */
function* batches(pieces: Iterable<string>): Generator<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < batchLength) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}
