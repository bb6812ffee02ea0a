import type { GraphObject, GraphProblem, GraphReference } from '@podlint/engine';

export const noNamespace = '(no namespace)';

export function nameOf({ kind, name }: GraphObject): string {
  return `${kind} ${name}`;
}

const presences: Readonly<Record<GraphObject['presence'], string>> = {
  here: '',
  elsewhere: 'every cluster has it',
  made: 'made by a controller',
  optional: 'may be missing',
  missing: 'not among the files',
};

/** What is to be said of an object that is not among the files; empty for others. */
export function presenceText({ presence }: GraphObject): string {
  return presences[presence];
}

function problemText({ problem, found, meant }: GraphProblem): string {
  const guess = meant === undefined ? '' : `, did you mean "${meant}"?`;
  return problem === 'name' ? `did you mean "${meant}"?` : `no ${problem} "${found}"${guess}`;
}

/** What does not fit about a reference, each once. */
export function problemTexts({ problems = [] }: GraphReference): readonly string[] {
  return [...new Set(problems.map(problemText))];
}

export function plural(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
