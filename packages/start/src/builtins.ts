/** Modules of Node that take milliseconds to load, while most runs use nothing of them. */
export const seldomUsed: readonly string[] = [
  'node:child_process',
  'node:crypto',
  'node:v8',
  'node:worker_threads',
  'node:zlib',
];

const later = new Map(seldomUsed.map((name) => [name, loadedLater(name)]));

/** A module of Node; one that is seldom used is loaded when something of it is asked for. */
export function builtin(name: string): object {
  return later.get(name) ?? loaded(name);
}

function loaded(name: string): object {
  const module: unknown = process.getBuiltinModule(name);
  if (module === undefined) throw new Error(`Node has no module ${name}`);
  return module as object;
}

function loadedLater(name: string): object {
  let module: object | undefined;
  return new Proxy({}, { get: (_, key) => Reflect.get((module ??= loaded(name)), key) as unknown });
}
