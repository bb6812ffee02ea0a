type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * The groups of nodes that can all be reached from each other, each sorted (Tarjan's strongly connected components, of
 * more than one node or of one that points at itself).
 */
export function circlesOf(graph: Graph): string[][] {
  return new CircleSearch(graph).run();
}

class CircleSearch {
  private readonly order = new Map<string, number>();
  /** By node: the earliest node of the stack that it leads back to. */
  private readonly lowest = new Map<string, number>();
  private readonly stack: string[] = [];
  private readonly circles: string[][] = [];

  constructor(private readonly graph: Graph) {}

  run(): string[][] {
    for (const node of this.graph.keys()) if (!this.order.has(node)) this.visit(node);
    return this.circles.sort(([a], [b]) => (a! < b! ? -1 : 1));
  }

  private visit(node: string): void {
    const index = this.order.size;
    this.order.set(node, index);
    this.lowest.set(node, index);
    this.stack.push(node);
    for (const next of this.graph.get(node) ?? []) this.follow(node, next);
    if (this.lowest.get(node) === index) this.close(node);
  }

  private follow(node: string, next: string): void {
    const isNew = !this.order.has(next);
    if (isNew) this.visit(next);
    else if (!this.stack.includes(next)) return;
    this.lowest.set(node, Math.min(this.lowest.get(node)!, this.lowest.get(next)!));
  }

  private close(node: string): void {
    const group = this.stack.splice(this.stack.indexOf(node)).sort();
    if (group.length > 1 || this.graph.get(node)?.includes(node)) this.circles.push(group);
  }
}
