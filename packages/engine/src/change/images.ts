import { containersOf, textAt, type Held, type HeldContainer } from './held.js';
import type { ContainerImage } from './report.js';

/** The containers whose image is another one, those that are new and those that are gone. */
export function imagesOf(old: Held | undefined, now: Held | undefined): ContainerImage[] {
  const before = imagesByContainer(old);
  const after = imagesByContainer(now);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [from, to] = [before.get(key), after.get(key)];
    if (from?.image === to?.image) return [];
    const container = (to ?? from)?.container ?? '';
    return [{ container, ...(from && { from: from.image }), ...(to && { to: to.image }) }];
  });
}

function imagesByContainer(held: Held | undefined): Map<string, { container: string; image: string }> {
  const containers: readonly HeldContainer[] = held ? containersOf(held) : [];
  return new Map(
    containers.flatMap(({ list, name, value }) => {
      const image = textAt(value, 'image');
      return image === undefined ? [] : [[`${list} ${name}`, { container: name, image }] as const];
    }),
  );
}
