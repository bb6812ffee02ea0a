import type { ReferenceGraph } from '@podlint/engine';
import {
  filteredGraph,
  graphDot,
  graphHtml,
  graphJson,
  graphMermaid,
  graphSvg,
  graphText,
  runGraphs,
} from '@podlint/reporters/graph';
import type { GraphFilter, RunGraph } from '@podlint/reporters/graph';
import { graphRule, graphRuleId } from '@podlint/rules/graph';
import { askedVersion } from '../../command-line/asked-version.js';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import { exitCode } from '../../command-line/exit-code.js';
import { type Arguments, parseArguments } from '../../command-line/options.js';
import { prepare, runSettings } from '../../command-line/prepare.js';
import { kustomizeOption, oneOf } from '../../command-line/values.js';
import { writeAnswer } from '../../command-line/write-answer.js';
import type { Command } from '../command.js';
import { graphOptionTable } from './option-table.js';

type Given = Arguments<keyof typeof graphOptionTable>;

const formats: ReadonlyMap<string, (graphs: readonly RunGraph[]) => string> = new Map([
  ['text', graphText],
  ['json', graphJson],
  ['svg', graphSvg],
  ['html', graphHtml],
  ['mermaid', graphMermaid],
  ['dot', graphDot],
]);

/** `podlint graph [PATH...]`: who refers to whom. */
export const graph: Command = async (args, console) => {
  const given = parseArguments(args, graphOptionTable);
  const format = oneOf('format', given.value('format') ?? 'text', [...formats.keys()]);
  const drawn = await graphsOf(given, console);
  if (drawn.every(({ objects }) => objects.length === 0)) {
    complain(console, ['there is no Kubernetes object in the files']);
    return exitCode.usage;
  }
  const filter = filterOf(given);
  const text = formats.get(format)?.(drawn.map((one) => filteredGraph(one, filter))) ?? '';
  const output = given.value('output');
  if (output === undefined) console.stdout.write(text);
  else writeAnswer('graph', output, text, console.cwd);
  return exitCode.clean;
};

async function graphsOf(given: Given, console: Console): Promise<readonly RunGraph[]> {
  const taken: ReferenceGraph[] = [];
  const version = askedVersion(given, console);
  const config = given.value('config');
  const { files, linter } = await prepare(
    {
      paths: given.positionals.length === 0 ? ['.'] : given.positionals,
      ignore: given.values('ignore'),
      stdinPath: given.value('filename'),
      config,
      kubernetesVersions: version === undefined ? [] : [version],
      kustomize: kustomizeOption(given.value('kustomize'), runSettings(config, console.cwd).kustomize),
      preset: 'none',
      rules: { [graphRuleId]: 'info', 'custom/*': 'off' },
      catalogue: [graphRule((one) => taken.push(one))],
    },
    console,
  );
  linter.lint(files.map(({ source }) => source));
  return runGraphs(taken);
}

function filterOf(given: Given): GraphFilter {
  return {
    kinds: given.values('kind'),
    namespaces: given.values('namespace'),
    from: given.values('from'),
    to: given.values('to'),
    only: given.has('broken') ? 'problems' : undefined,
  };
}
