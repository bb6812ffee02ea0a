import type { ContainerView, ListItem } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';

type ContainerPort = Decoded<core.ContainerPort>;

export interface PlacedPort {
  readonly container: ContainerView;
  readonly port: ListItem<core.ContainerPort>;
}

export interface Conflict {
  readonly message: 'taken' | 'twice' | 'ambiguous' | 'name';
  /** The first port that it is with. */
  readonly first: PlacedPort;
}

/** A port and its place among all that were added. */
interface Added extends PlacedPort {
  readonly index: number;
}

/** The first port that has something, and the first of another container than that one's. */
interface Firsts {
  readonly first: Added;
  ofAnother?: Added;
}

/** Ports of a Pod, found by what another may not share with them. */
export class EarlierPorts {
  private readonly within = new Map<ContainerView, Map<string, Added>>();
  private readonly beside = new Map<string, Firsts>();
  private count = 0;

  add(placed: PlacedPort): void {
    const added = { ...placed, index: this.count++ };
    const own = this.within.get(placed.container) ?? new Map<string, Added>();
    this.within.set(placed.container, own);
    for (const key of keysWithin(placed.port.value)) if (!own.has(key)) own.set(key, added);
    if (staysBeside(placed.container)) for (const key of keysBeside(placed.port.value)) this.addBeside(key, added);
  }

  private addBeside(key: string, added: Added): void {
    const known = this.beside.get(key);
    if (!known) this.beside.set(key, { first: added });
    else if (known.first.container !== added.container) known.ofAnother ??= added;
  }

  /**
   * Each kind of conflict once, with the first port that it is with: a port that many share is not reported for every
   * pair of them.
   */
  conflictsWith(placed: PlacedPort): readonly Conflict[] {
    const { container, port } = placed;
    const { name } = port.value;
    const stays = staysBeside(container);
    const first: Readonly<Record<Conflict['message'], Added | undefined>> = {
      twice: this.firstOwn(container, keysOfTwice(port.value)),
      ambiguous: this.firstOwn(container, keysOfAmbiguous(port.value)),
      taken: stays ? this.firstOfAnother(container, numberKey(port.value)) : undefined,
      name: stays && name ? this.firstOfAnother(container, nameKey(name)) : undefined,
    };
    return (['twice', 'ambiguous', 'taken', 'name'] as const)
      .flatMap((message) => (first[message] ? [{ message, first: first[message] }] : []))
      .sort((a, b) => a.first.index - b.first.index);
  }

  private firstOwn(container: ContainerView, keys: readonly string[]): Added | undefined {
    const own = this.within.get(container);
    const found = keys.flatMap((key) => own?.get(key) ?? []);
    return found.sort((a, b) => a.index - b.index)[0];
  }

  private firstOfAnother(container: ContainerView, key: string): Added | undefined {
    const known = this.beside.get(key);
    return known?.first.container === container ? known.ofAnother : known?.first;
  }
}

/** An init container ends before the next container starts; one that restarts always stays. */
function staysBeside({ role }: ContainerView): boolean {
  return role !== 'init';
}

function keysBeside(port: ContainerPort): string[] {
  return [numberKey(port), ...(port.name ? [nameKey(port.name)] : [])];
}

function nameKey(name: string): string {
  return `name ${name}`;
}

function numberKey({ containerPort, protocol }: ContainerPort): string {
  return `${containerPort} ${protocol}`;
}

/** What a port is found by in its own container. */
function keysWithin(port: ContainerPort): string[] {
  const { hostIP } = port;
  const onNode = onNodeKey(port);
  return [numberKey(port), onNode, ...(hostIP ? [`${onNode} of one address`] : []), `${onNode} of ${hostIP ?? ''}`];
}

function onNodeKey(port: ContainerPort, hostPort = port.hostPort ?? 0): string {
  return `${numberKey(port)} on ${hostPort}`;
}

/** One port of the container may be offered on several ports of the node. */
function keysOfTwice(port: ContainerPort): string[] {
  if (!port.hostPort) return [numberKey(port)];
  return [onNodeKey(port, 0), `${onNodeKey(port)} of ${port.hostIP ?? ''}`];
}

function keysOfAmbiguous(port: ContainerPort): string[] {
  if (!port.hostPort) return [];
  return [`${onNodeKey(port)} of ${port.hostIP ? '' : 'one address'}`];
}
